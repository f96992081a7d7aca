"""Whether two names are one actor's: each test gives a score and its reason, or nothing."""

from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from firsthand.stages.resolve.names import skeleton

CLOSE = 0.86  # Jaro-Winkler of two spellings of one word: jung/jong .87, calibrated on transliterated names
SHORTEST = 3  # letters of a word whose spelling may differ


class Verdict(NamedTuple):
    """How sure two names are one actor's (0 to 1), and why."""

    score: float
    why: str


def full_names(
    one: tuple[str, ...], two: tuple[str, ...], given: dict[str, str], generations: frozenset[str]
) -> Verdict | None:
    """Whether two full names (folded words, at least two) may be one person's.

    >>> full_names(("kim", "jong", "un"), ("kim", "jung", "un"), {}, frozenset()).why
    'one word spelled otherwise'
    """
    if {w for w in one if w in generations} != {w for w in two if w in generations}:
        return None
    if one == two:
        return Verdict(1.0, "same name")
    if sorted(one) == sorted(two):
        return Verdict(0.95, "same words in another order")
    if (one[0], one[-1]) == (two[0], two[-1]) and (set(one) <= set(two) or set(two) <= set(one)):
        return Verdict(0.95, "same name without its middle")
    if len(one) != len(two):
        return None
    if sorted(map(skeleton, one)) == sorted(map(skeleton, two)):
        return Verdict(0.93, "same name in another spelling")
    unlike = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    if len(unlike) == 1 and _one_word(*unlike[0], given):
        return Verdict(0.85, "one word spelled otherwise")
    if len(unlike) == 1 and unlike[0] == (one[0], two[0]) and _initial(*unlike[0]):
        return Verdict(0.8, "an initial for the first name")
    return None


def _one_word(one: str, two: str, given: dict[str, str]) -> bool:
    """Two spellings of a word; two given names that differ are two people."""
    if min(len(one), len(two)) < SHORTEST or one[0] != two[0] or (one in given and two in given):
        return False
    return JaroWinkler.similarity(one, two) >= CLOSE


def _initial(one: str, two: str) -> bool:
    return min(len(one), len(two)) == 1 and one[0] == two[0]


def roles_clash(one: set[frozenset[str]], two: set[frozenset[str]]) -> bool:
    """Whether both are called something, and nothing of it is shared."""
    return bool(one and two) and not any(a & b for a in one for b in two)


def bodies(
    one: tuple[str, ...], two: tuple[str, ...], common: frozenset[str], subjects: frozenset[str] = frozenset()
) -> Verdict | None:
    """Whether two bodies' names (folded words without articles) may be one's, among related articles.

    The words of one must all be in the other, or all but one of each; `common` are words that any body may have,
    `subjects` those of them that tell a field.

    >>> bodies(("velmar",), ("velmar", "driveline"), frozenset()).why
    'short for the other name'
    """
    short, long = sorted((one, two), key=len)
    if short == long:
        return Verdict(0.95, "same name")
    if "".join(w[0] for w in long) == "".join(short) and len(long) > 1 and len(short) == 1:
        return Verdict(0.9, "initials of the other name")
    if set(short) <= set(long):
        says = set(short) - common
        return Verdict(0.85, "short for the other name") if says else Verdict(0.75, "only one so called here")
    shared, mine, theirs = set(one) & set(two), set(one) - set(two), set(two) - set(one)
    if len(shared) > 1 and one[-1] == two[-1] and shared <= common and len(mine) == len(theirs) == 1:
        if not (mine <= subjects and theirs <= subjects):
            return Verdict(0.7, "same body but for one word")
    return None
