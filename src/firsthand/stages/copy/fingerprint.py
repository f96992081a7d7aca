"""Which articles share a passage: winnowed fingerprints, each linked to its earliest holder.

Winnowing (Schleimer, Wilkerson and Aiken 2003) keeps the least hash of every window, so any run of
SHINGLE + WINDOW - 1 shared words leaves a shared print. Prints of many articles are not dropped, for that would lose a
wire story that fifty outlets ran: they lead to their earliest holder.
"""

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from firsthand.stages.copy.words import Words

SHINGLE = 6  # words
WINDOW = 6  # shingles
SHARED = 2  # prints that make two articles worth aligning
FEW = 6  # holders of one print that are all paired; beyond this each is paired with the earliest and the one before it

Hashes = NDArray[np.uint64]


def keys(stems: Sequence[tuple[str, str]]) -> Hashes:
    """A hash for each word number, of its language and stem: the same in every pile and on every machine."""
    hashed = (blake2b("\x1f".join(stem).encode("utf-8", "surrogatepass"), digest_size=8).digest() for stem in stems)
    return np.frombuffer(b"".join(hashed), dtype="<u8").astype(np.uint64)


def prints(words: Words, keys: Hashes) -> Hashes:
    """The fingerprints of an article's words outside quotation marks, each once; `keys` are those of word numbers."""
    ids = keys[words.ids[~words.quoted]]
    if len(ids) < SHINGLE:
        return np.zeros(0, dtype=np.uint64)
    shingles = np.zeros(len(ids) - SHINGLE + 1, dtype=np.uint64)
    for place in range(SHINGLE):
        shingles = _mix(shingles * np.uint64(31) + ids[place : place + len(shingles)])
    if len(shingles) <= WINDOW:
        return np.unique(shingles.min(keepdims=True))
    return np.unique(sliding_window_view(shingles, WINDOW).min(axis=1))


def pairs(marks: Sequence[Hashes]) -> list[tuple[int, int]]:
    """The pairs (later, earlier) of articles that share prints; `marks` are in order of time."""
    if not marks:
        return []
    hashes = np.concatenate(marks)
    holders = np.repeat(np.arange(len(marks), dtype=np.int64), [len(m) for m in marks])
    order = np.argsort(hashes, kind="stable")  # stable: within a print, holders stay in order of time
    hashes, holders = hashes[order], holders[order]
    starts = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]]) if len(hashes) else np.zeros(0, dtype=np.int64)
    sizes = np.diff(np.r_[starts, len(hashes)])
    first = np.repeat(starts, sizes)
    rank = np.arange(len(hashes)) - first
    few = np.repeat(sizes, sizes) <= FEW
    found = [_links(holders, np.flatnonzero(rank > 0), first, len(marks))]
    everyone = np.arange(len(hashes))
    found.append(_links(holders, np.flatnonzero(rank > 1), everyone - 1, len(marks)))
    for back in range(2, FEW):
        found.append(_links(holders, np.flatnonzero((rank > back) & few), everyone - back, len(marks)))
    keys, counts = np.unique(np.concatenate(found), return_counts=True)
    return [divmod(int(key), len(marks)) for key in keys[counts >= SHARED]]


def _links(
    holders: NDArray[np.int64], places: NDArray[np.int64], partner: NDArray[np.int64], size: int
) -> NDArray[np.int64]:
    """One number for each pair of a holder and its partner."""
    return holders[places] * size + holders[partner[places]]


def _mix(values: Hashes) -> Hashes:
    """Scatter 64-bit numbers (the finaliser of SplitMix64): near numbers get far hashes, the same on every machine."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
