"""Dated statements → the timeline of every story."""

from firsthand.stages.order.entries import order

__all__ = ["order"]
