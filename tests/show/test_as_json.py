import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from firsthand.records import Quantity
from firsthand.show.as_json import as_json, json_pieces
from show.sample import SAMPLE, article, statement


def test_a_statement_is_the_characters_at_its_spans():
    brief = json.loads(as_json(SAMPLE))
    texts = {a["id"]: a["text"] for a in brief["articles"]}
    for said in brief["statements"]:
        assert said["text"] == " ".join(texts[said["article"]][a:b] for a, b in said["spans"])


def test_the_shape_is_the_contract():
    brief = json.loads(as_json(SAMPLE))
    assert brief["schema"] == 1
    assert brief["articles"][0]["published"] == {"start": "2031-03-03", "end": "2031-03-03", "basis": "metadata"}
    assert brief["claims"][2]["independent_origins"] == {"at_least": 1, "at_most": 2}
    assert brief["copies"][0]["passages"] == [{"article": [[0, 42]], "of": [[40, 82]]}]
    assert brief["unprocessed"][0]["failed"] is True


def test_the_same_brief_gives_the_same_text_with_letters_as_they_are():
    assert as_json(SAMPLE) == as_json(replace(SAMPLE))
    assert "“The bridge" in as_json(SAMPLE)


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_valid_utf_8_with_its_offsets_kept(text):
    one = article("x", "X", None, text + "!")
    brief = replace(SAMPLE, articles=(one,), statements=(statement("s1", one, text + "!"),))
    read = json.loads(as_json(brief).encode("utf-8"))
    assert len(read["articles"][0]["text"]) == len(text) + 1
    assert read["statements"][0]["text"] == read["articles"][0]["text"]


def test_a_number_that_json_cannot_hold_is_null():
    claim = replace(SAMPLE.claims[0], quantity=Quantity(value=float("inf"), unit="x", bound="="))
    assert json.loads(as_json(replace(SAMPLE, claims=(claim,))))["claims"][0]["quantity"]["value"] is None


def test_no_piece_holds_more_than_a_record():
    one, two, three = (article(n, "X", None, "It held. " * 500) for n in "abc")
    pieces = list(json_pieces(replace(SAMPLE, articles=(one, two, three))))
    assert max(map(len, pieces)) < 3 * len(one.text)  # its title and its text
    assert json.loads("".join(pieces))["articles"][1]["id"] == "b"
