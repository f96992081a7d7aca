"""Articles → stories."""

from firsthand.stages.group.assign import follow, group, stories
from firsthand.stages.group.growing import Stream

__all__ = ["Stream", "follow", "group", "stories"]
