"""The denials and doubts of a story, each put to the claim that it speaks against."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from firsthand.stages.compare.candidates import candidates
from firsthand.stages.compare.deny import against
from firsthand.stages.compare.lean import spoken_before
from firsthand.stages.compare.pair import overlap
from firsthand.stages.compare.setting import Setting
from firsthand.stages.compare.view import View

_AGAIN = 0.4  # overlap from which one party denies one thing twice
_LAST = 20  # denials of a party that another is held against


def settle(
    contested: Sequence[View], clusters: Sequence[Sequence[View]], setting: Setting, language: str
) -> tuple[dict[int, list[View]], list[View], dict[str, int]]:
    """The denials and doubts of each cluster, those of none, and statement id → cluster.

    Those that a person put to a claim come first; the others go to no claim that a person keeps them from.
    """
    denials: dict[int, list[View]] = defaultdict(list)
    settled: dict[str, int] = {}
    told: dict[str | None, list[View]] = defaultdict(list)
    group = setting.decided.group
    homes = {group[v.statement.id]: n for n, held in enumerate(clusters) for v in held if v.statement.id in group}

    def put(denial: View, target: int) -> None:
        denials[target].append(denial)
        settled[denial.statement.id] = target
        told[denial.party].append(denial)
        if denial.statement.id in group:
            homes.setdefault(group[denial.statement.id], target)

    def by_hand(rows: Sequence[View]) -> list[View]:
        """Puts those whose group has a cluster; gives the others."""
        for denial in rows:
            if (target := homes.get(group.get(denial.statement.id, ""))) is not None:
                put(denial, target)
        return [denial for denial in rows if denial.statement.id not in settled]

    alone = []
    shared, present = _sharing(contested, clusters), _present(clusters)
    at = {(v.statement.article, v.place): v for v in contested}
    number = {v.statement.id: n for n, v in enumerate(contested)}

    def targets(denial: View) -> Iterator[int | None]:
        yield against(denial, clusters, present, shared[number[denial.statement.id]], setting, language)
        before = spoken_before(denial, at)
        yield settled.get(before.statement.id) if before is not None else None
        yield _denied_before(denial, told[denial.party], settled, setting)

    for denial in by_hand(contested):
        for target in targets(denial):
            if target is not None and not setting.decided.parts([denial], [*clusters[target], *denials[target]]):
                put(denial, target)
                break
        else:
            alone.append(denial)
    return denials, by_hand(alone), settled


def _denied_before(denial: View, told: Sequence[View], settled: Mapping[str, int], setting: Setting) -> int | None:
    """The claim of one of the party's last denials in much the same words."""
    if denial.party is not None:
        for other in told[-_LAST:]:
            if overlap(denial, other, setting).score >= _AGAIN:
                return settled[other.statement.id]
    return None


def _present(clusters: Sequence[Sequence[View]]) -> dict[str, list[int]]:
    """Article → the clusters that hold statements of it."""
    out: dict[str, list[int]] = defaultdict(list)
    for place, cluster in enumerate(clusters):
        for article in {v.statement.article for v in cluster}:
            out[article].append(place)
    return out


def _sharing(contested: Sequence[View], clusters: Sequence[Sequence[View]]) -> list[list[int]]:
    """For each denial the clusters that share telling words with it."""
    flat = [(place, view) for place, cluster in enumerate(clusters) for view in cluster]
    offset = len(contested)
    out: list[set[int]] = [set() for _ in contested]
    for a, b in candidates([*contested, *(view for _, view in flat)]):
        if a < offset <= b:
            out[a].add(flat[b - offset][0])
    return [sorted(places) for places in out]
