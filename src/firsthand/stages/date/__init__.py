"""Article → time expressions, and when each statement was said."""

from firsthand.stages.date.find import find_times
from firsthand.stages.date.said import date_statements

__all__ = ["date_statements", "find_times"]
