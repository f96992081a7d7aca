from firsthand.stages.compare.oppose import opposition, succession
from firsthand.stages.compare.side import side_of
from firsthand.stages.compare.state import claim_of


def look(record, seen, *rows):
    articles = [record.article(str(i), day=row[2]) for i, row in enumerate(rows)]
    said = [record.statement(f"s{i}", articles[i], row[0], row[1]) for i, row in enumerate(rows)]
    views, setting = seen(articles, said, [record.actor(row[1]) for row in rows if row[1]])
    return [side_of(claim_of([v], [], "en"), [v], []) for v in views], setting


def test_opposite_words_by_two_parties_contradict(record, seen):
    sides, setting = look(
        record, seen,
        ("The signature on the will is genuine", "Lund", "2025-03-04"),
        ("The signature on the will was forged", "Moe", "2025-03-06"),
    )  # fmt: skip
    found = opposition(*sides, setting, {"Lund": "Karin Lund"})
    assert found is not None
    assert found.kind == "contradicts"
    assert "Karin Lund" in found.why
    assert found.why.endswith("genuine / forged")


def test_no_contradiction_by_one_party_or_months_later_or_on_another_subject(record, seen):
    first = ("The signature on the will is genuine", "Lund", "2025-03-04")
    for other in (
        ("The signature on the will was forged", "Lund", "2025-03-04"),
        ("The signature on the will was forged", "Moe", "2025-08-04"),
        ("Bread prices are false", "Moe", "2025-03-04"),
    ):
        sides, setting = look(record, seen, first, other)
        assert opposition(*sides, setting, {}) is None


def test_a_later_claim_tells_what_became_of_a_plan(record, seen):
    sides, setting = look(
        record, seen,
        ("The tram tunnel was put off until autumn", "Moe", "2025-06-04"),
        ("The tram tunnel will open in May", "Lund", "2025-03-04"),
    )  # fmt: skip
    found = succession(*sides, setting, {}, "en")
    assert found is not None
    relation = found[1]
    assert (relation.kind, relation.a, relation.b) == ("updates", sides[0].claim.id, sides[1].claim.id)
    assert "delayed “put off”" in relation.why


def test_on_one_day_nothing_is_later(record, seen):
    sides, setting = look(
        record, seen,
        ("The tram tunnel was put off", "Moe", "2025-03-04"),
        ("The tram tunnel will open in May", "Lund", "2025-03-04"),
    )  # fmt: skip
    assert succession(*sides, setting, {}, "en") is None


def test_what_is_doubted_or_denied_is_not_what_the_speaker_holds(record, seen):
    first = ("The signature on the will was forged", "Lund", "2025-03-04")
    articles = [record.article("1"), record.article("2")]
    for stance, quote in (("doubts", "direct"), ("denies", "indirect")):
        said = [
            record.statement("s1", articles[0], first[0], "Lund"),
            record.statement("s2", articles[1], "the signature on the will is genuine", "Moe", quote, stance),
        ]
        views, setting = seen(articles, said, [record.actor("Lund"), record.actor("Moe")])
        sides = [
            side_of(claim_of([views[0]], [], "en"), [views[0]], []),
            side_of(claim_of([], [views[1]], "en"), [], [views[1]]),
        ]
        assert opposition(*sides, setting, {}) is None


def test_what_only_describes_somebody_is_not_opposed(record, seen):
    sides, setting = look(
        record, seen,
        ("A street will be named for the soldiers who fought at Vik", "Lund", "2025-03-04"),
        ("No soldiers were deployed at Vik", "Moe", "2025-03-04"),
    )  # fmt: skip
    assert opposition(*sides, setting, {}) is None


def test_two_papers_own_words_are_not_set_against_each_other(record, seen):
    sides, setting = look(
        record, seen,
        ("The signature on the will is genuine", None, "2025-03-04"),
        ("The signature on the will was forged", None, "2025-03-04"),
    )  # fmt: skip
    assert opposition(*sides, setting, {}) is None


def test_a_verb_carried_out_updates_the_plan(record, seen):
    sides, setting = look(
        record, seen,
        ("The hull of the ferry was towed to Vik", "Moe", "2025-03-09"),
        ("The hull of the ferry will be towed to Vik", "Lund", "2025-03-04"),
    )  # fmt: skip
    found = succession(*sides, setting, {}, "en")
    assert found is not None
    assert "done “towed”" in found[1].why
