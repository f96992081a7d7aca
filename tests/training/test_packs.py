from pathlib import Path

import pytest

import packs
from check_packs import statement_problems

TRAINING = Path(packs.__file__).parent
PACK = """\
story: A kiln cracks at Vik
actor a1 | Vik Mill | organisation
actor a2 | Elena Marsh | person | member a1
actor a3 | Fjord Wire | agency
claim c1 | The kiln is cracked. | denied a1
claim c2 | The kiln will be lit on Monday. | plan
relation c2 updates c1
copy 02 of 01 edited uncredited

== 01 | The Post | post.example | 2025-03-04T10:30 | Kiln cracked
[[c1|-|asserts|none|The kiln is cracked]], and everybody knows that [[c1|-|asserts|none|the kiln is cracked]].

“[[c1|a2>a3|denies|direct|It is sound]],” said Elena Marsh. “[[c2|a2>a3|promises|direct|It is lit on Monday]].”

== 02 | Herald | herald.example | - | Cracked
[[-|a2|declines|indirect|Marsh would not talk]].
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "A01-kiln.pack"
    path.write_text(text, "utf-8")
    return path


def test_marks_become_statements_and_leave_the_text_of_the_article(tmp_path) -> None:
    articles, gold = packs.pack(written(tmp_path, PACK))
    assert "[[" not in articles[0]["text"]
    assert articles[1] == {
        "id": "02", "url": "https://herald.example/02", "outlet": "Herald", "published": None, "title": "Cracked",
        "text": "Marsh would not talk.",
    }  # fmt: skip
    told = [(s["article"], s["exact"], s["chain"], s["stance"], s["claim"]) for s in gold["statements"]]
    assert told[2] == ("01", "It is sound", ["a2", "a3"], "denies", "c1")
    assert told[4] == ("02", "Marsh would not talk", ["a2"], "declines", None)
    assert gold["claims"][0]["denied_by"] == ["a1"]
    assert gold["claims"][1]["plan"]
    assert gold["actors"][1]["member_of"] == "a1"
    assert gold["copies"] == [{"article": "02", "of": "01", "kind": "edited", "credited": False}]


def test_a_person_named_with_what_he_is_has_the_bare_name_too(tmp_path) -> None:
    _, gold = packs.pack(written(tmp_path, PACK.replace("| Elena Marsh |", "| Elena Marsh, harbour master |")))
    marsh = gold["actors"][1]
    assert (marsh["name"], marsh["aliases"]) == (
        "Elena Marsh, harbour master",
        ["Elena Marsh, harbour master", "Elena Marsh"],
    )
    assert gold["actors"][0]["aliases"] == ["Vik Mill"]


def test_a_pack_is_a_claim_set_too(tmp_path) -> None:
    told = packs.as_set(written(tmp_path, PACK))
    assert told["relations"] == [["c2", "c1", "updates"]]
    assert {s["day"] for s in told["statements"]} == {0}
    assert told["statements"][2]["speaker"] == "Elena Marsh"


@pytest.mark.parametrize("wrong", [("[[c1|-|asserts|none|The", "[[c1|-|none|The"), ("story:", "tale:")])
def test_what_cannot_be_read_is_told(tmp_path, wrong) -> None:
    with pytest.raises(ValueError, match="A01-kiln"):
        packs.pack(written(tmp_path, PACK.replace(*wrong)))


def test_a_file_of_exchanges_holds_many_stories_each_with_a_name_of_its_own(tmp_path) -> None:
    path = written(tmp_path, PACK + "\n" + PACK.replace("at Vik", "at Voss"))
    names, articles, keys = zip(*packs.several(path), strict=True)
    assert names == ("A01-kiln-1", "A01-kiln-2")
    assert [key["story"] for key in keys] == ["A kiln cracks at Vik", "A kiln cracks at Voss"]
    assert articles[0] == articles[1] == packs.pack(written(tmp_path, PACK))[0]


@pytest.mark.parametrize(("folder", "least"), [("packs", 300), ("exchanges", 1900)])
def test_the_stories_of_this_repository_are_sound(folder: str, least: int) -> None:
    told = [each for path in sorted((TRAINING / folder).glob("*.pack")) for each in packs.several(path)]
    assert len(told) > least
    for name, articles, gold in told:
        texts = {a["id"]: a["text"] for a in articles}
        actors, claims = ({row["id"] for row in gold[key]} for key in ("actors", "claims"))
        for said in gold["statements"]:
            assert not [*statement_problems(said, texts[said["article"]], actors, claims)], name
        assert {end for r in gold["relations"] for end in (r["a"], r["b"])} <= claims, name
