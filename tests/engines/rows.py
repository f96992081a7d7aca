"""Rows to be exchanged, whatever engine does it."""

from functools import partial

import pyarrow as pa
import pyarrow.parquet as pq

BUCKETS = 7


def numbers(size, source, first, past):
    """The numbers of a source, in the bucket of their remainder."""
    held = [n for n in range(source * size, (source + 1) * size) if first <= n % BUCKETS < past]
    return pa.table({"bucket": pa.array([n % BUCKETS for n in held], pa.int64()), "number": pa.array(held, pa.int64())})


def put(folder, bucket, rows):
    assert not (folder / str(bucket)).exists(), "a bucket is put once"
    pq.write_table(rows, folder / str(bucket))


def check_exchange(engine, folder):
    engine.exchange([0, 1, 2, 3], partial(numbers, 10), partial(put, folder), BUCKETS, 3)
    found = {int(f.name): sorted(pq.read_table(f)["number"].to_pylist()) for f in folder.iterdir()}
    assert found == {bucket: [n for n in range(40) if n % BUCKETS == bucket] for bucket in range(BUCKETS)}
