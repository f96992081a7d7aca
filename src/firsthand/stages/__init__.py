"""The pipeline, in order."""

STAGES = (
    "read",
    "parse",
    "attribute",
    "date",
    "resolve",
    "copy",
    "group",
    "compare",
    "count",
    "order",
)
