"""How claims stand to each other."""

from collections.abc import Mapping, Sequence

from firsthand.records import Claim, Relation
from firsthand.stages.compare.pair import Setting
from firsthand.stages.compare.view import View

Group = tuple[list[View], list[View]]


def relate(
    claims: Sequence[Claim], groups: Sequence[Group], setting: Setting, language: str, names: Mapping[str, str]
) -> list[Relation]:
    """The relations between the claims of one story."""
    return []
