"""Denials through the pair reader: how likely each speaks against a statement."""

from collections.abc import Mapping, Sequence

from firsthand.models.network import TextNetwork
from firsthand.stages.compare.reader.model import RELATIONS, shares
from firsthand.stages.compare.reader.wording import said, then
from firsthand.stages.compare.view import View

Denied = Mapping[tuple[str, str], float]  # by the ids of a statement and of a denial
AGAINST = RELATIONS.index("against")


def opposed(
    reader: TextNetwork, pairs: Sequence[tuple[View, View]], language: str, names: Mapping[str, str]
) -> dict[tuple[str, str], float]:
    """How likely the denial or doubt of each pair speaks against its statement (0 to 1); `names` are those of actors.

    The reader is told the statement of the earlier day first.
    """
    texts = []
    for told, denial in pairs:
        days = denial.day - told.day if told.day is not None and denial.day is not None else 0
        one, two = (told, denial) if days >= 0 else (denial, told)
        texts.append((_told(one, language, names), then(language, abs(days), _told(two, language, names))))
    keys = [(told.statement.id, denial.statement.id) for told, denial in pairs]
    return dict(zip(keys, map(float, shares(reader, texts)[:, AGAINST]), strict=True))


def _told(view: View, language: str, names: Mapping[str, str]) -> str:
    statement = view.statement
    return said(language, names.get(statement.source or ""), statement.stance, statement.text)
