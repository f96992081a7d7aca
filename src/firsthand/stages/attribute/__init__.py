"""Parsed article → attributions."""

from firsthand.stages.attribute.extract import Method, attribute

__all__ = ["Method", "attribute"]
