from firsthand.stages.compare.side import at_one_time, counted, side_of, worded
from firsthand.stages.compare.state import claim_of


def look(record, seen, *rows):
    articles = [record.article(str(i), day=row[2]) for i, row in enumerate(rows)]
    said = [record.statement(f"s{i}", articles[i], row[0], row[1]) for i, row in enumerate(rows)]
    views, _ = seen(articles, said, [record.actor(row[1]) for row in rows if row[1]])
    return [side_of(claim_of([v], [], "en"), [v], []) for v in views], views


def test_a_reason_names_value_speaker_and_day(record, seen):
    (side,), _ = look(record, seen, ("About 1,900 people fled", "Lund", "2025-03-04"))
    assert counted(side, {"Lund": "Karin Lund"}) == "1,900 people, Karin Lund, 2025-03-04"
    assert worded(side, {}) == "“About 1,900 people fled”, 2025-03-04"


def test_the_count_is_the_one_most_statements_give(record, seen):
    _, views = look(
        record, seen,
        ("Nine people fled and 259 others stayed", "Lund", "2025-03-04"),
        ("259 people stayed", "Moe", "2025-03-04"),
    )  # fmt: skip
    side = side_of(claim_of(views, [], "en"), views, [])
    assert side.count is not None
    assert side.count.value == 259


def test_one_time_needs_two_parties_within_a_day(record, seen):
    (a, b, c, d), _ = look(
        record, seen,
        ("Four died", "Lund", "2025-03-04"),
        ("Six died", "Moe", "2025-03-05"),
        ("Six died", "Lund", "2025-03-04"),
        ("Six died", "Moe", "2025-03-09"),
    )  # fmt: skip
    assert at_one_time(a, b)
    assert not at_one_time(a, c)
    assert not at_one_time(a, d)


def test_days_that_claims_name_go_before_the_days_on_which_they_were_told(record, seen):
    sunday, monday = (("Sunday", "2025-03-02"),), (("Monday", "2025-03-03"),)
    articles = [record.article(n, day=day) for n, day in (("1", "2025-03-04"), ("2", "2025-03-24"))]
    said = [
        record.statement("s1", "1", "The sample of Sunday held 14 grams", "Lund", days=sunday),
        record.statement("s2", "2", "It held 41 grams on Sunday", "Moe", days=sunday),
        record.statement("s3", "1", "It held 41 grams on Monday", "Moe", days=monday),
    ]
    views, _ = seen(articles, said, [record.actor("Lund"), record.actor("Moe")])
    first, later, other = (side_of(claim_of([v], [], "en"), [v], []) for v in views)
    assert at_one_time(first, later)
    assert not at_one_time(first, other)


def test_a_year_long_gone_marks_another_event(record, seen):
    (old, new), _ = look(
        record, seen, ("In 2011 seven sailors died", None, "2025-03-04"), ("In 2025 four died", None, "2025-03-04")
    )
    assert old.past
    assert not new.past
