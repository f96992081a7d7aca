from firsthand.stages.compare.state import claim_of


def look(record, seen, *rows, actors=()):
    articles = [record.article(str(i)) for i in range(len(rows))]
    said = [record.statement(f"s{i}", articles[i], *row[:2], **row[2]) for i, row in enumerate(rows)]
    return seen(articles, said, actors)[0]


def test_the_clearest_words_stand_for_the_claim(record, seen):
    views = look(
        record, seen,
        ("It was broken, I saw that", "Moe", {"quote": "direct"}),
        ("The gate of Vik harbour was broken", "Moe", {}),
        ("broken gate", None, {}),
    )  # fmt: skip
    assert claim_of(views, [], "en").text == "The gate of Vik harbour was broken"


def test_who_denies_and_doubts_is_the_party(record, seen):
    actors = [record.actor("Lund", member_of="port"), record.actor("port", "organisation"), record.actor("Moe")]
    views = look(
        record, seen,
        ("The gate broke", None, {}),
        ("The gate broke", "Lund", {"stance": "denies"}),
        ("a broken gate", "Moe", {"stance": "doubts"}),
        actors=actors,
    )  # fmt: skip
    claim = claim_of(views[:1], views[1:], "en", ["crew"])
    assert claim.denied_by == ("port", "crew")
    assert claim.doubted_by == ("Moe",)
    assert set(claim.statements) == {"s0", "s1", "s2"}


def test_a_denial_of_nothing_in_the_pile_stands_alone(record, seen):
    views = look(record, seen, ("The gate broke", "Lund", {"stance": "denies"}))
    claim = claim_of([], views, "en")
    assert (claim.text, claim.denied_by) == ("The gate broke", ())


def test_plan_and_quantity(record, seen):
    claim = claim_of(look(record, seen, ("The mill will dismiss 640 people", None, {})), [], "en")
    assert claim.plan
    assert claim.quantity is not None
    assert claim.quantity.value == 640
    assert claim_of(look(record, seen, ("a new mill", "Moe", {"stance": "promises"})), [], "en").plan
