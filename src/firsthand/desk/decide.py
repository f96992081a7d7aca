"""Forms → corrections: what an analyst decides is kept with who and when, and what it touches is worked out anew."""

from typing import get_args
from uuid import uuid4

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from firsthand import store as stored
from firsthand.corrections import Anchor, Correction, Kind, anchor, flaw, statement_anchor
from firsthand.desk import addresses
from firsthand.desk.fields import WORDS, Refused, one, sent, several, spans
from firsthand.desk.passages import standing
from firsthand.desk.state import Desk, answer, desk_of
from firsthand.records import Article, Brief, Spans, Stance
from firsthand.store.clock import now

NOTE = 2_000  # code points


async def decide(request: Request) -> Response:
    """Keep a decision and go back to where it was made."""
    desk = desk_of(request)
    form = await sent(request, desk.secret)
    made = await run_in_threadpool(correction, form, desk)
    await run_in_threadpool(stored.decide, desk.store, made, desk.settings)
    return answer(desk, addresses.here(one(form, "back", 4_000)), f"{made.id}.{made.id}")


async def undo(request: Request) -> Response:
    """Undo a decision and go back."""
    desk = desk_of(request)
    form = await sent(request, desk.secret)
    known = await run_in_threadpool(desk.correction, one(form, "id"))
    if known is None:
        raise Refused("There is no such decision.")
    if not known.undone:
        await run_in_threadpool(stored.undo, desk.store, known.id, desk.by, desk.settings)
    return answer(desk, addresses.here(one(form, "back", 4_000)), f"{known.id}.")


def correction(form: FormData, desk: Desk) -> Correction:
    """The decision that a form holds. Raises Refused, with what is wrong, for one that cannot be kept.

    `one` and `two` name its two groups: an article by its id, a statement by article/statement.
    """
    kind = _kind(form)
    found = Finder(desk)
    first, rest = several(form, "one"), several(form, "two")
    at = tuple(found.anchor(each) for each in (*first, *rest))
    words: Spans = ()
    if kind in ("statement", "spans") and first:
        words = _words(form, found.article(first[0].partition("/")[0]))
        if kind == "statement" and words and "/" not in first[0]:
            at = (anchor(found.article(first[0]), words),)
        if not words and (kind == "spans" or "/" not in first[0]):
            raise Refused("Which words? Select them in the text, or type them as they stand there.")
    made = Correction(
        id=uuid4().hex,
        kind=kind,
        at=at,
        first=len(first) or 1,
        spans=words if kind == "spans" else (),
        speaker=_speaker(form),
        stance=_stance(form),
        said=one(form, "said").replace(" ", "") or None,
        names=several(form, "name"),
        note=one(form, "note", NOTE),
        by=desk.by,
        made=now(),
    )
    if wrong := flaw(made):
        raise Refused(f"This cannot be kept: {wrong}.")
    return made


class Finder:
    """Looks up what a form names, each dossier once."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.briefs: dict[str, Brief] = {}

    def article(self, id: str) -> Article:  # noqa: A002 - what the record calls it
        """The article with that id. Raises Refused where there is none."""
        row = stored.article_of(self.desk.store, id)
        if row is None:
            raise Refused("The article is not in the store any more.")
        return row.article

    def anchor(self, reference: str) -> Anchor:
        """The anchor of an article, or of "article/statement". Raises Refused where there is none."""
        id_, _, statement = reference.partition("/")
        article = self.article(id_)
        if not statement:
            return anchor(article)
        if id_ not in self.briefs:
            brief = stored.dossier(self.desk.store, id_)
            if brief is None:
                raise Refused("The article is being worked out; try again in a moment.")
            self.briefs |= {a.id: brief for a in brief.articles}
        for each in self.briefs[id_].statements:
            if each.id == statement and each.article == id_:
                return statement_anchor(article, each)
        raise Refused("The statement is not there any more; another decision has changed it.")


def _kind(form: FormData) -> Kind:
    kinds: tuple[Kind, ...] = get_args(Kind)
    found = next((each for each in kinds if each == one(form, "kind")), None)
    if found is None:
        raise Refused("There is no such decision.")
    return found


def _words(form: FormData, article: Article) -> Spans:
    """The words that a form names by `spans`, else by `words` as they stand in the article."""
    given = spans(one(form, "spans", 10_000), len(article.text))
    if given:
        return given
    words = one(form, "words", WORDS)
    found = standing(article.text, words)
    if words and not found:
        raise Refused("These words do not stand in the article as they were typed.")
    if len(found) > 1:
        raise Refused(f"These words stand {len(found)} times in the article; give more of them.")
    return found[0] if found else ()


def _speaker(form: FormData) -> str | None:
    return None if one(form, "own") else one(form, "speaker") or None


def _stance(form: FormData) -> Stance | None:
    stances: tuple[Stance, ...] = get_args(Stance)
    return next((each for each in stances if each == one(form, "stance")), None)
