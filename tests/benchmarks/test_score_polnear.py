import pytest

from score_polnear import CLASSES, load_gold, matching, prepare, score

TEXT = 'Ann said "one two three four". Bob thinks five six seven. It is reported eight nine.'


def at(part):
    begin = TEXT.index(part)
    return [begin, begin + len(part)]


@pytest.fixture
def gold(tmp_path):
    """Three attributions and an empty one, through brat standoff files."""
    spans = {
        "T1": ("Source", ["Ann"]),
        "T2": ("Cue", ["said"]),
        "T3": ("Content", ['"one two', 'three four"']),
        "T5": ("Source", ["Bob"]),
        "T6": ("Cue", ["thinks"]),
        "T7": ("Content", ["five six"]),
        "T8": ("Content", ["seven"]),
        "T9": ("Content", ["eight nine"]),
        "T10": ("Cue", ["It is reported"]),
    }
    lines = [
        f"{name}\t{kind} {';'.join('{} {}'.format(*at(part)) for part in parts)}\tx"
        for name, (kind, parts) in spans.items()
    ]
    lines += [
        "T4\tAttribution 4 8\tsaid",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
        "E2\tAttribution:T4 Source:T5 Cue:T6 Content:T7 Content2:T8",
        "E3\tAttribution-no-source:T4 Content:T9 Cue:T10",
        "E4\tAttribution-no-source:T4",
        "",
    ]
    for folder, name, body in (("text", "a.txt", TEXT), ("attributions", "a_0001.ann", "\n".join(lines))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(body, encoding="utf-8")
    [(loaded, people)] = load_gold(tmp_path).values()
    assert loaded == TEXT
    return people["0001"]


def test_a_role_in_two_pieces_is_one(gold):
    assert len(gold) == 4
    assert len(gold[1]["content"]) == 2


@pytest.mark.parametrize("ignore_punct", [False, True])
@pytest.mark.parametrize("name", CLASSES)
def test_gold_against_itself_is_perfect_and_nothing_scores_nothing(gold, name, ignore_punct):
    full = score([(TEXT, gold, gold)], ignore_punct)[name]
    empty = score([(TEXT, gold, [])], ignore_punct)[name]
    assert all(m["f"] == 100 for m in full.values() if m["gold"])
    assert all(m["f"] == m["p"] == m["r"] == 0 for m in empty.values())


@pytest.mark.parametrize(
    ("name", "metric", "precision", "recall"),
    [
        ("all", "token content", 81.8, 81.8),  # 9 of 11 predicted, 9 of 11 gold
        ("all", "token source", 100, 50),  # {Ann} against {Ann, Bob}
        ("all", "token cue", 100, 40),  # said, thinks of 5 cue tokens
        ("all", "span source exact", 100, 50),  # Ann twice counts once
        ("all", "span content exact", 50, 66.7),
        ("all", "span content ovl", 75, 100),
        ("all", "attribution exact", 25, 33.3),
        ("all", "attribution ovl", 50, 66.7),
        ("quoted", "attribution ovl", 100, 100),
        ("unquoted", "attribution ovl", 33.3, 50),
    ],
)
def test_each_fault_costs_what_it_should(gold, name, metric, precision, recall):
    predicted = [
        # Without its opening mark and "one": 4 of 6 tokens left, so it overlaps only.
        {"source": [at("Ann")], "cue": [at("said")], "content": [at('two three four"')]},
        {"source": [at("Ann")], "cue": [at("thinks")], "content": [at("five six seven")]},  # the wrong source
        {"source": [], "cue": [], "content": [at("eight nine")]},
        {"source": [], "cue": [], "content": [at("It is")]},  # nobody says this
    ]
    got = score([(TEXT, gold, predicted)])[name][metric]
    assert (round(got["p"], 1), round(got["r"], 1)) == (precision, recall)


def test_matching_finds_the_most_pairs_where_the_greedy_way_loses_one():
    assert matching([1, 2], ["a", "b"], lambda i, j: (i, j) != (2, "b")) == 2


def test_two_predictions_of_one_attribution_count_once(gold):
    twice = score([(TEXT, gold[:1], gold[:1] * 2)])["all"]["attribution exact"]
    assert (twice["p"], twice["r"]) == (50, 100)


def test_doubled_single_marks_are_quotation_marks():
    rows = prepare("x ''a'' 'b' c", [{"content": [[i, i + 1]]} for i in (4, 9, 12)])
    assert [row["quoted"] for row in rows] == [True, False, False]
