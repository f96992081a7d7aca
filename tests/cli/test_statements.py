import json

from firsthand.records import Statement
from show.sample import SAMPLE


def test_one_object_a_line_with_the_names_behind_the_ids(run, given):
    got = run("statements", "pile")
    rows = [json.loads(line) for line in got.out.splitlines()]
    assert [r["id"] for r in rows] == [s.id for s in SAMPLE.statements]
    assert set(Statement.__dataclass_fields__) < set(rows[0])
    names = {a.id: a.name for a in SAMPLE.actors}
    for row, statement in zip(rows, SAMPLE.statements, strict=True):
        assert row["speaker"] == names.get(statement.source)
        assert row["chain_names"] == [names[a] for a in statement.chain]


def test_spans_lead_back_to_the_article(run, given):
    texts = {a.id: a.text for a in SAMPLE.articles}
    paths = {a.id: (a.path, a.url, a.outlet.name) for a in SAMPLE.articles}
    for line in run("statements", "pile").out.splitlines():
        row = json.loads(line)
        assert " ".join(texts[row["article"]][s:e] for s, e in row["spans"]) == row["text"]
        assert (row["path"], row["url"], row["outlet"]) == paths[row["article"]]


def test_a_failure_is_told_and_makes_status_1(run, given):
    got = run("statements", "pile")
    assert got.status == 1
    assert got.err.count("\n") == len(SAMPLE.unprocessed)
