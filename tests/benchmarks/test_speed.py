import gzip
from collections import Counter

import speed


def test_time_in_a_generator_counts_where_it_works():
    spent = Counter()

    def stage(n):
        for i in range(n):
            sum(range(200_000))
            yield i

    assert list(speed.timed("stage", stage, spent)(5)) == [0, 1, 2, 3, 4]
    assert spent["stage"] > 0


def test_the_first_lines_of_a_gzipped_file(tmp_path):
    path = tmp_path / "many.jsonl.gz"
    with gzip.open(path, "wb") as out:
        out.write(b"1\n2\n3\n")
    assert speed.first_lines(path, 2, tmp_path).read_bytes() == b"1\n2\n"


def test_memory_is_in_megabytes():
    assert 5 < speed.peak_megabytes() < 100_000
