"""Views of statements, as the parts of the comparison see them."""

import pytest

from firsthand.parties import publishers
from firsthand.stages.compare.decided import Decided
from firsthand.stages.compare.setting import links, setting_of
from firsthand.stages.compare.view import views

NOTHING = Decided()


@pytest.fixture
def seen(record):
    """Articles, statements, actors, copies, shares of denials, decisions → the views in order, their setting."""

    def look(articles, statements, actors=(), copies=(), denied=None, decided=NOTHING):
        known = {a.id: a for a in articles}
        found = list(views(known, statements, actors).values())
        return found, setting_of(found, known, publishers(articles, actors), links(copies), denied or {}, decided)

    return look
