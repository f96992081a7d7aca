"""A small pile as files, and what a run made of it, table by table."""

import json
from pathlib import Path

import pyarrow.parquet as pq

PACK = Path(__file__).parents[2] / "benchmarks" / "packs" / "01-ferry-fire" / "articles.jsonl"
ROWS = [json.loads(line) for line in PACK.read_text(encoding="utf-8").splitlines()]


def lines(path, rows):
    """Rows as JSON lines; what is no object is written as it stands."""
    written = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text("".join(f"{row}\n" for row in written), encoding="utf-8")
    return path


def tables(out):
    """Every table of a run, by name, with all its rows."""
    names = sorted({file.parent.name for file in Path(out).glob("*/*.parquet")} - {"work"})
    return {
        name: [row for file in sorted(Path(out, name).glob("*.parquet")) for row in pq.read_table(file).to_pylist()]
        for name in names
    }
