import sys

import lookup


def test_sentences_of_the_own_key_are_found_those_of_another_pack_are_not(monkeypatch, capsys) -> None:
    packs = [lookup.HERE / "packs" / name for name in ("01-ferry-fire", "31-river-solvent")]
    monkeypatch.setattr(sys, "argv", ["lookup.py", *map(str, packs)])
    lookup.main()
    first, right, *rows = capsys.readouterr().out.splitlines()
    assert first.endswith(" not to be found")
    assert right.startswith("right first ")
    assert sum("*" in row for row in rows) == 1
