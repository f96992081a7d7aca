import pytest

from firsthand.hints import pairs
from firsthand.records import Claim, Count
from firsthand.stages.count.fold import pile
from firsthand.stages.count.origins import origins_of


@pytest.fixture
def count(record):
    def run(articles, said, actors=(), copies=(), told=()):
        claim = Claim(
            id="c", text="", statements=tuple(s.id for s in said), origins=(),
        independent_origins=Count(at_least=0, at_most=0),
            denied_by=(), doubted_by=(), plan=False, quantity=None,
        )  # fmt: skip
        origins, number = origins_of(claim, pile(articles, said, actors, copies, pairs(told)))
        return origins, (number.at_least, number.at_most)

    return run


def test_two_speakers_are_two_origins(record, count):
    one, two = record.article("1"), record.article("2")
    said = [record.statement("s1", one, "The gate broke", "Lund"), record.statement("s2", two, "The gate broke", "Moe")]
    origins, number = count([one, two], said, [record.actor("Lund"), record.actor("Moe")])
    assert number == (2, 2)
    assert {o.actor for o in origins} == {"Lund", "Moe"}


def test_one_speaker_on_two_occasions_and_his_house_are_one(record, count):
    articles = [record.article(n) for n in "123"]
    said = [
        record.statement("s1", articles[0], "The gate broke", "Lund"),
        record.statement("s2", articles[1], "The gate broke", "Lund"),
        record.statement("s3", articles[2], "The gate broke", "port"),
    ]
    actors = [record.actor("Lund", member_of="port"), record.actor("port", "organisation")]
    origins, number = count(articles, said, actors)
    assert number == (1, 1)
    assert origins[0].actor == "port"
    assert any("both give Lund" in why for why in origins[0].why)
    assert any("speak for port" in why for why in origins[0].why)


def test_a_later_article_without_source_is_at_most_an_origin(record, count):
    one, two = record.article("1", day="2025-03-04"), record.article("2", "The gate broke", day="2025-03-06")
    said = [record.statement("s1", one, "The gate broke", "Lund"), record.statement("s2", two, "The gate broke")]
    _, number = count([one, two], said, [record.actor("Lund")])
    assert number == (1, 2)


def test_who_denies_makes_no_origin(record, count):
    one = record.article("1")
    said = [
        record.statement("s1", one, "The gate broke", "Lund"),
        record.statement("s2", one, "The gate broke", "Moe", stance="denies"),
    ]
    origins, number = count([one], said, [record.actor("Lund"), record.actor("Moe")])
    assert number == (1, 1)
    assert [o.statements for o in origins] == [("s1",)]


def test_unnamed_people_of_two_articles_are_two_unless_one_credits_the_other(record, count):
    one, two = record.article("1", outlet="Fjord Wire"), record.article("2")
    actors = [record.actor("u1", "unnamed"), record.actor("u2", "unnamed"), record.actor("Fjord Wire", "agency")]
    apart = [record.statement("s1", one, "The gate broke", "u1"), record.statement("s2", two, "The gate broke", "u2")]
    assert count([one, two], apart, actors)[1] == (2, 2)
    linked = [apart[0], record.statement("s2", two, "The gate broke", "u2", chain=("u2", "Fjord Wire"))]
    assert count([one, two], linked, actors)[1] == (1, 1)


def test_an_outlets_own_words_are_its_own(record, count):
    one = record.article("1", outlet="Fjord Wire")
    said = [record.statement("s1", one, "The gate broke")]
    origins, number = count([one], said, [record.actor("Fjord Wire", "agency")])
    assert number == (1, 1)
    assert (origins[0].actor, origins[0].article) == ("Fjord Wire", "1")


def test_an_unknown_speaker_is_not_counted_beside_a_known_one(record, count):
    one, two = record.article("1"), record.article("2")
    said = [
        record.statement("s1", one, "The gate broke", "Lund"),
        record.statement("s2", two, "The gate broke", None, "indirect"),
    ]
    assert count([one, two], said, [record.actor("Lund")])[1] == (1, 2)


def test_a_vague_source_beside_one_with_the_same_words_is_at_most_another(record, count):
    one = record.article("1")
    said = [
        record.statement("s1", one, "the harbour gate at Vik broke", "observers"),
        record.statement("s2", one, "the harbour gate at Vik broke in the storm", "Lund"),
    ]
    assert count([one], said, [record.actor("observers", "unnamed"), record.actor("Lund")])[1] == (1, 2)


def test_a_person_makes_two_speakers_one_origin(record, count):
    one, two = record.article("1"), record.article("2")
    said = [record.statement("s1", one, "The gate broke", "Lund"), record.statement("s2", two, "The gate broke", "Moe")]
    actors = [record.actor("Lund"), record.actor("Moe")]
    (origin,), number = count([one, two], said, actors, told=[(True, [["s1", "s2"]])])
    assert number == (1, 1)
    assert origin.why == ("s1 (The Harbour Times) and s2 (The Harbour Times) marked as one origin by an analyst",)


def test_a_person_takes_a_copy_apart(record, count):
    one, two = record.article("1"), record.article("2", outlet="The Vik Bell")
    said = [record.statement("s1", one, "The gate broke", "Lund"), record.statement("s2", two, "The gate broke", "Moe")]
    actors, copies = [record.actor("Lund"), record.actor("Moe")], [record.copy("1", "2")]
    assert count([one, two], said, actors, copies)[1] == (1, 1)
    origins, number = count([one, two], said, actors, copies, [(False, [["s1"], ["s2"]])])
    assert number == (2, 2)
    assert all(origin.why == () for origin in origins)


def test_what_is_apart_is_not_one_through_others_and_keeps_its_other_links(record, count):
    articles = [record.article(n) for n in "1234"]
    said = [record.statement(f"s{n}", article, "The gate broke", "Lund") for n, article in enumerate(articles, 1)]
    told = [(False, [["s1"], ["s3", "s4"]])]
    origins, number = count(articles, said, [record.actor("Lund")], told=told)
    assert number == (2, 2)
    assert {o.statements for o in origins} == {("s1", "s2"), ("s3", "s4")}
    assert all(len(o.why) == 1 for o in origins)


def test_what_a_person_says_is_followed_before_what_is_found(record, count):
    articles = [record.article(n) for n in "123"]
    said = [
        record.statement("s1", articles[0], "The gate broke", "Lund"),
        record.statement("s2", articles[1], "The gate broke", "Lund"),
        record.statement("s3", articles[2], "The gate broke", "Moe"),
    ]
    told = [(True, [["s2", "s3"]]), (False, [["s1"], ["s3"]])]
    origins, number = count(articles, said, [record.actor("Lund"), record.actor("Moe")], told=told)
    assert number == (2, 2)
    assert {o.statements for o in origins} == {("s1",), ("s2", "s3")}


def test_an_unknown_speaker_told_to_be_another_is_counted(record, count):
    one, two = record.article("1"), record.article("2")
    said = [
        record.statement("s1", one, "The gate broke", "Lund"),
        record.statement("s2", two, "The gate broke", None, "indirect"),
    ]
    assert count([one, two], said, [record.actor("Lund")], told=[(False, [["s1"], ["s2"]])])[1] == (2, 2)
