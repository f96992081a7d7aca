import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import EngineFailed
from firsthand.hints import pairs
from firsthand.records import Actor, Article, Period, Statement, Story
from firsthand.stages.compare import compare
from firsthand.tasks import Lost

LEAD = "Four people died when the dam at Vik burst"


def test_statements_that_say_the_same_become_one_claim(record):
    one, two = record.article("1"), record.article("2")
    said = [
        record.statement("s1", one, LEAD, "police"),
        record.statement("s2", two, "The dam at Vik burst and killed four people"),
        record.statement("s3", two, "The choir will sing in May"),
    ]
    claims, relations, *_ = compare(
        [one, two], said, [record.actor("police", "organisation")], [], [record.story(one, two)]
    )
    assert sorted(c.statements for c in claims) == [("s1", "s2"), ("s3",)]
    assert relations == ()
    assert claims[0].independent_origins.at_least == 0


def test_what_is_asserted_denied_and_counted_otherwise(record):
    one, two = record.article("1"), record.article("2")
    said = [
        record.statement("s1", one, LEAD, "police"),
        record.statement("s2", two, "anybody died when the dam at Vik burst", "owner", stance="denies"),
        record.statement("s3", two, "Nine people died when the dam at Vik burst", "Moe"),
        record.statement("s4", two, "how many people lived below the dam", "owner", stance="declines"),
    ]
    actors = [record.actor(n) for n in ("police", "owner", "Moe")]
    claims, relations, *_ = compare([one, two], said, actors, [], [record.story(one, two)])
    assert all("s4" not in c.statements for c in claims)
    assert [c.denied_by for c in claims if "s2" in c.statements] == [("owner",)]
    assert [r.kind for r in relations] == ["contradicts"]


def test_claims_do_not_cross_stories(record):
    one, two = record.article("1"), record.article("2")
    said = [record.statement("s1", one, LEAD), record.statement("s2", two, LEAD)]
    claims, *_ = compare([one, two], said, [], [], [record.story(one), record.story(two)])
    assert len(claims) == 2


def test_a_story_that_is_lost_stops_the_comparison(record):
    one = record.article("1")
    with pytest.raises(EngineFailed, match="could not be compared: killed"):
        compare([one], [record.statement("s1", one, LEAD)], [], [], [], spread=lambda work, tasks: [Lost("killed")])


def test_nothing_is_compared_after_a_story_that_is_lost(record):
    articles = [record.article("1"), record.article("2")]
    said = [record.statement(f"s{n}", a, LEAD) for n, a in enumerate(articles)]
    done = []

    def spread(work, tasks):
        for block in tasks:
            done.append(block)
            yield Lost("killed")

    with pytest.raises(EngineFailed):
        compare(articles, said, [], [], [], spread=spread)
    assert len(done) == 1


def test_large_stories_are_handed_out_first_and_change_nothing(record):
    articles = [record.article(str(n)) for n in range(4)]
    said = [record.statement(f"s{n}", a, f"{LEAD} {n}") for n, a in enumerate(articles)]
    stories = [record.story(articles[0]), record.story(articles[1], articles[2]), record.story(articles[3])]
    sizes = []

    def spread(work, tasks):
        for block in tasks:
            sizes.append(len(block.articles))
            yield work(block)

    found = compare(articles, said, [], [], stories, spread=spread)
    assert sizes == [2, 1, 1]
    assert found == compare(articles, said, [], [], stories)
    assert [c.statements for c in found.claims] == [("s0",), ("s1", "s2"), ("s3",)]


def test_progress_is_told_in_articles(record):
    articles = [record.article(str(n)) for n in range(3)]
    said = [record.statement(f"s{n}", a, f"{LEAD} {n}") for n, a in enumerate(articles)]
    told = []
    compare(articles, said, [], [], [record.story(*articles[1:])], progress=told.append)
    assert told == [2, 3]


def test_a_quick_comparison_is_one_of_words(record):
    one, two = record.article("1"), record.article("2")
    texts = "The children were rescued unharmed", "All the pupils were brought to safety"
    said = [record.statement(f"s{n}", a, text) for n, (a, text) in enumerate(zip((one, two), texts, strict=True))]
    claims = {quick: compare([one, two], said, [], [], [record.story(one, two)], quick=quick)[0] for quick in (0, 1)}
    assert {quick: len(found) for quick, found in claims.items()} == {0: 1, 1: 2}


def test_every_asserting_statement_is_in_one_claim_even_outside_stories(record):
    one = record.article("1")
    said = [record.statement(f"s{i}", one, text) for i, text in enumerate(["", "…", "Ice", LEAD, LEAD])]
    claims, *_ = compare([one], said, [], [], [])
    assert sorted(s for c in claims for s in c.statements) == [s.id for s in said]


