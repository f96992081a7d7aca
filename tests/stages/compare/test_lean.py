from dataclasses import replace

import pytest

from firsthand.hints import pairs
from firsthand.stages.compare.decided import decided
from firsthand.stages.compare.lean import lean

TEXT = "The gate had rusted, Lund said. “It broke in the storm. ” The choir sang, Moe said."


@pytest.fixture
def views(record, seen):
    article = record.article("1", TEXT)
    said = [
        record.statement("s1", article, "The gate had rusted", "Lund"),
        record.statement("s2", article, "It broke in the storm.", "Lund", "direct"),
        record.statement("s3", article, "The choir sang", "Moe"),
    ]
    return seen([article], said, [record.actor("Lund"), record.actor("Moe")])


def named(clusters):
    return [[v.statement.id for v in c] for c in clusters]


def test_a_leaning_statement_goes_to_the_claim_before_it(views):
    found, setting = views
    assert named(lean([[v] for v in found], setting)) == [["s1", "s2"], ["s3"]]


def test_what_a_speaker_says_next_is_another_claim(record, seen):
    article = record.article("1", "The gate had rusted, Lund said. “Nobody paints in winter.”")
    said = [
        record.statement("s1", article, "The gate had rusted", "Lund"),
        record.statement("s2", article, "Nobody paints in winter.", "Lund", "direct"),
    ]
    found, setting = seen([article], said, [record.actor("Lund")])
    assert named(lean([[v] for v in found], setting)) == [["s1"], ["s2"]]


def test_it_stays_where_it_has_company(views, record, seen):
    found, setting = views
    assert named(lean([[found[0]], [found[1], found[2]]], setting)) == [["s1"], ["s2", "s3"]]


def test_numbers_that_clash_keep_it_apart(record, seen):
    article = record.article("1", "Four people died, Lund said. “We counted six dead.”")
    said = [
        record.statement("s1", article, "Four people died", "Lund"),
        record.statement("s2", article, "We counted six dead", "Lund", "direct"),
    ]
    found, setting = seen([article], said, [record.actor("Lund")])
    assert named(lean([[v] for v in found], setting)) == [["s1"], ["s2"]]


def test_a_decision_keeps_it_from_the_claim_before_it(views):
    found, setting = views
    setting = replace(setting, decided=decided(pairs([(False, [["s1"], ["s2"]])]), ()))
    assert named(lean([[v] for v in found], setting)) == [["s1"], ["s2"], ["s3"]]
