"""Corrections of a store as training data."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import select

from firsthand.corrections import training_lines
from firsthand.settings import Settings
from firsthand.store.place import Store, read
from firsthand.store.tables import article, story, touched
from firsthand.store.work import brief_of, task_of


def training(store: Store, settings: Settings = Settings()) -> Iterator[str]:
    """What the machine found and what analysts made of it: a line of JSON for each article with corrected statements.

    The dossiers with corrections are worked out once more without them, to see what was found.
    """
    with read(store) as connection:
        asked = select(story.c.dossier).join(article, article.c.story == story.c.id)
        spoken_of = article.c.digest.in_(select(touched.c.digest).where(touched.c.digest.is_not(None)))
        numbers = list(connection.scalars(asked.where(spoken_of, article.c.newer.is_(None)).distinct()))
    for number in sorted(numbers):
        task = task_of(store, number)
        if task is not None:
            found = brief_of(replace(task, corrections=()), settings)
            yield from training_lines(
                found.statements, found.actors, [each.article for each in task.found], task.corrections
            )
