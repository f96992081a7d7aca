"""Shows a brief: terminal, HTML and Markdown from the same cards, data as JSON, JSON-LD, CSV and Parquet."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from firsthand.records import Brief
from firsthand.show.as_csv import as_csv, save_csv
from firsthand.show.as_html import html, notebook
from firsthand.show.as_json import as_json, json_pieces
from firsthand.show.as_jsonld import as_jsonld
from firsthand.show.as_markdown import markdown
from firsthand.show.as_origin import origin
from firsthand.show.as_parquet import save_parquet
from firsthand.show.as_terminal import as_text, terminal
from firsthand.show.schema import json_schema
from firsthand.show.tables import Table, statements, tables

__all__ = ["FORMATS", "TABLES", "html", "json_schema", "notebook", "origin", "pieces", "render", "save", "terminal"]

FORMATS: Mapping[str, Callable[[Brief], str]] = MappingProxyType(
    {"terminal": as_text, "html": html, "markdown": markdown, "json": as_json, "jsonld": as_jsonld, "csv": as_csv}
)
TABLES: Mapping[str, Callable[[Table, Path], None]] = MappingProxyType({"csv": save_csv, "parquet": save_parquet})


def render(brief: Brief, format: str) -> str:  # noqa: A002 - the word a user knows from the command line
    """The brief as a text that can always be UTF-8; `format` is one of FORMATS, else KeyError."""
    return FORMATS[format](brief)


def pieces(brief: Brief, format: str) -> Iterable[str]:  # noqa: A002 - as above
    """The same text, in pieces where it may be large: a brief of 10,000 articles is 450 MB of JSON."""
    return json_pieces(brief) if format == "json" else render(brief, format)


def save(brief: Brief, format: str, place: Path, *, folder: bool) -> None:  # noqa: A002 - as above
    """The statements as a table in the file `place`, or every table of the brief in that folder, which is made.

    `format` is one of TABLES, else KeyError. Raises FirsthandError where what writes it is not installed.
    """
    write = TABLES[format]
    if not folder:
        write(statements(brief), place)
        return
    place.mkdir(exist_ok=True)
    for table in tables(brief):
        write(table, place / f"{table.name}.{format}")
