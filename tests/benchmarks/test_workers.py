from collections import Counter

import pytest

pytest.importorskip("pyarrow")
from firsthand.engines import Engine
from firsthand.engines.pool import pool
from firsthand.scale.files import write_table
from firsthand.scale.tables import DOSSIERS, table
from firsthand.tasks import Lost
from workers import counting, held, sizes


def work(number: int) -> int:
    return sum(range(number))


def test_work_is_counted_under_the_step_that_is_at_work_and_given_on() -> None:
    spent: Counter[str] = Counter()
    with pool(1) as engine:
        made = list(counting(engine, spent, ["adding"]).spread(work, [10, 2_000_000]))
    assert made == [45, sum(range(2_000_000))]
    assert spent["adding"] > 0


def test_what_is_lost_stays_lost() -> None:
    engine = Engine(lambda _, tasks: iter([Lost("killed") for _ in tasks]), None, 1)
    assert list(counting(engine, Counter(), ["adding"]).spread(work, [1])) == [Lost("killed")]


def test_tables_are_read_and_weighed_without_the_work_folder(tmp_path) -> None:
    rows = [{"dossier": 3, "title": "A flood"}]
    for name in ("dossiers/000000.parquet", "work/stories.parquet"):
        write_table(str(tmp_path / name), table(rows, DOSSIERS))
    assert [row["title"] for row in held(tmp_path)["dossiers"]] == ["A flood"]
    assert {*held(tmp_path)} == {"dossiers"}
    assert sizes(tmp_path, 1).startswith("dossiers ")
