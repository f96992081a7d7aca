from firsthand.stages.compare.series import series
from firsthand.stages.compare.side import side_of
from firsthand.stages.compare.state import claim_of


def relations(record, seen, *rows):
    """Rows of (text, source, day), each a claim → (kind, place, place) with the later or first-named claim first."""
    articles = [record.article(str(i), day=row[2]) for i, row in enumerate(rows)]
    said = [record.statement(f"s{i}", articles[i], row[0], row[1]) for i, row in enumerate(rows)]
    actors = [record.actor(name) for name in dict.fromkeys(row[1] for row in rows) if name]
    views, setting = seen(articles, said, actors)
    sides = [side_of(claim_of([v], [], "en"), [v], []) for v in views]
    place = {side.claim.id: i for i, side in enumerate(sides)}
    return [(r.kind, place[r.a], place[r.b]) for _, r in series(sides, setting, {}, "en")]


def test_two_tolls_by_two_parties_on_one_day_contradict(record, seen):
    rows = ("Four people died at Vik", "police", "2025-03-04"), ("Three people died at Vik", "owner", "2025-03-04")
    assert [r[0] for r in relations(record, seen, *rows)] == ["contradicts"]


def test_a_later_toll_updates_only_the_last(record, seen):
    rows = [(f"{n} people died at Vik", "police", f"2025-03-0{d}") for n, d in ((4, 1), (6, 3), (11, 5))]
    assert relations(record, seen, *rows) == [("updates", 1, 0), ("updates", 2, 1)]


def test_one_party_corrects_itself_within_the_day(record, seen):
    rows = ("Four people died at Vik", "police", "2025-03-04"), ("Six people died at Vik", "police", "2025-03-04")
    assert relations(record, seen, *rows) == [("updates", 1, 0)]


def test_a_higher_toll_of_the_next_day_is_an_update_whoever_gives_it(record, seen):
    rows = ("Four people died at Vik", "police", "2025-03-04"), ("Six people died at Vik", "hospital", "2025-03-05")
    assert relations(record, seen, *rows) == [("updates", 1, 0)]


def test_at_least_four_does_not_contradict_six(record, seen):
    rows = ("At least four died at Vik", "police", "2025-03-04"), ("Six people died at Vik", "owner", "2025-03-04")
    assert relations(record, seen, *rows) == []


def test_other_things_and_other_years_are_not_compared(record, seen):
    rows = [
        ("Four people died at Vik", "police", "2025-03-04"),
        ("Nine people are missing at Vik", "owner", "2025-03-04"),
        ("In 1953 forty people died at Vik", "chronicler", "2025-03-04"),
    ]
    assert relations(record, seen, *rows) == []


def test_counts_of_things_need_one_matter(record, seen):
    rows = [
        ("27 crates had torn labels", "clerk", "2025-03-04"),
        ("three crates had torn labels", "inspector", "2025-03-04"),
        ("98 crates arrived from Bergen", "harbour", "2025-03-04"),
    ]
    assert [set(r[1:]) for r in relations(record, seen, *rows)] == [{0, 1}]


def test_rates_old_events_and_first_victims_are_no_rival_counts(record, seen):
    first = ("Four people died at Vik", "police", "2025-03-04")
    assert relations(record, seen, first, ("The first two people died at Vik", "owner", "2025-03-04")) == []
    assert relations(record, seen, first, ("3,000 people died at Vik", "owner", "2025-03-04")) == []
    paid = ("The port paid the firm 200 dollars for the crane", "port", "2025-03-04")
    rate = ("The port paid the firm 100 dollars a month for the crane", "firm", "2025-03-04")
    assert relations(record, seen, paid, rate) == []


def test_other_parties_later_count_of_things_is_no_update(record, seen):
    rows = ("300 ballots were left out of the count", "Lund", "2025-03-04"), (
        "118 ballots had been left out of the count", "Moe", "2025-03-09",
    )  # fmt: skip
    assert relations(record, seen, *rows) == []


def test_totals_of_one_kind_follow_each_other(record, seen):
    rows = ("The number of dismissals rises to 712", "Lund", "2025-03-04"), (
        "the final number of dismissals at 698", "Moe", "2025-06-09",
    )  # fmt: skip
    assert relations(record, seen, *rows) == [("updates", 1, 0)]


def test_a_list_of_events_with_their_tolls_is_no_series(record, seen):
    article = record.article("1")
    texts = ["Four people died at Vik", "The choir sang", "Six people died at Moe"]
    said = [record.statement(f"s{i}", article, text, "police") for i, text in enumerate(texts)]
    views, setting = seen([article], said, [record.actor("police")])
    sides = [side_of(claim_of([v], [], "en"), [v], []) for v in views]
    assert list(series(sides, setting, {}, "en")) == []
