import json
from dataclasses import replace

import pytest

from firsthand import pipeline
from firsthand.cli.actors import mentions, others
from firsthand.records import Actor, ActorMention, ActorMerge
from show.sample import SAMPLE

ARTICLE = SAMPLE.articles[0]
START = ARTICLE.text.index("Ada Brandvold")
MAYOR = Actor(
    id="m",
    name="Ada Brandvold",
    kind="person",
    aliases=("Ada Brandvold", "Brandvold", "Mrs B"),
    member_of="c",
    member_why="Mayor",
    mentions=(ActorMention(article=ARTICLE.id, spans=((START, START + 13),)),),
    merges=(
        ActorMerge(one="Ada Brandvold", two="Ada Brandvold", score=1.0, why="same name", articles=(ARTICLE.id,)),
        ActorMerge(one="Ada Brandvold", two="Brandvold", score=0.98, why="surname", articles=(ARTICLE.id,)),
    ),
)
COUNCIL = Actor(id="c", name="Tolvik Council", kind="government", aliases=("Tolvik Council",), member_of=None)


@pytest.fixture
def given(monkeypatch):
    monkeypatch.setattr(pipeline, "brief", lambda *_: replace(SAMPLE, actors=(COUNCIL, MAYOR)))


def test_a_row_an_actor_the_most_spoken_of_first(run, given):
    lines = [line.split("  ") for line in run("actors", "pile").out.splitlines() if "person" in line or "gov" in line]
    assert [line[0].strip() for line in lines] == ["Ada Brandvold", "Tolvik Council"]
    assert [cell.strip() for cell in lines[0] if cell.strip()][2:] == ["Brandvold; Mrs B", "Tolvik Council", "1", "1"]


def test_why_tells_what_made_the_names_one(run, given):
    out = run("actors", "pile", "--why").out
    assert "Brandvold (surname, 0.98); Mrs B" in out
    assert "Tolvik Council (“Mayor”)" in out


def test_json_tells_every_place_and_merge(run, given):
    first, second = (json.loads(line) for line in run("actors", "pile", "--format", "json").out.splitlines())
    assert set(Actor.__dataclass_fields__) < set(first)
    (place,) = first["mentions"]
    assert (place["article"], place["path"], place["words"]) == (ARTICLE.id, ARTICLE.path, ["Ada Brandvold"])
    assert [ARTICLE.text[start:end] for start, end in place["spans"]] == place["words"]
    assert [m["why"] for m in first["merges"]] == ["same name", "surname"]
    assert first["member_of_name"] == second["name"] == "Tolvik Council"


def test_a_failure_is_told_and_makes_status_1(run, given):
    assert run("actors", "pile").status == 1


def test_counts_and_names():
    assert mentions(MAYOR) == 1
    assert others(MAYOR, why=False) == ["Brandvold", "Mrs B"]
    odd = replace(MAYOR, merges=(ActorMerge(one="Brandvold", two="she", score=0.9, why="pronoun", articles=()),))
    assert others(odd, why=True) == ["she (= Brandvold, pronoun, 0.90)", "Brandvold", "Mrs B"]
