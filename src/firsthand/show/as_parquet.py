"""Tables → Parquet, for those who count over many briefs: lists stay lists, what is not known is null."""

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from firsthand.errors import FirsthandError
from firsthand.show.plain import encodable
from firsthand.show.tables import Table

if TYPE_CHECKING:
    import pyarrow as pa


def save_parquet(table: Table, place: Path) -> None:
    """Write a table to a Parquet file (zstd). Raises FirsthandError where pyarrow is not installed.

    Text is verbatim but for lone surrogates, which UTF-8 cannot hold.
    """
    require_pyarrow()
    import pyarrow as pa
    from pyarrow import parquet

    kinds = _types(pa)
    columns = {
        name: pa.array([_plain(row[n]) for row in table.rows], kinds[kind])
        for n, (name, kind) in enumerate(table.columns.items())
    }
    parquet.write_table(pa.table(columns), place, compression="zstd")


def require_pyarrow() -> None:
    """Raise FirsthandError, with what to do, where pyarrow is not installed."""
    if find_spec("pyarrow") is None:
        raise FirsthandError("Parquet needs pyarrow; install it with: pip install 'firsthand[parquet]'")


def _types(arrow: Any) -> "dict[str, pa.DataType]":
    return {
        "text": arrow.string(),
        "whole": arrow.int64(),
        "number": arrow.float64(),
        "truth": arrow.bool_(),
        "texts": arrow.list_(arrow.string()),
        "spans": arrow.list_(arrow.list_(arrow.int64())),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return encodable(value)
    return [_plain(each) for each in value] if isinstance(value, tuple) else value
