"""An invented article, its statements and decisions on them, for the tests of this folder."""

from firsthand.corrections import Correction, anchor
from firsthand.ids import actor_id, article_id, statement_id
from firsthand.records import Actor, ActorMention, Article, Outlet, Part, Period, Statement

TEXT = (
    "The dam at Vellin holds, the engineer Ada Holm said on Monday 🌊. "
    "“No water has passed the wall,” she told reporters. "
    "Residents had feared that the wall would break, according to Odd Bakke. "
    "The valley was evacuated in May 2024."
)
HOLDS, PASSED, FEARED, EVACUATED = (
    "The dam at Vellin holds",
    "No water has passed the wall",
    "the wall would break",
    "The valley was evacuated in May 2024",
)


def article(text=TEXT, url="https://valley.example/dam", outlet="The Valley Post"):
    return Article(
        id=article_id(text, url),
        path=None,
        url=url,
        outlet=Outlet(name=outlet),
        title=None,
        authors=(),
        language="en",
        published=Period(start="2025-03-04", end="2025-03-04", basis="metadata"),
        text=text,
        parts=(Part(start=0, end=len(text), kind="body"),),
    )


def spans(text, *words):
    return tuple((text.index(w), text.index(w) + len(w)) for w in words)


def actor(name, *aliases, kind="person", articles=(), unique=None):
    return Actor(
        id=actor_id(kind, unique or name),
        name=name,
        kind=kind,
        aliases=(name, *aliases),
        member_of=None,
        mentions=tuple(ActorMention(article=a.id, spans=((0, 3),)) for a in articles),
    )


def statement(of, *words, source=None, chain=(), said_by="", **more):
    place, source_spans = spans(of.text, *words), spans(of.text, said_by) if said_by else ()
    plain = {
        "id": statement_id(of.id, place, source_spans, ()),
        "article": of.id,
        "spans": place,
        "text": " ".join(words),
        "quote": "indirect",
        "source": source,
        "source_spans": source_spans,
        "cue_spans": (),
        "cue_kind": "speech",
        "chain": chain or ((source,) if source else ()),
        "stance": "asserts",
        "hedges": (),
        "said": None,
        "claim": None,
        "confidence": 0.7,
    }
    return Statement(**plain | more)


def decided(kind, *at, n=1, **more):
    """A correction made at minute `n`."""
    plain = {"id": f"c{n}", "kind": kind, "at": at, "by": "Mira", "made": f"2025-03-05T10:{n:02}:00Z"}
    return Correction(**plain | more)


def on(of, *words):
    return anchor(of, spans(of.text, *words))


DAM = article()
HOLM, BAKKE = actor("Ada Holm", "the engineer", articles=[DAM]), actor("Odd Bakke", articles=[DAM])
WIRE = actor("Adria Wire", kind="agency")
FOUND = (
    statement(DAM, HOLDS, source=HOLM.id, chain=(HOLM.id, WIRE.id), said_by="the engineer Ada Holm"),
    statement(DAM, PASSED, source=HOLM.id, said_by="she", quote="direct"),
    statement(DAM, FEARED, source=BAKKE.id, said_by="Odd Bakke"),
)
CAST = (HOLM, BAKKE, WIRE)
