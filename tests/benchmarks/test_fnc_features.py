from math import isnan

import pytest

import fnc_features as features
from firsthand.pipeline import find_in
from firsthand.records import Part
from firsthand.settings import Settings
from firsthand.stages.compare.reader.model import RELATIONS
from fnc_features import Seen, alike, body_of, by_reader, by_statements, by_words, seen, split, text_of
from polnear import article

HEADLINE = "Mayor of Ternby to close the Hollin bridge"
DENIED = "The mayor of Ternby denied that the Hollin bridge would close. The rumour is a hoax, he said. It rained."
TOLD = "Councillor Maud Ostrander said the mayor of Ternby would close the Hollin bridge. It may have rained."


def body(text: str) -> features.Body:
    return body_of(find_in(article(text, text), Settings()))


def statements(headline: str, text: str) -> features.Numbers:
    line, held = text_of(headline), body(text)
    return by_statements(line, body(headline).statements, held, seen(line, held))


def test_sentences_end_at_marks_and_paragraphs_and_furniture_is_left_out():
    text = 'He left. "Why?" she asked.\n\nRead more\n\nNobody knew, Mr. x said'
    parts = (Part(start=0, end=26, kind="body"), Part(start=28, end=37, kind="furniture"))
    assert list(split(text, (*parts, Part(start=39, end=len(text), kind="body")))) == [
        "He left.", '"Why?" she asked.', "Nobody knew, Mr. x said",
    ]  # fmt: skip


def test_the_share_is_the_headlines_the_likeness_falls_with_what_else_is_told():
    line = text_of(HEADLINE)
    assert alike(line, line) == (pytest.approx(1.0), pytest.approx(1.0))
    share, like = alike(line, text_of(f"{HEADLINE}, sacking three engineers"))
    assert share == pytest.approx(1.0)
    assert like < 1
    assert alike(line, text_of("It rained")) == (0.0, 0.0)


def test_words_of_denial_hedging_and_reports_are_counted_once_each():
    assert text_of("Police denied the allegedly false report").cues == (2, 1, 1)
    assert text_of("Police opened the bridge").cues == (0, 0, 0)


def test_words_tell_a_body_of_the_matter_from_another():
    line = text_of(HEADLINE)
    near, far = body(TOLD), body("A bakery in Oswick sold its last loaf of rye.")
    mine, other = (by_words(line, each, seen(line, each)) for each in (near, far))
    assert mine["told"] == pytest.approx(1.0)
    assert mine["missing"] == other["told"] == 0
    assert mine["runs of 2"] > other["runs of 2"]
    assert mine["place"] == 0
    assert isnan(mine["numbers"])
    assert isnan(other["place"])


def test_what_is_called_false_is_seen_where_it_stands():
    line, denied = text_of(HEADLINE), body(DENIED)
    found = by_words(line, denied, seen(line, denied))
    assert (found["called false"], found["lead false"], found["called true"]) == (1, 1, 0)


def test_statements_tell_a_denial_from_a_report():
    denied, told = statements(HEADLINE, DENIED), statements(HEADLINE, TOLD)
    assert denied["contested best"] > 0.4 > told["contested best"]
    assert (denied["denies"], told["denies"]) == (1, 0)
    assert (denied["is told"], told["is told"]) == (0, 1)
    assert told["matter contests"] == 0 < denied["matter contests"]


def test_the_headlines_own_statement_counts():
    assert statements("Mayor denies closing bridge", TOLD)["headline contested"] == 1
    assert statements(HEADLINE, TOLD)["headline contested"] == 0


def test_the_reader_is_asked_only_of_a_body_that_tells_of_the_matter():
    line, near, far = text_of(HEADLINE), body(DENIED), body("It rained.")
    found = features.asked(line, (), near, seen(line, near))
    assert set(found) == {"nearest", "contested"}
    assert {one for one, _ in found.values()} == {f"report says: {HEADLINE}"}
    assert "denies: " in found["contested"][1]
    assert features.asked(line, (), far, seen(line, far)) == {}
    assert features.asked(text_of("Why?"), (), near, Seen((), ())) == {}


def test_the_readers_shares_are_named_and_the_greatest_kept():
    one, two = [0.6, 0.4, 0, 0, 0, 0], [0.1, 0.9, 0, 0, 0, 0]
    found = by_reader({"nearest": one, "contested": two})
    assert len(found) == 3 * len(RELATIONS)
    assert (found["nearest same"], found["contested same"], found["most same"], found["most against"]) == (
        0.6,
        0.1,
        0.6,
        0.9,
    )
    assert by_reader({}) == {}
