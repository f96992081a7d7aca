"""Plain text and Markdown as drafts; a Markdown file may begin with a block of metadata."""

import re
from dataclasses import replace

from firsthand.stages.read.draft import Draft
from firsthand.stages.read.fields import draft_of
from firsthand.stages.read.parts import FRONT_MATTER

_FIELD = re.compile(r"([A-Za-z][\w -]{0,30}):[ \t]*(\S.*)$")


def read_text(text: str, markdown: bool) -> Draft:
    """The text exactly as it stands, with what a Markdown file's front matter says about it."""
    front = FRONT_MATTER.match(text) if markdown else None
    if front is None:
        return Draft(text=text, markdown=markdown)
    pairs = [match for line in front[0].split("\n") if (match := _FIELD.match(line))]
    fields = {match[1].strip(): match[2].strip().strip("\"'") for match in pairs}
    draft = draft_of(fields | {"text": text}) or Draft(text=text)
    return replace(draft, markdown=True)
