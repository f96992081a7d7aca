"""Articles → copies."""

from firsthand.stages.copy.find import find_copies, fingerprints

__all__ = ["find_copies", "fingerprints"]
