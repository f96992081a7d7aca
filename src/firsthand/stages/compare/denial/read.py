"""Statements through the denial reader: which deny something, and how likely each denies another."""

from collections.abc import Iterable, Mapping

from firsthand.records import Article
from firsthand.stages.compare.denial.model import Asked, share
from firsthand.stages.compare.denial.within import within
from firsthand.stages.compare.joint.model import Joint
from firsthand.stages.compare.joint.read import told
from firsthand.stages.compare.joint.roles import Told, roles
from firsthand.stages.compare.view import View

NOBODY = Told("asserts", "none", None, None, -1, 0)


def denies(reader: Joint, answer: View, article: Article, names: Mapping[str, str]) -> float:
    """How likely a statement denies anything (0 to 1); `names` are those of actors."""
    speaker = names.get(answer.statement.source or "")
    asked = Asked(None, speaker, within(answer.statement, article), roles(NOBODY, told(answer)))
    return share(reader, asked)


def opposed(
    reader: Joint, pairs: Iterable[tuple[View, View]], articles: Mapping[str, Article], names: Mapping[str, str]
) -> dict[tuple[str, str], float]:
    """How likely the second statement of each pair denies the first (0 to 1), by their ids; `names` are those of
    actors."""
    found = {}
    for one, two in pairs:
        who, speaker = (names.get(v.statement.source or "") for v in (one, two))
        answer = within(two.statement, articles[two.statement.article])
        asked = Asked((who, one.statement.text), speaker, answer, roles(told(one), told(two)))
        found[one.statement.id, two.statement.id] = share(reader, asked)
    return found
