"""What an analyst decided: records bound to the text they speak of, applied to every run."""

from firsthand.corrections.records import Anchor, Correction, Kind

__all__ = ["Anchor", "Correction", "Kind"]
