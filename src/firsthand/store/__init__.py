"""A pile that lives: articles and what was found in them, kept in a database."""

from firsthand.store.add import Added, add
from firsthand.store.decisions import Orphan, corrections, orphans
from firsthand.store.gather import gathered, news
from firsthand.store.lists import (
    ActorRow,
    Doubt,
    Page,
    StoryRow,
    Visited,
    actor_of,
    actors,
    arrivals,
    fresh,
    review,
    stamp,
    stories,
    visit,
    visited,
    waiting,
)
from firsthand.store.pile import (
    ArticleRow,
    article_of,
    article_with,
    brief_kept,
    dossier,
    dossier_kept,
    unprocessed,
    whole,
)
from firsthand.store.place import Store, close, open_store
from firsthand.store.run import Size, decide, outdated, read_again, size, take_in, undo, update
from firsthand.store.search import Hit, marked_pieces, search
from firsthand.store.training import training

__all__ = [
    "ActorRow",
    "Added",
    "ArticleRow",
    "Doubt",
    "Hit",
    "Orphan",
    "Page",
    "Size",
    "Store",
    "StoryRow",
    "Visited",
    "actor_of",
    "actors",
    "add",
    "arrivals",
    "article_of",
    "article_with",
    "brief_kept",
    "close",
    "corrections",
    "decide",
    "dossier",
    "dossier_kept",
    "fresh",
    "gathered",
    "marked_pieces",
    "news",
    "open_store",
    "orphans",
    "outdated",
    "read_again",
    "review",
    "search",
    "size",
    "stamp",
    "stories",
    "take_in",
    "training",
    "undo",
    "unprocessed",
    "update",
    "visit",
    "visited",
    "waiting",
    "whole",
]
