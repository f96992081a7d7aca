import json
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrections.invented import DAM, FEARED, HOLDS, PASSED, article, decided, on
from firsthand.corrections import Correction, Kind, anchor, flaw, from_annotations, to_annotations
from firsthand.corrections.annotation import MOTIVATION, READ, readable
from firsthand.corrections.records import ACTORS, APART, COPIES, OF_STATEMENTS, STORIES
from firsthand.records import Stance

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
NAMED = TEXT.filter(lambda name: name.strip())
DATES = st.none() | st.dates().map(lambda day: day.isoformat()) | st.sampled_from(["1999", "2024-05", "2024/2025-01"])


@st.composite
def some_spans(draw, length):
    edges = sorted(draw(st.sets(st.integers(0, length), min_size=2, max_size=6)))
    return tuple(zip(edges[::2], edges[1::2], strict=False))


@st.composite
def anchors(draw, whole):
    text = draw(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('🌊𝒜\u0301\n\t"\\'), min_size=1))
    url = draw(st.sampled_from([None, "https://valley.example/ä?q=1", "javascript:alert(1)"]))
    return anchor(article(text, url), () if whole and draw(st.booleans()) else draw(some_spans(len(text))))


@st.composite
def corrections(draw):
    kind = draw(st.sampled_from(get_args(Kind)))
    least, most = (1, 3) if kind in OF_STATEMENTS else (2, 4)
    most = 1 if kind == "spans" else 2 if kind in COPIES else most
    at = draw(st.lists(anchors(kind in STORIES | COPIES), min_size=least, max_size=most))
    moments = st.datetimes().map(lambda t: t.isoformat() + "Z")
    undone = draw(st.none() | moments)
    made = Correction(
        id=draw(st.uuids().map(str) | NAMED),
        kind=kind,
        at=() if kind in ACTORS else tuple(at),
        first=draw(st.integers(1, len(at) - 1)) if kind in APART else 1,
        spans=draw(some_spans(50)) if kind == "spans" else (),
        speaker=draw(st.none() | NAMED),
        stance=draw(st.sampled_from(get_args(Stance)) | (st.nothing() if kind == "stance" else st.none())),
        said=draw(DATES),
        names=tuple(draw(st.lists(NAMED, min_size=2, unique=True))) if kind in ACTORS else (),
        note=draw(TEXT),
        by=draw(NAMED),
        made=draw(moments),
        undone=undone,
        undone_by=draw(NAMED) if undone else None,
    )
    assert flaw(made) is None
    return made


@given(st.lists(corrections(), unique_by=lambda c: c.id))
def test_what_is_exported_comes_back_as_it_was(some):
    text = to_annotations(some)
    assert from_annotations(text) == tuple(some)
    assert from_annotations(text.encode()) == tuple(some)


def test_a_page_is_read_by_others_as_the_model_says():
    one = decided(
        "speaker", on(DAM, HOLDS), id="3f0e8a1c-2b4d-4c6e-8f10-0123456789ab", speaker="Odd Bakke", note="Heard it."
    )
    page = json.loads(to_annotations([one]))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    (made,) = page["items"]
    assert made["id"] == "urn:uuid:3f0e8a1c-2b4d-4c6e-8f10-0123456789ab"
    assert (made["type"], made["motivation"], made["created"]) == ("Annotation", "identifying", one.made)
    assert made["creator"] == {"type": "Person", "name": "Mira"}
    assert [b["value"] for b in made["body"]] == ["The speaker is Odd Bakke.", "Heard it."]
    (target,) = made["target"]
    assert target["source"] == DAM.url
    assert target["selector"] == [
        {"type": "TextPositionSelector", "start": 0, "end": len(HOLDS)},
        {"type": "TextQuoteSelector", "exact": HOLDS, "prefix": "", "suffix": DAM.text[len(HOLDS) :][:32]},
    ]


def test_offsets_are_code_points_and_each_span_is_a_target():
    (made,) = json.loads(to_annotations([decided("stance", on(DAM, HOLDS, PASSED), stance="denies")]))["items"]
    selectors = [t["selector"] for t in made["target"]]
    assert (
        [DAM.text[p["start"] : p["end"]] for p, _ in selectors] == [q["exact"] for _, q in selectors] == [HOLDS, PASSED]
    )
    assert ["prefix" in q for _, q in selectors] == [True, False]
    assert ["suffix" in q for _, q in selectors] == [False, True]


def test_an_article_without_address_and_a_name_have_one_of_their_own():
    bare = replace(DAM, url=None)
    made = json.loads(to_annotations([decided("copy", anchor(bare), on(bare, FEARED))]))["items"][0]
    assert {t["source"] for t in made["target"]} == {f"urn:firsthand:article:{DAM.id}"}
    assert "selector" not in made["target"][0]
    made = json.loads(to_annotations([decided("same actor", names=("Ada Holm", "Á"))]))["items"][0]
    assert made["target"] == ["urn:firsthand:name:Ada%20Holm", "urn:firsthand:name:%C3%81"]


def test_a_broken_character_stays_valid_json():
    one = decided("speaker", on(DAM, HOLDS), note="half a \ud83c wave")
    assert from_annotations(to_annotations([one]).encode("utf-8")) == (one,)


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_says_what_was_decided(kind):
    assert kind in MOTIVATION
    assert kind in READ
    said = readable(decided(kind, speaker="Odd Bakke", stance="denies", said="2024", names=("A", "B"), spans=((1, 2),)))
    assert said.endswith(".")
    assert "{" not in said


def test_nobody_and_never_are_words_too():
    assert readable(decided("speaker")) == "The speaker is the outlet itself."
    assert readable(decided("said")) == "It was said: not known when."
    assert readable(decided("statement")) == "This is a statement."


def test_the_example_of_the_docs_is_what_is_written():
    page = Path(__file__).parents[2].joinpath("docs", "corrections.md").read_text(encoding="utf-8")
    example = page.split("```json\n")[1].split("```")[0]
    (one,) = from_annotations(example)
    assert json.loads(to_annotations([one])) == json.loads(example)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//elsewhere.example", " https://x.example"]
)
def test_only_a_web_address_is_a_link(url):
    at = anchor(article("The dam holds.", url), ((0, 7),))
    (target,) = json.loads(to_annotations([decided("not a statement", at)]))["items"][0]["target"]
    assert target["source"].startswith("urn:firsthand:article:")
    assert target["firsthand:url"] == url
