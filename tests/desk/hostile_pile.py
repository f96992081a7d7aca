"""A store in which every field that a stranger or an analyst can fill means harm."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desk.pile import LAMP, OLDER, article
from firsthand import store as stored
from firsthand.corrections import Correction, anchor
from firsthand.records import Article, Part, Unprocessed
from hostile import SCRIPT, grouped

GROUPS = grouped(SCRIPT, 190)  # few pages, and no payload is cut where a title is
WHEN = "2031-03-04T05:06:07+00:00"


def hostile(number: int, payload: str) -> Article:
    """An article with a payload in every field, and before, in and behind what is said in it."""
    said = f"“The bridge {payload} stays closed,” Mayor Ada {payload} Brandvold told Nordwire on Monday."
    pieces = {"title": "Bridge", "byline": f"By {payload}", "body": said, "caption": payload, "furniture": "Share"}
    text, parts = "", []
    for kind, words in pieces.items():
        parts.append(Part(start=len(text), end=len(text) + len(words), kind=kind))  # type: ignore[arg-type]
        text += f"{words}\n\n"
    return article(
        f"bad{number}",
        f"Outlet {payload}",
        f"Bridge {payload}",
        text,
        url=f"https://bad{number}.example/?{payload}" if number % 2 else payload,
        path=f"pile/{payload}.html",
        authors=(payload, "Ada"),
        parts=tuple(parts),
    )


def fill_hostile(place: Path) -> None:
    """Make the store: the articles, what gave none, decisions that stand, were undone, or lost their words."""
    held = stored.open_store(str(place), create=True)
    bad = [hostile(number, payload) for number, payload in enumerate(GROUPS)]
    older = [replace(bad[1], id="old1", text=bad[1].text.replace("closed", f"shut {GROUPS[0]}"))]
    plain = [
        article("lamp0", "Tolvik Lamp", "Bridge to stay shut", OLDER, url="https://lamp.example/tolvik"),
        article("lamp", "Tolvik Lamp", "Bridge to stay shut", LAMP),
    ]
    failed = [Unprocessed(path=f"{each}.txt", why=each, remedy=each) for each in GROUPS]
    for _ in stored.add(held, [*older, *plain, *bad, *failed]):
        pass
    stored.update(held)
    stored.take_in(held, list(_decisions(held, bad)))
    stored.close(held)


def _decisions(held: stored.Store, bad: list[Article]) -> Iterator[Correction]:
    """Of each article's first statement, of two names, of words that are not there; those that can be kept."""
    first = {said.article: said for said in reversed(stored.whole(held).statements)}
    for n, (home, payload) in enumerate(zip(bad, GROUPS, strict=True)):
        if "\0" in payload:
            continue
        told = {"by": payload[:60], "note": payload, "made": WHEN}
        names = (f"Ada {payload}", f"Olav {payload}")
        gone = {"undone": WHEN, "undone_by": payload} if n % 2 else {}
        yield Correction(id=f"a{n}", kind="different actors", names=names, **told, **gone)
        lost = replace(anchor(home), text="0" * 64, url=payload, quote=payload, spans=((0, len(payload)),))
        yield Correction(id=f"l{n}", kind="not a statement", at=(lost,), **told)
        if home.id in first:
            at = (anchor(home, first[home.id].spans),)
            yield Correction(id=f"s{n}", kind="speaker", at=at, speaker=f"Ada {payload}", **told)
