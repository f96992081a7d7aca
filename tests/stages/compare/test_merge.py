from firsthand.stages.compare.merge import merge


def clusters(size, table, least=0.5):
    def score(a, b):
        return table.get((min(a, b), max(a, b)), 0.0)

    return merge(size, [(s, a, b) for (a, b), s in table.items()], score, least)


def test_alike_items_join_and_others_stay():
    assert clusters(3, {(0, 1): 0.9}) == [[0, 1], [2]]


def test_a_chain_does_not_join_its_ends():
    assert clusters(3, {(0, 1): 0.9, (1, 2): 0.6}) == [[0, 1], [2]]


def test_the_mean_decides():
    assert clusters(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.4}) == [[0, 1, 2]]


def test_a_forbidden_pair_keeps_clusters_apart():
    assert clusters(3, {(0, 1): 5.0, (1, 2): 5.0, (0, 2): -9.0}) == [[0, 1], [2]]


def test_the_order_of_the_edges_does_not_matter():
    table = {(0, 1): 0.6, (2, 3): 0.7, (1, 2): 0.55}
    assert clusters(4, table) == clusters(4, dict(reversed(table.items()))) == [[0, 1], [2, 3]]
