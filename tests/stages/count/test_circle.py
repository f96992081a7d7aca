import pytest

from firsthand.records import Claim, Count
from firsthand.stages.count import count_origins
from firsthand.stages.count.circle import circles
from firsthand.stages.count.fold import pile


@pytest.fixture
def actors(record):
    return [
        record.actor("Clean Rivers", "organisation"),
        record.actor("Ola Moe", member_of="Clean Rivers"),
        record.actor("The Vik Bell", "outlet"),
        record.actor("Bergen Daily", "outlet"),
        record.actor("Lund"),
    ]


@pytest.fixture
def articles(record):
    outlets = ("The Vik Bell", "Clean Rivers", "Bergen Daily", "Fjord Wire")
    return [record.article(str(n), outlet=outlet) for n, outlet in enumerate(outlets)]


TEXT = "the river at Vik holds lead"


def test_the_organisation_cites_the_paper_that_cites_it(record, articles, actors):
    said = [
        record.statement("s1", articles[0], TEXT, "Ola Moe"),
        record.statement("s2", articles[1], TEXT, "The Vik Bell"),
    ]
    (link,) = circles(said, pile(articles, said, actors, []))
    assert link.sure
    assert {link.statement, link.to} == {"s1", "s2"}
    assert link.why == (
        "citations come round: Clean Rivers credits The Vik Bell (s2), The Vik Bell credits Clean Rivers (s1)"
    )


def test_a_circle_that_other_papers_show_is_one_origin(record, articles, actors):
    said = [
        record.statement("s1", articles[2], TEXT, "Clean Rivers", chain=("Clean Rivers", "The Vik Bell")),
        record.statement("s2", articles[3], TEXT, "The Vik Bell", chain=("The Vik Bell", "Clean Rivers")),
        record.statement("s3", articles[3], TEXT, "Lund"),
    ]
    claim = Claim(
        id="c", text=TEXT, statements=("s1", "s2", "s3"), origins=(), independent_origins=Count(at_least=0, at_most=0),
        denied_by=(), doubted_by=(), plan=False, quantity=None,
    )  # fmt: skip
    (found,) = count_origins(articles, said, actors, [], [claim])
    assert found.independent_origins == Count(at_least=2, at_most=2)
    (why,) = next(o.why for o in found.origins if o.statements == ("s1", "s2"))
    assert why.startswith("citations come round: ")


def test_three_in_a_round(record, articles, actors):
    said = [
        record.statement("s1", articles[0], TEXT, "Clean Rivers"),
        record.statement("s2", articles[1], TEXT, "Bergen Daily"),
        record.statement("s3", articles[2], TEXT, "The Vik Bell"),
    ]
    links = circles(said, pile(articles, said, actors, []))
    assert len({end for link in links for end in (link.statement, link.to)}) == 3
    assert not circles(said[:2], pile(articles, said, actors, []))


def test_two_papers_that_credit_each_other_with_somebodys_words_are_no_circle(record, articles, actors):
    said = [
        record.statement("s1", articles[0], TEXT, "Lund", chain=("Lund", "Bergen Daily")),
        record.statement("s2", articles[2], TEXT, "Lund", chain=("Lund", "The Vik Bell")),
    ]
    assert not circles(said, pile(articles, said, actors, []))


def test_one_article_or_a_papers_own_words_by_way_of_another_are_no_circle(record, articles, actors):
    own = record.statement("s1", articles[0], TEXT, "The Vik Bell", chain=("The Vik Bell", "Bergen Daily"))
    there = record.statement("s2", articles[0], TEXT, "Bergen Daily", chain=("Bergen Daily", "The Vik Bell"))
    assert not circles([own], pile(articles, [own], actors, []))
    assert not circles([own, there], pile(articles, [own, there], actors, []))


def test_very_many_who_cite_each_other(record):
    names = [f"Paper {n}" for n in range(30)]
    papers = [record.article(str(n), outlet=name) for n, name in enumerate(names)]
    said = [
        record.statement(f"s{30 * n + m}", paper, TEXT, name)
        for n, paper in enumerate(papers)
        for m, name in enumerate(names)
        if n != m
    ]
    known = pile(papers, said, [record.actor(name, "outlet") for name in names], [])
    assert circles(said, known)
