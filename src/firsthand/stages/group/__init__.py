"""Articles → stories."""

from firsthand.stages.group.assign import group

__all__ = ["group"]
