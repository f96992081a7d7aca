import json

import large_store
from large_store import cached, piece

ARTICLE = "Engineers found a crack in the Hollin Dam above Ternby on Monday, chief engineer Maud Ostrander said. " * 2


def test_what_was_found_is_kept_in_pieces_and_read_back(tmp_path, monkeypatch):
    monkeypatch.setattr(large_store, "PIECE", 2)
    pile, cache = tmp_path / "pile.jsonl", tmp_path / "cache"
    cache.mkdir()
    pile.write_text("".join(json.dumps({"text": f"{ARTICLE} {n}"}) + "\n" for n in range(3)), encoding="utf-8")
    found = list(cached(pile, cache, 3))
    assert [one.article.text[-1] for one in found] == ["0", "1", "2"]
    assert all(one.attributions for one in found)
    made = piece(pile, cache, 0).stat().st_mtime_ns
    assert list(cached(pile, cache, 3)) == found
    assert piece(pile, cache, 0).stat().st_mtime_ns == made
