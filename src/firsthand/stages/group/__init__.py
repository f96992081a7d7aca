"""Articles → stories."""

from firsthand.stages.group.assign import follow, group, member_of, put, stories
from firsthand.stages.group.growing import Member, Stream
from firsthand.stages.group.restore import restore
from firsthand.stages.group.title import title
from firsthand.stages.group.vectors import Vector

__all__ = ["Member", "Stream", "Vector", "follow", "group", "member_of", "put", "restore", "stories", "title"]
