"""Names within an article and over the pile → actors."""

from firsthand.stages.resolve.confidence import shown
from firsthand.stages.resolve.identify import identify
from firsthand.stages.resolve.join import resolve

__all__ = ["identify", "resolve", "shown"]
