"""Clusters of statements → claims: the clearest words, the number, the plan, who denies."""

from collections.abc import Sequence

from firsthand.ids import claim_id
from firsthand.language import words
from firsthand.language.terms import fold
from firsthand.records import Claim, Count, Quantity
from firsthand.stages.compare.quantity import main_quantity
from firsthand.stages.compare.view import View
from firsthand.stages.compare.words import cut

_LONG = 40  # words; a clear statement is shorter


def claim_of(
    asserted: Sequence[View], contested: Sequence[View], language: str, setters_aside: Sequence[str] = ()
) -> Claim:
    """The claim that `asserted` statements make and `contested` ones deny or doubt; no origins are counted yet.

    `setters_aside` are parties that reject it without a statement of their own about it.
    """
    told = asserted or contested
    clearest = told[0] if len(told) == 1 else max(told, key=lambda v: (clarity(v, language), -v.place, v.statement.id))
    statements = tuple(v.statement.id for v in (*asserted, *contested))
    return Claim(
        id=claim_id(statements),
        text=clearest.statement.text,
        statements=statements,
        origins=(),
        independent_origins=Count(at_least=0, at_most=0),
        denied_by=tuple(dict.fromkeys((*_who(contested, "denies"), *setters_aside))) if asserted else (),
        doubted_by=_who(contested, "doubts") if asserted else (),
        plan=clearest.plan or any(v.statement.stance == "promises" for v in asserted),
        quantity=_quantity(clearest, told),
    )


def clarity(view: View, language: str) -> float:
    """How well a statement stands alone: names, no opening pronoun, reported not spoken, neither scrap nor speech."""
    text = view.statement.text
    run = cut(language, text)
    first = fold(text[run[0].start : run[0].end]) if run else ""
    points = 1.5 if first not in words(language, "claims", "pronouns") else 0.0
    points += min(len(view.wording.names), 3) * 0.5
    points += {"none": 1.0, "indirect": 1.0, "mixed": 0.5, "direct": 0.0}[view.statement.quote]
    points -= 2.0 if len(view.wording.weights) < 3 else 0.0
    points -= 1.0 if len(run) > _LONG else 0.0
    return points + (0.5 if text[:1].isupper() or text[:1].isdigit() else 0.0)


def _who(contested: Sequence[View], stance: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(v.party for v in contested if v.statement.stance == stance and v.party))


def _quantity(clearest: View, told: Sequence[View]) -> Quantity | None:
    for view in (clearest, *told):
        if (found := main_quantity(view.counts)) is not None:
            return found
    return None
