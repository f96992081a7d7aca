import json
import sys
from pathlib import Path

import agreement
from score_packs import read_pack


def test_the_key_itself_as_second_reader_agrees_in_all(monkeypatch, capsys, tmp_path) -> None:
    (home := tmp_path / "pack").mkdir()
    pack = Path(agreement.__file__).parent / "packs" / "01-ferry-fire"
    _, gold = read_pack(pack)
    for name in ("articles.jsonl", "gold.json"):
        (home / name).write_bytes((pack / name).read_bytes())
    called = {a["id"]: a["name"] for a in gold["actors"]}
    claims = {c["id"]: {"denied_by": [called[a] for a in c["denied_by"]]} for c in gold["claims"]}
    told = {s["id"]: s["claim"] for s in gold["statements"]}
    read = {"claims": claims, "statements": told, "relations": gold["relations"]}
    (home / "second.json").write_text(json.dumps(read), "utf-8")
    monkeypatch.setattr(sys, "argv", ["agreement.py", str(home)])
    agreement.main()
    assert [row.split("/")[-1].split()[-1] for row in capsys.readouterr().out.splitlines()] == ["100.0"] * 5


def test_the_second_readers_claims_stand_in_for_those_of_the_key() -> None:
    pack = Path(agreement.__file__).parent / "packs" / "01-ferry-fire"
    read = json.loads((pack / "second.json").read_text("utf-8"))
    brief = agreement.second(pack)
    assert {s["claim"] for s in brief["statements"]} <= {None, *read["claims"]}
    assert [c["id"] for c in brief["claims"]] == [*read["claims"]]
