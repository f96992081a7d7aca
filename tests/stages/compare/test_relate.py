from firsthand.stages.compare.relate import relate
from firsthand.stages.compare.state import claim_of


def test_a_denial_with_a_number_of_its_own_contradicts(record, seen):
    article = record.article(
        "1", "The mill said 640 jobs would go. Lund called the figure of 640 jobs a fiction. “About 900 jobs will go.”"
    )
    said = [
        record.statement("s1", article, "640 jobs would go", "mill"),
        record.statement("s2", article, "the figure of 640 jobs a fiction", "Lund", stance="denies"),
        record.statement("s3", article, "About 900 jobs will go.", "Lund", "direct"),
    ]
    actors = [record.actor("mill", "organisation"), record.actor("Lund")]
    views, setting = seen([article], said, actors)
    groups = [([views[0]], [views[1]]), ([views[2]], [])]
    claims = [claim_of(a, b, "en") for a, b in groups]
    (relation,) = relate(claims, groups, setting, "en", {"mill": "the mill", "Lund": "Lund"})
    assert relation.kind == "contradicts"
    assert {relation.a, relation.b} == {c.id for c in claims}
    assert "640 jobs, the mill" in relation.why


def test_a_denial_with_a_number_of_something_else_contradicts_nothing(record, seen):
    article = record.article("1", "The mill said 640 jobs would go. Lund denied it. “We sold 900 trucks.”")
    said = [
        record.statement("s1", article, "640 jobs would go", "mill"),
        record.statement("s2", article, "it", "Lund", stance="denies"),
        record.statement("s3", article, "We sold 900 trucks.", "Lund", "direct"),
    ]
    views, setting = seen([article], said, [record.actor("mill", "organisation"), record.actor("Lund")])
    groups = [([views[0]], [views[1]]), ([views[2]], [])]
    assert relate([claim_of(a, b, "en") for a, b in groups], groups, setting, "en", {}) == []


def test_claims_without_anything_in_common_have_no_relation(record, seen):
    articles = [record.article("1"), record.article("2")]
    said = [record.statement("s1", "1", "The choir sang"), record.statement("s2", "2", "Hail broke the glass roof")]
    views, setting = seen(articles, said)
    groups = [([v], []) for v in views]
    assert relate([claim_of(a, b, "en") for a, b in groups], groups, setting, "en", {}) == []
