"""What of a brief a person should look at: unsure statements, suspected rewrites, names and claims that may be one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from firsthand.corrections import Correction
from firsthand.language.terms import terms
from firsthand.records import Actor, Article, Brief, Claim, Statement

UNSURE = 0.75  # a statement below this confidence is doubtful
LOOSE = 0.8  # so is what made two names one actor, below this score
ALIKE, LEAST = 0.5, 4  # words that two claims share, of the shorter one's; and how many at least
SPREAD = 12  # a word of more claims than this says nothing
MOST = 12  # of a kind and dossier: when they are decided, the next come up
REWRITE = 0.55  # how doubtful a suspected rewrite is


def doubts(
    made: Brief, articles: Mapping[str, Article], corrections: Sequence[Correction] = ()
) -> list[dict[str, Any]]:
    """Rows of the table `doubt`, the most doubtful of each kind, without what an analyst has decided already."""
    settled = [frozenset(c.names) for c in corrections]
    decided = {(at.article, at.spans) for c in corrections for at in c.at}
    copies = {tuple(at.article for at in c.at) for c in corrections if c.kind in ("copy", "not a copy")}
    together = [frozenset((at.article, at.spans) for at in c.at) for c in corrections if c.kind.endswith("claims")]
    home = {key: story.articles[0] for story in made.stories for key in story.articles}
    rows = [row for s in made.statements if (s.article, s.spans) not in decided for row in _unsure(s)]
    rows += [
        _row("rewrite", REWRITE, copy.article, copy.of, articles[copy.article].title or "", copy.why)
        for copy in made.copies
        if copy.kind == "paraphrase" and (copy.article, copy.of) not in copies
    ]
    rows += [row for row in _names(made.actors) if not any({row["text"], row["other"]} <= names for names in settled)]
    spans = {s.id: (s.article, s.spans) for s in made.statements}
    for one, two, share in _claims(made.claims, articles, {s.id: s for s in made.statements}):
        ends = {spans[one.statements[0]], spans[two.statements[0]]}
        if not any(ends <= known for known in together):
            first = spans[one.statements[0]][0]
            row = _row("claims", 0.4 + share / 4, first, two.statements[0], one.text, two.text)
            rows.append(row | {"statement": one.statements[0]})
    ranked = sorted(rows, key=lambda row: -row["doubt"])
    kinds = dict.fromkeys(row["kind"] for row in ranked)
    most = [row for kind in kinds for row in [each for each in ranked if each["kind"] == kind][:MOST]]
    return [row | {"article": row["article"] or next(iter(home), "")} for row in most]


def _unsure(said: Statement) -> Iterator[dict[str, Any]]:
    if said.confidence < UNSURE:
        row = _row("statement", 1 - said.confidence, said.article, None, said.text, f"confidence {said.confidence:.2f}")
        yield row | {"statement": said.id}


def _names(actors: Sequence[Actor]) -> Iterator[dict[str, Any]]:
    """Names joined for a weak reason, and two people or bodies whose names end, or begin, in the same word."""
    for who in actors:
        for merge in who.merges:
            if merge.score < LOOSE and merge.one != merge.two:
                yield _row("actors", 1 - merge.score / 2, merge.articles[0], merge.two, merge.one, merge.why)
    last: defaultdict[tuple[str, str], list[Actor]] = defaultdict(list)
    for who in actors:
        if who.kind in ("person", "organisation", "document") and who.mentions:
            last[who.kind, who.name.casefold().split()[-1] if who.name.split() else ""].append(who)
    for (_, word), bearers in last.items():
        for one, two in combinations(bearers[:SPREAD], 2):
            short, long = sorted((one, two), key=lambda a: len(a.name))
            if word and (len(short.name.split()) == 1 or short.name.split()[0][0] == long.name.split()[0][0]):
                yield _row("actors", 0.5, short.mentions[0].article, long.name, short.name, word)


def _claims(
    claims: Sequence[Claim], articles: Mapping[str, Article], said: Mapping[str, Statement]
) -> Iterator[tuple[Claim, Claim, float]]:
    """Pairs of claims that share much of their words."""
    words = []
    for claim in claims:
        language = articles[said[claim.statements[0]].article].language or "en"
        words.append(frozenset(term.stem for term in terms(language, claim.text)))
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(words):
        for word in own:
            holders[word].append(number)
    near = {pair for held in holders.values() if len(held) <= SPREAD for pair in combinations(held, 2)}
    for a, b in sorted(near):
        short = min(len(words[a]), len(words[b]))
        share = len(words[a] & words[b]) / short if short >= LEAST else 0.0
        if share >= ALIKE:
            yield claims[a], claims[b], share


def _row(kind: str, doubt: float, article: str, other: str | None, text: str, why: str) -> dict[str, Any]:
    return {
        "kind": kind, "doubt": round(doubt, 3), "article": article, "statement": None, "other": other, "text": text,
        "why": why,
    }  # fmt: skip
