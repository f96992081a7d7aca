import copy
from pathlib import Path

import pytest

from check_packs import main, pack_problems
from score_packs import read_pack

PACK = next(Path(__file__).parents[2].glob("benchmarks/packs/*/gold.json")).parent


def test_the_packs_that_ship_are_sound(capsys):
    assert main([]) == 0
    assert capsys.readouterr().out.count("OK") >= 4


def spoilt(change):
    articles, gold = copy.deepcopy(read_pack(PACK))
    change(gold)
    return list(pack_problems(articles, gold))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda g: g["statements"][0].update(exact="words that stand nowhere"), "content not in article"),
        (lambda g: g["statements"][0].update(stance="shouts"), "stance shouts"),
        (lambda g: g["statements"][0].update(said="yesterday"), "said yesterday"),
        (lambda g: g["statements"][0].update(claim="c999"), "claim c999"),
        (lambda g: g["statements"][0].update(article="99"), "unknown article"),
        (lambda g: g["actors"].append(g["actors"][0]), "an id is given twice"),
        (lambda g: g["claims"][0]["origins"][0].update(actor="a999"), "unknown actor a999"),
        (lambda g: g["claims"][0].update(origins=g["claims"][0]["origins"] * 2), "under two origins"),
        (lambda g: g["relations"].append({"a": "c1", "b": "c2", "kind": "likes"}), "relation"),
        (lambda g: g["copies"].append({"article": "99", "of": "01"}), "copy"),
        (lambda g: g["timeline"].append({"statements": ["s999"]}), "timeline"),
        (lambda g: g["furniture"].append({"article": "01", "exact": "nowhere at all"}), "furniture"),
    ],
)
def test_a_fault_is_told(change, told):
    assert any(told in problem for problem in spoilt(change))
