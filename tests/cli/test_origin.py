import json

from firsthand.find import LEAST
from show.sample import SAMPLE

TEXT = "the bridge is to stay closed for six weeks"


def test_the_claim_and_what_could_not_be_read(run, given):
    got = run("origin", TEXT, "pile")
    assert got.status == 1  # the sample holds an input that failed
    assert got.out.startswith("  1  The bridge will stay closed for six weeks\n     1–2 origins, 3 articles\n")
    assert got.err.count("\n") == len(SAMPLE.unprocessed)
    assert [list(paths) for paths in given] == [["pile"]]


def test_as_data(run, given):
    found = json.loads(run("origin", TEXT, "pile", "--format", "json").out)
    assert list(found) == [
        "text", "score", "not_told", "claim", "statements", "origins", "relations", "denied_by", "doubted_by", "also"
    ]  # fmt: skip
    assert (found["text"], found["claim"]["id"], found["claim"]["state"]["state"]) == (TEXT, "c1", "no news")
    assert LEAST <= found["score"] <= 1
    assert found["not_told"] == []
    assert [s["outlet"] for s in found["statements"]] == [
        "Tolvik Lamp",
        "Fjord Courier",
        "Fjord Courier",
        "Bridge Blog",
    ]
    assert [(o["name"], o["statements"]) for o in found["origins"]] == [("Ada Brandvold", ["s1", "s2", "s5"])]
    assert [(r["kind"], r["other"]) for r in found["relations"]] == [("contradicts", "Two people had been hurt")]
    assert (found["denied_by"], found["doubted_by"], found["also"]) == (["roads agency"], [], [])


def test_a_text_that_nobody_tells_is_one_line_and_status_1(run, given):
    got = run("origin", "a comet fell on Lisbon", "pile")
    assert (got.status, got.out) == (1, "")
    assert got.err.splitlines()[-1] == "firsthand: no claim of the pile tells that"


def test_what_is_nearest_is_named_but_not_taken(run, given):
    got = run("origin", "a bridge in Oslo closed because a lorry with forty tons of frozen herring hit it", "pile")
    assert (got.status, got.out) == (1, "")
    assert got.err.endswith("that; nearest: The bridge will stay closed for six weeks\n")


LIGHTHOUSE = (
    (
        "Skarvik Post",
        "2031-05-06",
        "The harbour board will reopen the Tangen lighthouse to visitors in June, Runa Helle told Nordwire on Tuesday.",
    ),
    (
        "Fjord Courier",
        "2031-05-07",
        "The harbour board will reopen the Tangen lighthouse to visitors in June, Runa Helle said, Nordwire reported.",
    ),
    (
        "Skarvik Post",
        "2031-06-20",
        "The reopening of the Tangen lighthouse to visitors was postponed, Runa Helle said on Friday.",
    ),
)


def test_a_plan_in_articles_with_its_tree_and_what_became_of_it(run, tmp_path):
    rows = [{"outlet": o, "published": day, "title": f"Lighthouse {day}", "text": t} for o, day, t in LIGHTHOUSE]
    pile = tmp_path / "pile.jsonl"
    pile.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    got = run("origin", "the Tangen lighthouse reopens for visitors in June", pile)
    assert (got.status, got.err) == (0, "")
    assert "The harbour board will reopen the Tangen lighthouse to visitors in June\n     1 origin, " in got.out
    assert "plan: delayed 20 Jun 2031" in got.out
    tree = got.out[got.out.index("     Runa Helle → Nordwire\n") : got.out.index("why: ")]
    assert "     ├─ Skarvik Post, 6 May 2031 [1]\n     └─ Fjord Courier, 7 May 2031 [2]\n" in tree
    assert "updated by claim 2: The reopening of the Tangen lighthouse to visitors was\n     postponed\n" in got.out
