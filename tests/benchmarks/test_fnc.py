import csv
import sys

import numpy as np
import pytest

import fnc
from fnc import Pair, decided, folds_of, splits, stance_of, weighted
from polnear import article

AGREE, DISAGREE, DISCUSS, UNRELATED = range(4)
HEADLINE = "Mayor of Ternby to close the Hollin bridge"
BODIES = {
    "1": "The mayor of Ternby will close the Hollin bridge, the council said on Monday. Engineers found a crack.",
    "2": "A bakery in Oswick sold its last loaf of rye on Friday. Its owner, Maud Ostrander, retires.",
    "3": "The mayor of Ternby denied that the Hollin bridge would close. The report is a hoax, he said.",
    "4": "A bakery in Oswick sold its last loaf of rye on Friday. Its owner, Maud Ostrander, retires.",
}


def test_a_quarter_for_related_or_not_the_rest_for_the_right_one_of_three():
    assert weighted([UNRELATED], [UNRELATED]) == 100
    assert weighted([AGREE], [AGREE]) == 100
    assert weighted([AGREE], [DISCUSS]) == 25
    assert weighted([AGREE], [UNRELATED]) == weighted([UNRELATED], [AGREE]) == 0
    assert weighted([AGREE, UNRELATED, UNRELATED], [DISAGREE, UNRELATED, DISCUSS]) == pytest.approx(100 * 0.5 / 1.5)


def test_the_answer_is_the_one_that_promises_most_points():
    sure, torn = [0.1, 0.1, 0.8], [0.3, 0.3, 0.4]
    assert decided([0.9, 0.4, 0.1], [sure, torn, sure]) == [DISCUSS, DISCUSS, UNRELATED]
    assert decided([0.3], [sure]) == [DISCUSS]
    assert decided([0.3], [torn]) == [UNRELATED]


def test_the_table_counts_and_gives_the_f1_of_each_answer():
    head, agree, _, _, unrelated, last = fnc.confusion([AGREE, AGREE, UNRELATED], [AGREE, DISCUSS, UNRELATED])
    assert head.split() == [*fnc.STANCES, "F1"]
    assert agree.split() == ["agree", "1", "0", "1", "0", "66.7"]
    assert unrelated.split()[-1] == "100.0"
    assert last == "right 66.7 %, mean F1 41.7"


def test_answers_are_read_as_names_and_as_numbers():
    assert [stance_of(a) for a in ("2", "discuss", "unrelated")] == [2, 2, 3]


def test_folds_are_even_and_the_same_each_time():
    fold = folds_of("abcdefgh", 4)
    assert sorted(fold.values()) == [0, 0, 1, 1, 2, 2, 3, 3]
    assert folds_of("hgfedcba", 4) == fold


def pairs_of(*rows: tuple[str, str, int]) -> list[Pair]:
    return [Pair(*row) for row in rows]


def test_one_text_under_two_ids_is_in_one_fold():
    pairs = pairs_of(*((line, body, UNRELATED) for body in BODIES for line in ("one", "two")))
    for learn, judge in splits(pairs, BODIES, 3, False):
        assert {pairs[at].body for at in judge} in ({"1"}, {"3"}, {"2", "4"})
        assert sorted(learn + judge) == list(range(len(pairs)))


def test_a_whole_story_is_kept_out_of_what_is_learnt():
    pairs = pairs_of(
        ("bridge", "1", AGREE), ("shut", "3", DISCUSS), ("bridge", "3", DISAGREE),  # one story
        ("bakery", "2", AGREE), ("bakery", "1", UNRELATED), ("shut", "2", UNRELATED),
    )  # fmt: skip
    parts = [(set(learn), set(judge)) for learn, judge in splits(pairs, BODIES, 2, True)]
    assert sorted(parts, key=str) == sorted([({0, 1, 2}, {3, 5}), ({3}, {0, 1, 2, 4})], key=str)


def test_the_first_groups_of_features_make_the_table():
    given = [[{"b": 1.0, "a": 2.0}, {"c": 3.0}], [{"a": 4.0}, {}]]
    assert fnc.table(given, 1).tolist()[0] == [2.0, 1.0]
    assert np.array_equal(fnc.table(given, 2), np.array([[2, 1, 3], [4, np.nan, np.nan]]), equal_nan=True)


def test_a_headline_is_an_article_of_one_line():
    made = article(HEADLINE, HEADLINE)
    assert [made.text[part.start : part.end] for part in made.parts] == [HEADLINE]


class Told:
    """Stands in for the trees: by the first feature, and the first answer that it saw."""

    def fit(self, given, truths):
        self.classes_, self.least = np.unique(truths), given[:, 0].mean()
        return self

    def predict_proba(self, given):
        sure = (given[:, 0] >= self.least).astype(float)
        columns = 2 if self.classes_.dtype == bool else len(self.classes_)
        return np.stack([1 - sure, *[sure] * (columns - 1)], axis=1)


def test_a_run_prints_a_table_for_each_group_and_keeps_what_was_found(tmp_path, monkeypatch, capsys):
    files = {"bodies.csv": fnc.BODY_FIELDS, "stances.csv": ("Headline", "Body_ID", "Stance")}
    other = "Oswick bakery sells last rye loaf"
    stances = [(HEADLINE, "1", "agree"), (HEADLINE, "2", "unrelated"), (HEADLINE, "3", "disagree")]
    stances += [(other, "2", "agree"), (other, "4", "agree"), (other, "3", "unrelated"), (other, "1", "unrelated")]
    for (name, fields), rows in zip(files.items(), (BODIES.items(), stances), strict=True):
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([fields, *rows])
    monkeypatch.setattr(fnc, "learner", lambda: Told)
    words = ["fnc.py", *(str(tmp_path / name) for name in files), "--cache", str(tmp_path / "kept"), "--folds", "2"]
    monkeypatch.setattr(sys, "argv", words)
    fnc.main()
    told = capsys.readouterr().out
    assert "7 pairs, 4 bodies" in told
    assert [line.split(",")[0] for line in told.splitlines() if " features: " in line] == [*fnc.KINDS] * 2
    assert told.count("folds of ") == 2
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "kept").glob("*.[ng][pz]*")}
    assert len(kept) == 2
    fnc.main()
    assert capsys.readouterr().out.replace("  piece 0: 4 articles\n", "") == told.replace("  piece 0: 4 articles\n", "")
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    monkeypatch.setattr(sys, "argv", [*words, "--limit", "3"])
    fnc.main()
    assert "6 pairs, 3 bodies" in capsys.readouterr().out
