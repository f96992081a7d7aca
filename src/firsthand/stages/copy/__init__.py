"""Articles → copies."""

from firsthand.stages.copy.find import find_copies

__all__ = ["find_copies"]
