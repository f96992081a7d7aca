"""Shows a brief: terminal, HTML, Markdown and JSON from the same cards."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from firsthand.records import Brief
from firsthand.show.as_html import html, notebook
from firsthand.show.as_json import as_json
from firsthand.show.as_markdown import markdown
from firsthand.show.as_origin import origin
from firsthand.show.as_terminal import as_text, terminal
from firsthand.show.schema import json_schema

__all__ = ["FORMATS", "html", "json_schema", "notebook", "origin", "render", "terminal"]

FORMATS: Mapping[str, Callable[[Brief], str]] = MappingProxyType(
    {"terminal": as_text, "html": html, "markdown": markdown, "json": as_json}
)


def render(brief: Brief, format: str) -> str:  # noqa: A002 - the word a user knows from the command line
    """The brief as a text that can always be UTF-8; `format` is one of FORMATS, else KeyError."""
    return FORMATS[format](brief)
