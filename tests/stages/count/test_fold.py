import pytest

from firsthand.hints import pairs
from firsthand.stages.count.fold import (
    copied_from,
    credits_outlet,
    pile,
    reports_itself,
    restates,
    told_apart,
    told_before,
    told_to_be_one,
)

ACTORS = ("Lund", "Fjord Wire")


@pytest.fixture
def known(record):
    def make(articles, said, copies=()):
        return pile(articles, said, [record.actor("Lund"), record.actor("Fjord Wire", "agency")], copies)

    return make


def test_a_copy_leads_to_the_likest_statement_of_the_original(record, known):
    one, two = record.article("1", outlet="Fjord Wire"), record.article("2")
    said = [
        record.statement("s1", one, "The choir sang in the old hall", "Lund"),
        record.statement("s2", one, "The gate of the harbour broke", "Lund"),
        record.statement("s3", two, "The gate of the harbour broke", "Lund"),
    ]
    link = copied_from(said[2], said[:2], known([one, two], said, [record.copy("1", "2")]))
    assert link is not None
    assert (link.to, link.sure) == ("s2", True)
    assert link.why == "s3 (The Harbour Times) reprints s2 (Fjord Wire)"


def test_a_passage_elsewhere_in_the_article_does_not_count(record, known):
    one, two = record.article("1"), record.article("2")
    said = [record.statement("s1", one, "Ice", start=0), record.statement("s2", two, "Ice", start=500)]
    copy = record.copy("1", "2", passages=[((0, 40), (0, 40))])
    assert copied_from(said[1], said[:1], known([one, two], said, [copy])) is None


def test_a_headline_restates_the_sourced_sentence_below(record, known):
    one = record.article("1")
    said = [
        record.statement("s1", one, "Harbour gate at Vik broke", start=0),
        record.statement("s2", one, "The gate of the harbour at Vik broke in the storm", "Lund", start=100),
    ]
    link = restates(said[0], said[1:], known([one], said))
    assert link is not None
    assert "names Lund" in link.why
    assert restates(said[0], [], known([one], said)) is None


def test_an_earlier_sourced_article_is_only_suspected(record, known):
    one, two = record.article("1", day="2025-03-04"), record.article("2", "The gate broke.", day="2025-03-06")
    said = [record.statement("s1", one, "The gate broke", "Lund"), record.statement("s2", two, "The gate broke")]
    link = told_before(said[1], said[:1], known([one, two], said))
    assert link is not None
    assert not link.sure
    assert told_before(said[0], said[1:], known([one, two], said)) is None


def test_own_reporting_is_nobodys_rewrite(record, known):
    one = record.article("1", day="2025-03-04")
    two = record.article("2", "Our reporter saw that the gate broke.", day="2025-03-06")
    said = [record.statement("s1", one, "The gate broke", "Lund"), record.statement("s2", two, "the gate broke")]
    assert reports_itself(said[1], known([one, two], said))
    assert told_before(said[1], said[:1], known([one, two], said)) is None


def test_a_credit_leads_to_the_credited_article(record, known):
    one, two = record.article("1", outlet="Fjord Wire"), record.article("2")
    said = [
        record.statement("s1", one, "The gate broke", "Lund"),
        record.statement("s2", two, "A gate broke", "Lund", chain=("Lund", "Fjord Wire")),
    ]
    link = credits_outlet(said[1], said[:1], known([one, two], said))
    assert link is not None
    assert link.why == "s2 (The Harbour Times) credits Fjord Wire, which s1 shows citing Lund"


def test_a_person_says_that_two_are_one_or_two(record):
    one, two = record.article("1"), record.article("2", outlet=None)
    said = [record.statement(f"s{n}", one if n < 3 else two, "Ice", start=n) for n in (1, 2, 3)]
    hints = pairs([(True, [["s3", "s1", "s9"]]), (False, [["s2"], ["s3", "s9"]])])
    known = pile([one, two], said, [], [], hints)
    (link,) = told_to_be_one(said, known)
    assert (link.statement, link.to, link.sure) == ("s1", "s3", True)
    assert link.why == "s1 (The Harbour Times) and s3 marked as one origin by an analyst"
    assert told_apart(said, known) == {frozenset({"s2", "s3"})}
