"""Views of statements, as the parts of the comparison see them."""

import pytest

from firsthand.parties import publishers
from firsthand.stages.compare.decided import Decided
from firsthand.stages.compare.meaning import load, vectors
from firsthand.stages.compare.setting import links, setting_of
from firsthand.stages.compare.view import views

NOTHING, ENCODER = Decided(), load("en")


@pytest.fixture
def seen(record):
    """Articles, statements, actors, copies, shares of denials, decisions → the views in order, their setting."""

    def look(articles, statements, actors=(), copies=(), denied=None, decided=NOTHING):
        known = {a.id: a for a in articles}
        found = list(views(known, statements, actors).values())
        outlets = publishers(articles, actors)
        meaning = vectors(ENCODER, (v.statement for v in found))
        return found, setting_of(found, known, outlets, links(copies), denied or {}, {}, decided, meaning)

    return look


@pytest.fixture
def spill(record, seen):
    """Three views, what a tanker did, of something else and a denial of the first in other words, and their setting."""
    first, second = record.article("1"), record.article("2", day="2025-03-05")
    said = [
        record.statement("s1", first, "the tanker had emptied its ballast into the fjord"),
        record.statement("s2", first, "the fishing season would open a week late"),
        record.statement("s3", second, "Nothing was ever discharged from this ship", stance="denies"),
    ]
    return seen([first, second], said)
