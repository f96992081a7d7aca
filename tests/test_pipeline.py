"""The conductor: two tiny articles in, one brief out."""

from dataclasses import replace

import pytest

from firsthand.errors import EngineFailed, NothingReadable
from firsthand.pipeline import brief, brief_of, conclude
from firsthand.records import Article, Outlet, Part, Period
from firsthand.settings import Settings
from firsthand.tasks import Lost

FIRST = """“The old bridge will stay closed until May,” the mayor of Holm, Angela Brink, said on Monday.

The county denied that the old bridge was unsafe. Trains have crossed it since 1931."""
SECOND = """The old bridge will stay closed until May, the mayor of Holm, Angela Brink, told Adria Wire.

Engineers believe a pier has moved, and the council hopes to build a new bridge."""


def article(name, text, outlet, language="en"):
    return Article(
        id=name,
        path=f"{name}.txt",
        url=None,
        outlet=Outlet(name=outlet),
        title=None,
        authors=(),
        language=language,
        published=Period(start="2025-03-04", end="2025-03-04", basis="metadata"),
        text=text,
        parts=(Part(start=0, end=len(text), kind="body"),),
    )


PILE = (article("a1", FIRST, "The Holm Courier"), article("a2", SECOND, "The Lantern"))


@pytest.fixture(scope="module")
def made():
    return brief_of(PILE)


def test_every_statement_is_the_characters_at_its_spans(made):
    texts = {a.id: a.text for a in made.articles}
    assert len(made.statements) >= 4
    for s in made.statements:
        assert s.text == " ".join(texts[s.article][start:end] for start, end in s.spans)


def test_what_both_articles_tell_is_one_claim_of_one_speaker(made):
    actors = {a.id: a.name for a in made.actors}
    closed = [s for s in made.statements if "stay closed until May" in s.text]
    assert {s.article for s in closed} == {"a1", "a2"}
    assert len({s.source for s in closed}) == 1
    assert "Brink" in actors[closed[0].source]
    [claim] = {s.claim for s in closed}
    found = next(c for c in made.claims if c.id == claim)
    assert found.independent_origins.at_least == 1
    assert found.text in {s.text for s in closed}


def test_all_that_is_named_is_there(made):
    actors, statements = {a.id for a in made.actors}, {s.id for s in made.statements}
    claims = {c.id for c in made.claims}
    assert len(statements) == len(made.statements), "an id is one statement's"
    assert {s.source for s in made.statements} - {None} <= actors
    assert {hand for s in made.statements for hand in s.chain} <= actors
    assert {s.claim for s in made.statements} - {None} <= claims
    assert {s for c in made.claims for s in c.statements} <= statements
    assert {c for story in made.stories for c in story.claims} <= claims
    assert {s for entry in made.timeline for s in entry.statements} <= statements
    assert {a.member_of for a in made.actors} - {None} <= actors


def test_the_hands_are_in_the_chain_first_speaker_first(made):
    names = {a.id: a.name for a in made.actors}
    passed = next(s for s in made.statements if s.article == "a2" and "stay closed" in s.text)
    assert [names[hand] for hand in passed.chain] == ["Angela Brink", "Adria Wire"]


def test_the_outlets_own_voice_has_neither_source_nor_chain(made):
    own = [s for s in made.statements if s.quote == "none"]
    assert any("Trains have crossed it" in s.text for s in own)
    assert all((s.source, s.chain, s.source_spans, s.cue_spans) == (None, (), (), ()) for s in own)


def test_the_same_pile_gives_the_same_brief_again(made):
    assert brief_of(PILE) == made


def test_statements_do_not_depend_on_what_else_is_in_the_pile(made):
    alone = brief_of(PILE[:1])
    assert [s.id for s in alone.statements] == [s.id for s in made.statements if s.article == "a1"]


def test_a_language_that_is_not_supported_is_listed_and_not_analysed(made):
    foreign = article("a3", "„Die Brücke bleibt gesperrt“, sagte die Bürgermeisterin.", "Der Bote", language="de")
    unknown = replace(foreign, id="a4", language=None)
    found = brief_of((*PILE, foreign, unknown))
    assert [a.id for a in found.articles] == ["a1", "a2", "a3", "a4"]
    assert {s.article for s in found.statements} == {"a1", "a2"}
    assert found.statements == made.statements


def test_kinds_of_cue_are_the_users_choice():
    speech = Settings(cue_kinds=frozenset({"speech"}))
    kinds = {s.cue_kind for s in brief_of(PILE[1:], settings=speech).statements}
    assert kinds == {"speech"}
    assert {"intention", "speech"} <= {s.cue_kind for s in brief_of(PILE[1:]).statements}


def test_progress_counts_up_to_the_articles():
    steps = []
    brief_of(PILE, progress=lambda *step: steps.append(step))
    assert ("reading closely", 1, 2) in steps
    assert all(done <= of == 2 for _, done, of in steps)


@pytest.mark.parametrize("articles", [(), (article("a5", "", "The Lantern"),)])
def test_a_pile_of_nothing_is_an_empty_brief(articles):
    found = brief_of(articles)
    assert (found.statements, found.claims, found.relations, found.timeline) == ((), (), (), ())


def test_nothing_readable_says_why(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(NothingReadable) as raised:
        brief([tmp_path])
    assert [u.path for u in raised.value.unprocessed] == [str(tmp_path / "empty.txt")]


def test_a_brief_of_paths(tmp_path):
    (tmp_path / "one.txt").write_text(FIRST, encoding="utf-8")
    found = brief([tmp_path])
    assert [a.text.strip() for a in found.articles] == [FIRST]
    assert any(s.text == "The old bridge will stay closed until May" for s in found.statements)


def test_a_speaker_that_is_not_clear_keeps_the_words_of_its_source():
    text = "Anna Berg met Karin Holm in Lund. “The old road is closed until further notice,” she said."
    pile = [article("a1", text, "The Holm Courier")]
    clear = [s for s in brief_of(pile, settings=Settings(speaker_confidence=0.0)).statements if s.quote == "direct"]
    unclear = [s for s in brief_of(pile, settings=Settings(speaker_confidence=1.0)).statements if s.quote == "direct"]
    assert [s.source is None for s in clear] == [False]
    assert [(s.source, s.chain) for s in unclear] == [(None, ())]
    assert [text[slice(*s.source_spans[0])] for s in unclear] == ["she"]


def test_an_article_that_killed_who_read_it_is_told_and_costs_no_other(made):
    def spread(work, tasks):
        return (Lost("killed") if getattr(task, "id", None) == "a2" else work(task) for task in tasks)

    found = brief_of(PILE, spread=spread)
    assert [(u.article, u.why) for u in found.unprocessed] == [("a2", "could not be analysed (killed)")]
    assert {s.article for s in found.statements} == {"a1"}


def test_copies_that_are_lost_stop_the_run():
    with pytest.raises(EngineFailed, match="copies and stories could not be found: killed"):
        conclude([], [], spread=lambda work, tasks: [Lost("killed") for _ in tasks])