@settings(max_examples=30)
@given(st.lists(st.text(max_size=60), max_size=6), st.sampled_from(["asserts", "denies", "doubts", "promises"]))
def test_any_texts_can_be_compared(texts, stance):
    whole = "\n".join(texts)
    article = Article(
        id="1", path=None, url=None, outlet=None, title=None, authors=(), language="en",
        published=Period(start=None, end=None, basis="unknown"), text=whole, parts=(),
    )  # fmt: skip
    said = [
        Statement(
            id=f"s{i}", article="1", spans=((i, i + len(text)),), text=text, quote="indirect", source="x",
            source_spans=(), cue_spans=(), cue_kind="speech", chain=("x",), stance=stance if i % 2 else "asserts",
            hedges=(), said=None, claim=None, confidence=1.0,
        )
        for i, text in enumerate(texts)
    ]  # fmt: skip
    actor = Actor(id="x", name="X", kind="person", aliases=(), member_of=None)
    claims, *_ = compare([article], said, [actor], [], [Story(id="t", title="", articles=("1",), claims=())])
    assert sorted(s for c in claims for s in c.statements) == sorted(s.id for s in said)


def test_own_words_behind_a_denial_and_a_number_set_aside_speak_against_the_claim(record):
    one = record.article("1", "Nine crates were broken, Lund said. Moe denied that crates broke. “All sound.” The end.")
    two = record.article("2")
    said = [
        record.statement("s1", one, "Nine crates were broken", "Lund"),
        record.statement("s2", one, "crates broke", "Moe", stance="denies"),
        record.statement("s3", one, "All sound.", "Moe", "direct"),
        record.statement("s4", two, "Five crates burst, not the nine crates of Lund", "Dahl"),
    ]
    actors = [record.actor(n) for n in ("Lund", "Moe", "Dahl")]
    claims, _, denials, _ = compare([one, two], said, actors, [], [record.story(one, two)])
    denied = next(c for c in claims if "s1" in c.statements)
    assert set(denied.statements) >= {"s1", "s2", "s3"}
    assert "Moe" in denied.denied_by
    assert denials == {"s3"}


def test_a_decision_makes_statements_one_claim_or_two(record):
    one, two = record.article("1"), record.article("2")
    said = [
        record.statement("s1", one, LEAD, "police"),
        record.statement("s2", two, "The dam at Vik burst and killed four people"),
        record.statement("s3", two, "The choir will sing in May"),
    ]
    actors = [record.actor("police", "organisation")]

    def found(told, *stories):
        claims, *_ = compare([one, two], said, actors, [], stories or [record.story(one, two)], hints=pairs(told))
        return sorted(c.statements for c in claims)

    assert found([(True, [["s1", "s3"]])], record.story(one), record.story(two)) == [("s1", "s2", "s3")]
    assert found([], record.story(one), record.story(two)) == [("s1",), ("s2",), ("s3",)]
    assert found([(True, [["s1", "s3"]])]) == [("s1", "s2", "s3")]
    assert found([(False, [["s1"], ["s2"]])]) == [("s1",), ("s2",), ("s3",)]
    assert found([(True, [["s1", "s3"]]), (True, [["s2", "s3"]]), (False, [["s1"], ["s2"]])]) == [("s1", "s3"), ("s2",)]


def test_a_decision_puts_a_denial_to_a_claim_or_keeps_it_from_it(record):
    one, two = record.article("1"), record.article("2")
    said = [
        record.statement("s1", one, LEAD, "police"),
        record.statement("s2", two, "anybody died when the dam at Vik burst", "owner", stance="denies"),
        record.statement("s3", two, "The choir will sing in May", "Moe"),
    ]
    actors = [record.actor(n) for n in ("police", "owner", "Moe")]

    def denied(*told):
        claims, *_ = compare([one, two], said, actors, [], [record.story(one, two)], hints=pairs(told))
        return {c.statements[0]: c.denied_by for c in claims}

    assert denied() == {"s1": ("owner",), "s3": ()}
    assert denied((True, [["s2", "s3"]])) == {"s1": (), "s3": ("owner",)}
    assert denied((False, [["s1"], ["s2"]])) == {"s1": (), "s2": (), "s3": ()}


def test_a_decision_keeps_a_deniers_own_words_from_the_denied_claim(record):
    one = record.article("1", "Nine crates were broken, Lund said. Moe denied that crates broke. “All sound.” The end.")
    said = [
        record.statement("s1", one, "Nine crates were broken", "Lund"),
        record.statement("s2", one, "crates broke", "Moe", stance="denies"),
        record.statement("s3", one, "All sound.", "Moe", "direct"),
    ]
    actors = [record.actor(n) for n in ("Lund", "Moe")]
    hints = pairs([(False, [["s1"], ["s3"]])])
    claims, *_ = compare([one], said, actors, [], [record.story(one)], hints=hints)
    assert ("s3",) in {c.statements for c in claims}
    assert ("s1", "s2") in {c.statements for c in claims}
