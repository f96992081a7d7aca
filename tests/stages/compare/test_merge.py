from firsthand.stages.compare.merge import merge, outsiders


def clusters(size, table, least=3.0):
    def score(a, b):
        return table.get((min(a, b), max(a, b)), 0.0)

    return merge(size, [(s, a, b) for (a, b), s in table.items()], score, least)


def test_alike_items_join_and_others_stay():
    assert clusters(3, {(0, 1): 5.4}) == [[0, 1], [2]]


def test_a_chain_does_not_join_its_ends():
    assert clusters(3, {(0, 1): 5.4, (1, 2): 3.6}) == [[0, 1], [2]]


def test_the_mean_decides():
    assert clusters(3, {(0, 1): 5.4, (1, 2): 4.8, (0, 2): 2.4}) == [[0, 1, 2]]


def test_a_forbidden_pair_keeps_clusters_apart():
    assert clusters(3, {(0, 1): 5.0, (1, 2): 5.0, (0, 2): -99.0}) == [[0, 1], [2]]


def test_the_order_of_the_edges_does_not_matter():
    table = {(0, 1): 3.6, (2, 3): 4.2, (1, 2): 3.3}
    assert clusters(4, table) == clusters(4, dict(reversed(table.items()))) == [[0, 1], [2, 3]]


def test_what_is_bound_is_joined_first_whatever_it_scores():
    table = {(0, 1): -99.0, (1, 2): 5.4, (0, 2): 5.4}
    edges = [(s, a, b) for (a, b), s in table.items()]
    assert merge(4, edges, lambda a, b: table.get((min(a, b), max(a, b)), 0.0), 3.0, [[0, 1, 3]]) == [[0, 1, 2, 3]]
    assert merge(4, [], lambda a, b: -9.0, 3.0, [[0, 3]]) == [[0, 3], [1], [2]]


def test_what_is_parted_is_never_joined():
    def parts(some, others):
        return {0, 2} <= {*some, *others}

    table = {(0, 1): 5.4, (1, 2): 4.8, (0, 2): 4.8}
    edges = [(s, a, b) for (a, b), s in table.items()]
    assert merge(3, edges, lambda a, b: table[min(a, b), max(a, b)], 3.0, [], parts) == [[0, 1], [2]]


def test_outside_the_core_of_a_cluster_is_what_no_sure_pair_ties_to_it():
    edges = [(5.0, 0, 1), (2.0, 1, 2), (5.0, 3, 4), (2.0, 5, 6)]
    assert outsiders([[0, 1, 2], [3, 4], [5, 6], [7]], edges, 4.0) == {2, 6}
    assert outsiders([[0, 1, 2]], edges, 4.0, bound=[[0, 2]]) == set()
    assert outsiders([[0, 1, 2]], edges, 1.0) == set()
