"""Places for stores: a file, or a schema of its own in a database of the server that FIRSTHAND_TEST_POSTGRES names."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

SERVER = os.environ.get("FIRSTHAND_TEST_POSTGRES", "")


@contextmanager
def fresh_place(kind: str, folder: Path) -> Iterator[str]:
    """The address of a store that is not there yet; what was made there is dropped afterwards."""
    if kind == "sqlite":
        yield str(folder / "firsthand.db")
        return
    if not SERVER:
        pytest.skip("FIRSTHAND_TEST_POSTGRES names no server")
    url = make_url(SERVER).set(drivername="postgresql+psycopg")
    schema = f"test_{uuid4().hex}"
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(f"CREATE SCHEMA {schema}"))
        own = url.set(drivername="postgresql").update_query_dict({"options": f"-csearch_path={schema}"})
        yield own.render_as_string(hide_password=False)
        with engine.connect() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    finally:
        engine.dispose()
