"""Fuzzing in small: the seeds, some of the inputs that `benchmarks/fuzzing.py` throws, and what it once found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.fetch.feeds import listing_in
from fuzz.mutations import made, seeds
from fuzz.targets import TARGETS, reads

READERS = [target for target in TARGETS if target not in ("pile", "corrections")]
# Inputs that broke something before it was mended, by their numbers.
FOUND = {"page": (3049, 4165, 5073), "names": (2684, 8075), "robots": (1577,)}


@pytest.mark.parametrize("target", TARGETS)
def test_the_seeds(target):
    kind, run = TARGETS[target]
    for seed in seeds(kind):
        run(seed)


@pytest.mark.parametrize("target", READERS)
def test_some_inputs_and_those_that_once_broke_something(target):
    kind, run = TARGETS[target]
    for number in (*range(15), *FOUND.get(target, ())):
        run(made(kind, number))


@pytest.mark.parametrize("target", ["pile", "corrections"])
def test_the_whole_pipeline(target):
    kind, run = TARGETS[target]
    for number in range(5):
        run(made(kind, number))


def test_a_number_stands_for_one_input():
    assert [made("text", n) for n in range(20)] == [made("text", n) for n in range(20)]
    assert len({made("text", n) for n in range(50)}) > 45


BYTES = st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("kind", ["text", "markdown", "page", "json", "lines", "csv", None])
@given(data=BYTES)
@settings(max_examples=15, derandomize=True)
def test_any_bytes_can_be_read(kind, data):
    reads(kind)(data)


@given(
    data=BYTES,
    head=st.sampled_from([b"<rss><item>", b"<feed><entry>", b"<opml>", b'{"version": "jsonfeed.org/version/1']),
)
@settings(max_examples=40, derandomize=True)
def test_any_bytes_can_be_a_feed(head, data):
    listing_in(head + data, "https://wire.example/")
