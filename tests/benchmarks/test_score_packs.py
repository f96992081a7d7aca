import json
import math
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from score_packs import as_brief, figures, score_pack

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
PACKS = sorted(p.parent for p in BENCHMARKS.glob("packs/*/gold.json"))
WRONG = ("scare quotes taken for speech %", "origins over-counted %", "articles missing")


def scored(pack, brief):
    counts = Counter()
    score_pack(pack, brief, counts)
    return figures(counts)


def best(name):
    return 0 if name in WRONG else 100


@pytest.mark.parametrize("pack", PACKS, ids=lambda p: p.name)
def test_an_answer_key_scores_full_marks_against_itself(pack):
    for name, value in scored(pack, as_brief(pack)).items():
        for each in value if isinstance(value, tuple) else (value,):
            assert math.isclose(each, best(name)), name


def test_an_empty_brief_scores_nothing():
    brief = as_brief(PACKS[0])
    lists = ("statements", "claims", "relations", "copies", "timeline", "stories")
    bare = brief | {name: [] for name in lists} | {"articles": [a | {"parts": []} for a in brief["articles"]]}
    got = scored(PACKS[0], bare)
    assert got["attribution content+speaker P/R/F1"] == (0, 0, 0)
    assert got["origins exact % (all claims)"] == 0
    assert got["timeline recall %"] == 0
    assert got["one story a pack %"] == 0


@pytest.mark.parametrize(
    ("spoil", "figure", "worse"),
    [
        (lambda s: s.update(text=s["text"] + " more"), "verbatim %", 0),
        (lambda s: s.update(stance="doubts"), "stance %", 0),
        (lambda s: s.update(chain=s["chain"] * 2), "chain % (of matched)", 0),
        (lambda s: s.update(said=None), "said-date %", 0),
        (lambda s: s.update(claim=None), "origins exact % (all claims)", 0),
    ],
)
def test_a_spoilt_field_costs_its_own_figure(spoil, figure, worse):
    brief = as_brief(PACKS[0])
    for statement in brief["statements"]:
        spoil(statement)
    got = scored(PACKS[0], brief)
    assert got[figure] == pytest.approx(worse, abs=20)
    assert got["furniture P/R/F1"] == (100, 100, 100)


def test_a_missing_article_is_counted_and_its_statements_are_lost():
    brief = as_brief(PACKS[0])
    gone = brief["articles"].pop(0)["id"]
    brief["statements"] = [s for s in brief["statements"] if s["article"] != gone]
    got = scored(PACKS[0], brief)
    assert got["articles missing"] == 1
    assert got["attribution content P/R/F1"][1] < 100


def test_an_offset_into_a_text_with_a_title_above_it_is_still_found():
    brief = as_brief(PACKS[0])
    above = "A title\n\n"
    for article in brief["articles"]:
        article["text"] = above + article["text"]
        for part in article["parts"]:
            part["start"] += len(above)
            part["end"] += len(above)
    for statement in brief["statements"]:
        statement["spans"] = [(s + len(above), e + len(above)) for s, e in statement["spans"]]
    got = scored(PACKS[0], brief)
    assert got["attribution content+speaker P/R/F1"] == (100, 100, 100)
    assert got["furniture P/R/F1"] == (100, 100, 100)


def test_from_the_command_line_with_briefs_already_made(tmp_path):
    (tmp_path / f"{PACKS[0].name}.json").write_text(json.dumps(as_brief(PACKS[0])), encoding="utf-8")
    command = [sys.executable, BENCHMARKS / "score_packs.py", PACKS[0], "--briefs", tmp_path, "--json"]
    got = json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)
    assert got["verbatim %"] == 100


def test_from_the_command_line_with_a_command_that_prints_briefs(tmp_path):
    made = tmp_path / "brief.json"
    made.write_text(json.dumps(as_brief(PACKS[0])), encoding="utf-8")
    run = f"{sys.executable} -c \"print(open('{made}').read())\" {{articles}}"
    command = [sys.executable, BENCHMARKS / "score_packs.py", PACKS[0], "--run", run]
    shown = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    assert "stance %                                       100.0" in shown


def test_an_unknown_speaker_is_wrong_and_somebody_by_himself():
    brief = as_brief(PACKS[0])
    for statement in brief["statements"]:
        if statement["source"] is not None:
            statement |= {"source": None, "quote": "indirect"}
    got = scored(PACKS[0], brief)
    assert got["speaker % (of matched)"] == 0
    precision, recall, _ = got["actor mentions B-cubed P/R/F1"]
    assert precision == 100
    assert 0 < recall < 80


def test_one_actor_for_everybody_costs_precision_and_two_for_each_cost_recall():
    brief = as_brief(PACKS[0])
    first = brief["actors"][0]["id"]
    for statement in brief["statements"]:
        statement["source"] = statement["source"] and first
    precision, recall, _ = scored(PACKS[0], brief)["actor mentions B-cubed P/R/F1"]
    assert recall == 100
    assert precision < 50
    brief = as_brief(PACKS[0])
    brief["actors"] += [a | {"id": a["id"] + "-2"} for a in brief["actors"]]
    for statement in brief["statements"][::2]:
        statement["source"] = statement["source"] and statement["source"] + "-2"
    got = scored(PACKS[0], brief)
    assert got["actor mentions B-cubed P/R/F1"][0] == 100
    assert got["actor mentions B-cubed P/R/F1"][1] < 90
    assert got["speaker % (of matched)"] == 100
