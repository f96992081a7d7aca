from firsthand.hints import pairs
from firsthand.records import Claim, Count
from firsthand.stages.count import count_origins


def claim(*statements):
    return Claim(
        id="c", text="The gate broke", statements=statements, origins=(),
        independent_origins=Count(at_least=0, at_most=0),
        denied_by=(), doubted_by=(), plan=False, quantity=None,
    )  # fmt: skip


def test_a_reprint_and_a_credited_report_add_no_origin(record):
    articles = [
        record.article("1", outlet="Fjord Wire"),
        record.article("2", outlet="The Vik Bell"),
        record.article("3", outlet="Bergen Daily"),
    ]
    said = [
        record.statement("s1", articles[0], "The gate of the harbour broke", "Lund"),
        record.statement("s2", articles[1], "The gate of the harbour broke", "Lund"),
        record.statement("s3", articles[2], "a harbour gate had broken", "Lund", chain=("Lund", "Fjord Wire")),
    ]
    actors = [record.actor("Lund"), record.actor("Fjord Wire", "agency")]
    (found,) = count_origins(articles, said, actors, [record.copy("1", "2")], [claim("s1", "s2", "s3")])
    assert found.independent_origins == Count(at_least=1, at_most=1)
    (origin,) = found.origins
    assert origin.statements == ("s1", "s2", "s3")
    assert any("reprints" in why for why in origin.why)
    assert any("credits Fjord Wire" in why for why in origin.why)


def test_a_claim_without_known_statements_has_no_origin(record):
    (found,) = count_origins([], [], [], [], [claim("s9")])
    assert found.origins == ()
    assert found.independent_origins == Count(at_least=0, at_most=0)


def test_what_a_person_knows_of_origins_counts(record):
    one, two = record.article("1"), record.article("2")
    said = [record.statement("s1", one, "The gate broke", "Lund"), record.statement("s2", two, "The gate broke", "Moe")]
    actors = [record.actor("Lund"), record.actor("Moe")]
    hints = pairs([(True, [["s1", "s2"]])])
    (found,) = count_origins([one, two], said, actors, [], [claim("s1", "s2")], hints)
    assert found.independent_origins == Count(at_least=1, at_most=1)


def test_what_may_be_another_claim_makes_no_origin_that_is_sure(record):
    one, two = record.article("1"), record.article("2")
    said = [record.statement("s1", one, "The gate broke", "Lund"), record.statement("s2", two, "It gave way", "Moe")]
    actors = [record.actor("Lund"), record.actor("Moe")]
    (found,) = count_origins([one, two], said, actors, [], [claim("s1", "s2")], unsure=frozenset({"s2"}))
    assert found.independent_origins == Count(at_least=1, at_most=2)
    assert [why for origin in found.origins for why in origin.why] == [
        "s2 (The Harbour Times) is told in other words and may be another claim"
    ]
