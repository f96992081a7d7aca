"""What an analyst decided: records bound to the text they speak of, applied to every run."""

from firsthand.corrections.anchor import anchor, find, locate, statement_anchor, text_hash, texts
from firsthand.corrections.annotation import readable, to_annotations
from firsthand.corrections.apply import Applied, apply
from firsthand.corrections.check import flaw
from firsthand.corrections.intake import from_annotations
from firsthand.corrections.match import former, match
from firsthand.corrections.names import folded, names_of, touches
from firsthand.corrections.records import Anchor, Correction, Kind, in_order, rebound
from firsthand.corrections.told import Told, hints_of
from firsthand.corrections.training import training_lines

__all__ = [
    "Anchor",
    "Applied",
    "Correction",
    "Kind",
    "Told",
    "anchor",
    "apply",
    "find",
    "flaw",
    "folded",
    "former",
    "from_annotations",
    "hints_of",
    "in_order",
    "locate",
    "match",
    "names_of",
    "readable",
    "rebound",
    "statement_anchor",
    "text_hash",
    "texts",
    "to_annotations",
    "touches",
    "training_lines",
]
