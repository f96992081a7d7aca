import pickle
from dataclasses import replace

from firsthand.stages.compare import block
from firsthand.stages.compare.block import Block, compared
from firsthand.stages.compare.decided import Decided
from firsthand.stages.compare.pair import SAME

LEAD = "Four people died when the dam at Vik burst"


TOLD = (LEAD, "The dam at Vik burst and killed four people", "Nine people died when the dam at Vik burst")


def block_of(seen, record, told=TOLD):
    one, two = record.article("1"), record.article("2")
    said = [
        record.statement("s1", one, told[0], "police"),
        record.statement("s2", two, told[1], "police"),
        record.statement("s3", two, told[2], "Moe"),
    ]
    found, _ = seen([one, two], said, [record.actor(name) for name in ("police", "Moe")])
    names = {name: name.title() for name in ("police", "Moe")}
    return Block(
        views=found,
        articles={"1": one, "2": two},
        publishers={},
        copies=[],
        names=names,
        same=SAME,
        decided=Decided(),
        stances=frozenset(),
    )


def test_the_claims_of_a_block_and_how_they_stand_to_each_other(seen, record):
    claims, relations, denials, unsure = compared(block_of(seen, record))
    assert sorted(claim.statements for claim in claims) == [("s1", "s2"), ("s3",)]
    assert [relation.kind for relation in relations] == ["contradicts"]
    assert denials == unsure == frozenset()
    assert "Police" in relations[0].why
    assert "Moe" in relations[0].why


def test_a_block_can_be_sent_to_another_process(seen, record):
    block = block_of(seen, record)
    assert compared(pickle.loads(pickle.dumps(block))) == compared(block)


def test_what_stands_in_a_claim_without_being_sure_to_belong_there_is_told(seen, record):
    block = block_of(seen, record, ("The siren at the dam stayed silent", "The siren at the dam failed", LEAD))
    made = compared(block)
    assert sorted(claim.statements for claim in made.claims) == [("s1", "s2"), ("s3",)]
    assert made.unsure == {"s2"}


def test_a_quick_comparison_looks_for_shared_words_only(seen, record, monkeypatch):
    made = block_of(seen, record, ("The children were rescued unharmed", "All the pupils were brought to safety", LEAD))
    assert [claim.statements for claim in compared(made).claims] == [("s1", "s2"), ("s3",)]
    monkeypatch.setattr(block, "load_joint", None)
    monkeypatch.setattr(block, "load_denial", None)
    assert [claim.statements for claim in compared(replace(made, quick=True)).claims] == [("s1",), ("s2",), ("s3",)]


def test_a_quick_comparison_still_finds_what_is_denied(seen, record):
    one, two = record.article("1"), record.article("2")
    said = [
        record.statement("s1", one, "the pump had been switched off", "police"),
        record.statement("s2", two, "its pump was ever switched off", "Moe", stance="denies"),
    ]
    found, _ = seen([one, two], said, [record.actor(name) for name in ("police", "Moe")])
    (claim,) = compared(replace(block_of(seen, record), views=found, quick=True)).claims
    assert claim.denied_by == ("Moe",)


def test_of_each_article_those_are_read_closely_that_others_tell_too(record, seen, monkeypatch):
    monkeypatch.setattr(block, "_EACH", 1)
    first, second = record.article("1"), record.article("2")
    said = [
        record.statement("s1", first, "the choir will sing at noon"),
        record.statement("s2", first, "the kiln cracked on Sunday night"),
        record.statement("s3", second, "the kiln had cracked on Sunday"),
        record.statement("s4", second, "taxes will rise in the spring"),
    ]
    story, setting = seen([first, second], said)
    assert {v.statement.id for v in block.echoing(story, setting)} == {"s2", "s3"}
    assert block.echoing(story[:2], setting) == []


def test_in_one_article_alone_shared_words_are_sure_enough(record, seen):
    article = record.article("1")
    said = [record.statement("s1", article, LEAD, "police"), record.statement("s2", article, TOLD[1], "mayor")]
    found, _ = seen([article], said, [record.actor(name) for name in ("police", "mayor")])
    alone = Block(
        views=found,
        articles={"1": article},
        publishers={},
        copies=[],
        names={},
        same=SAME,
        decided=Decided(),
        stances=frozenset(),
    )
    made = compared(alone)
    assert [claim.statements for claim in made.claims] == [("s1", "s2")]
    assert made.unsure == frozenset()
