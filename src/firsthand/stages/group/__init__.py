"""Articles → stories."""

from firsthand.stages.group.assign import follow, follow_sketches, group, restore, stories
from firsthand.stages.group.growing import Stream
from firsthand.stages.group.sketch import Sketch, sketch
from firsthand.stages.group.title import title

__all__ = ["Sketch", "Stream", "follow", "follow_sketches", "group", "restore", "sketch", "stories", "title"]
