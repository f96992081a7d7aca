"""Tables → CSV that a spreadsheet may open: nothing from an article is worked out as a formula."""

import csv
import io
import re
from pathlib import Path
from typing import Any

from firsthand.records import Brief
from firsthand.show.plain import encodable, visible
from firsthand.show.tables import Kind, Table, statements

BOM = "\ufeff"  # by which Excel knows UTF-8
BETWEEN = "; "
# What a spreadsheet takes for a formula, also behind what it passes over: white space, marks without width, quotes.
FORMULA = re.compile("[\\s\"'`‘’“”«»\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]*[=+\\-@＝＋－＠−\t]")


def save_csv(table: Table, place: Path) -> None:
    """Write a table to a file that Excel opens as what it is."""
    place.write_text(BOM + written(table), encoding="utf-8", newline="\n")


def as_csv(brief: Brief) -> str:
    """The statements, one a row; see `written`."""
    return written(statements(brief))


def written(table: Table) -> str:
    """A table as CSV (RFC 4180, but line feeds): a list in one cell with "; " between, spans as "12..40; 50..60",
    which no spreadsheet takes for a date.

    Text that a spreadsheet would take for a formula gets an apostrophe in front; `unguarded` takes it away.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(table.columns)
    kinds = tuple(table.columns.values())
    for row in table.rows:
        rows.writerow([_cell(value, kind) for value, kind in zip(row, kinds, strict=True)])
    return out.getvalue()


def guarded(text: str) -> str:
    """`text` with an apostrophe in front where a spreadsheet would take it for a formula.

    >>> guarded("=1+1"), guarded("1+1"), guarded("'=1+1")
    ("'=1+1", '1+1', "''=1+1")
    """
    return f"'{text}" if FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` made a cell of.

    >>> unguarded("'=1+1"), unguarded("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell, 1) else cell


def _cell(value: Any, kind: Kind) -> Any:
    if value is None or kind in ("whole", "number"):
        return value
    if kind == "truth":
        return "true" if value else "false"
    if kind == "spans":
        return BETWEEN.join(f"{start}..{end}" for start, end in value)
    return guarded(encodable(visible(BETWEEN.join(value) if kind == "texts" else value)))
