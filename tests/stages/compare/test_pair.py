from dataclasses import replace

import pytest

from firsthand.stages.compare import pair as compared
from firsthand.stages.compare.joint.read import Read
from firsthand.stages.compare.pair import READ, SAME, explain, score


@pytest.fixture
def two(record, seen):
    """Two texts, each in its article → the pair's views and setting."""

    def look(one, other, sources=(None, None), actors=(), copies=(), **told):
        first = record.article("1", outlet="Fjord News")
        second = record.article("2", day=told.pop("day", "2025-03-04"))
        said = [
            record.statement("s1", first, one, sources[0]),
            record.statement("s2", second, other, sources[1], **told),
        ]
        views, setting = seen([first, second], said, actors, copies)
        return views[0], views[1], setting

    return look


def reasons(pair):
    return {name: found.reason for name, found in explain(*pair)}


def without_meaning(pair):
    *views, setting = pair
    return *views, replace(setting, meaning={})


def test_the_same_words_are_the_same_claim(two):
    pair = two("The dam at Vik burst at night", "The dam at Vik burst at night")
    assert score(*pair) > SAME
    assert reasons(pair)["overlap"] == "shared words"


def test_other_words_for_it_are_the_same_claim(two):
    assert (
        score(*two("Seven sailors died in a fire on a trawler", "A blaze aboard a trawler killed seven sailors")) > SAME
    )


def test_words_of_one_meaning_are_the_same_claim(two):
    siren = two("The siren at the dam stayed silent", "Nobody in the village heard any alarm")
    assert reasons(siren)["meaning"] == "alike in meaning"
    assert score(*siren) > SAME > score(*without_meaning(siren))


def test_without_an_encoder_words_stand_in_for_meaning(two):
    pair = without_meaning(two("The dam at Vik burst at night", "The dam at Vik burst at night"))
    assert reasons(pair)["meaning"] == "shared words"
    assert score(*pair) > SAME


def test_other_matters_are_not(two):
    assert score(*two("The dam at Vik burst at night", "The choir will sing in Bergen")) < SAME


def test_other_numbers_of_one_thing_are_never_one_claim(two):
    pair = two("Four people died in the fire at Vik", "Eleven people died in the fire at Vik")
    assert score(*pair) < 0
    assert "other number" in reasons(pair)["numbers"]


def test_other_lengths_of_time_speak_against_it(two):
    other = two("The bridge will be closed for six weeks", "The bridge will be closed for two weeks")
    assert reasons(other)["numbers"] == "other lengths"
    assert "numbers" not in reasons(two("It will be closed for six weeks", "It will be closed for 6 weeks"))


def test_one_number_speaks_for_it(two):
    assert (
        reasons(two("The raid killed 35 guards", "35 dead, the clinic counted"))["numbers"] == "one number of one thing"
    )


def test_opposites_by_two_parties_speak_against_it(two):
    actors = []
    pair = two("The seal was intact", "The seal was broken", ("Lund", "Moe"), actors)
    assert "opposites" in reasons(pair)["polarity"]
    same = two("The seal was intact", "The seal was broken", ("Lund", "Lund"), actors)
    assert "polarity" not in reasons(same)


def test_a_credited_speaker_counts_more_than_a_speaker(two, record):
    agency = record.actor("Fjord News", "agency")
    lund = record.actor("Lund")
    credited = two("The gate broke", "A gate is broken", ("Lund", "Lund"), [agency, lund], chain=("Lund", "Fjord News"))
    alone = two("The gate broke", "A gate is broken", ("Lund", "Lund"), [agency, lund])
    assert reasons(credited)["speakers"] == "one speaker, credited"
    assert score(*credited) > score(*alone)


def test_a_passage_counts_more_than_a_copy(two, record):
    passage = record.copy("1", "2", "edited", passages=[((2000, 2050), (1000, 1050))])
    held = two("The gate broke", "A gate is broken", copies=[passage])
    near = two("The gate broke", "A gate is broken", copies=[record.copy("1", "2", "edited")])
    assert score(*held) > score(*near) > score(*two("The gate broke", "A gate is broken"))


def test_a_plan_and_a_later_fact_are_apart(two):
    assert reasons(two("The mill will close", "The mill closed", day="2025-04-01"))["state"] == "plan and later fact"


def test_a_quote_behind_a_report_leans_on_it(record, seen):
    article = record.article("1", "The gate had rusted, Lund said. “We told the port twice.”")
    said = [
        record.statement("s1", article, "The gate had rusted", "Lund"),
        record.statement("s2", article, "We told the port twice.", "Lund", "direct"),
    ]
    views, setting = seen([article], said, [record.actor("Lund")])
    assert dict(explain(*views, setting))["follow_up"].score == 0.2


def test_both_are_read_together_only_where_all_else_leaves_it_open(two, monkeypatch):
    asked = []
    found = Read(same=0.99, contradicts=0.0, updates=0.0)
    monkeypatch.setattr(compared, "together", lambda joint, a, b, names: asked.append(a.statement.id) or found)
    a, b, setting = two("The dam at Vik burst at night", "Water broke through the dam before dawn")
    joint = replace(setting, joint=object())
    rest = score(a, b, setting)
    monkeypatch.setattr(compared, "UNSURE", (rest - 1, rest + 1))
    assert score(a, b, joint) > rest + READ / 2
    assert asked == [a.statement.id]
    monkeypatch.setattr(compared, "UNSURE", (rest - 2, rest - 1))
    assert score(a, b, joint) == rest + READ
    monkeypatch.setattr(compared, "UNSURE", (rest + 1, rest + 2))
    assert score(a, b, joint) == rest - READ
    assert asked == [a.statement.id]
