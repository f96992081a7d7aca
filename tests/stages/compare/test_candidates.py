import numpy as np

from firsthand.stages.compare.candidates import candidates, deniable, nearest, neighbours


def test_what_shares_telling_words_or_numbers_is_compared(record, seen):
    articles = [record.article(n) for n in "123"]
    texts = ["The trombone was stolen", "A thief took a trombone", "Rain fell on Bergen"]
    views, _ = seen(
        articles, [record.statement(f"s{i}", a, t) for i, (a, t) in enumerate(zip(articles, texts, strict=True))]
    )
    assert candidates(views) == {(0, 1)}


def test_a_number_alone_leads_to_a_candidate(record, seen):
    articles = [record.article(n) for n in "12"]
    texts = ["The list holds 212 guests and 38 cooks", "the 212"]
    views, _ = seen(
        articles, [record.statement(f"s{i}", a, t) for i, (a, t) in enumerate(zip(articles, texts, strict=True))]
    )
    assert candidates(views) == {(0, 1)}


def test_neighbours_follow_each_other_in_one_article(record, seen):
    articles = [record.article("1"), record.article("2")]
    said = [record.statement(f"s{i}", articles[i // 2], t) for i, t in enumerate(["Ice", "Snow", "Hail", "Fog"])]
    views, _ = seen(articles, said)
    assert neighbours(views) == {(0, 1), (2, 3)}


def test_pairs_grow_with_the_statements_not_with_their_square(record, seen):
    articles = [record.article(str(n)) for n in range(200)]
    said = [record.statement(f"s{n}", a, f"The trombone of house {n} was stolen") for n, a in enumerate(articles)]
    views, _ = seen(articles, said)
    assert len(candidates(views)) <= 200 * 24


def test_a_denial_is_held_against_what_shares_its_words_and_what_stands_near_it(record, seen):
    articles = [record.article("1"), record.article("2")]
    texts = ["Hail 12", "Snow", *(f"Hail {n}" for n in range(10))]
    said = [record.statement("s0", articles[0], texts[0])]
    said += [
        record.statement(f"s{n}", articles[1], t, stance="denies" if n == 11 else "asserts")
        for n, t in enumerate(texts[1:], 1)
    ]
    views, _ = seen(articles, said)
    assert deniable(views) == {(0, 11), *((near, 11) for near in range(8, 11))}


def test_in_a_large_story_a_denial_is_held_against_a_few(record, seen):
    articles = [record.article(str(n)) for n in range(300)]
    said = [record.statement(f"s{n}", a, f"The trombone of house {n} was stolen") for n, a in enumerate(articles[1:])]
    said.append(record.statement("s", articles[0], "The trombone was stolen", stance="denies"))
    views, _ = seen(articles, said)
    assert 0 < len(deniable(views)) <= 12 + 299 // 2


def test_each_statement_is_compared_with_those_nearest_in_meaning():
    angles = np.radians([0, 5, 90, 94, *range(180, 340, 10)])
    found = nearest(np.stack([np.cos(angles), np.sin(angles)], axis=1))
    assert {(0, 1), (2, 3)} <= found
    assert len(found) < len(angles) * 8
    assert nearest([]) == nearest([np.ones(2)]) == set()
