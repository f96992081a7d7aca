"""Parsed article → attributions."""

from firsthand.stages.attribute.extract import attribute

__all__ = ["attribute"]
