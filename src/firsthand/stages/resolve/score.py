"""Whether two names are one actor's: each test gives a score and its reason, or nothing."""

from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from firsthand.stages.resolve.names import skeleton

FIRST_WORD = "first word of the other name"
INITIALS = 3  # letters of a short form by initials
VOWELS = set("aeiouyj")  # letters that transliterations and typing errors change; another consonant is another name
FEMININE = "a"  # at the end of one of two spellings it tells two people
LONGEST = 3  # words of a body that is called by the first
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
    """Two spellings of a word, one letter apart; two given names that differ are two people."""
    if min(len(one), len(two)) < SHORTEST or one[0] != two[0] or (one in given and two in given):
        return False
    if Levenshtein.distance(one, two) != 1:
        return False
    if one[-1] != two[-1] and FEMININE in (one[-1], two[-1]):
        return False  # Karim and Karima, Petrov and Petrova
    changed = next((a, b) for a, b in zip(f"{one} ", f"{two} ", strict=False) if a != b)
    return len(one) != len(two) or set(changed) <= VOWELS


def _initial(one: str, two: str) -> bool:
    return min(len(one), len(two)) == 1 and one[0] == two[0]


def roles_clash(one: set[frozenset[str]], two: set[frozenset[str]]) -> bool:
    """Whether both are called something, and nothing of it is shared."""
    return bool(one and two) and not any(a & b for a in one for b in two)


class Body(NamedTuple):
    """A body's name as joining sees it: folded words without articles, countries as codes."""

    words: tuple[str, ...]
    nominal: bool  # a noun in lower case: "the election commission"


def bodies(one: Body, two: Body, common: frozenset[str], subjects: frozenset[str]) -> Verdict | None:
    """Whether `one` may stand for `two`, the same or longer, among related articles.

    `common` are words that any body's name may have, `subjects` those of them that tell a field.

    >>> bodies(Body(("velmar",), False), Body(("velmar", "driveline"), False), frozenset(), frozenset()).why
    'first word of the other name'
    """
    mine, theirs = set(one.words) - set(two.words), set(two.words) - set(one.words)
    if not mine and not theirs:
        return Verdict(0.95, "same name")
    short = len(one.words) == 1 and len(one.words[0]) >= INITIALS
    if short and len(two.words) > 1 and "".join(w[0] for w in two.words) == one.words[0]:
        return Verdict(0.9, "initials of the other name")
    if not mine and all(w.isupper() for w in theirs):
        return Verdict(0.9, "the other name without its country")
    if one.nominal:
        head = one.words[-1]
        if not mine and head in (two.words[0], two.words[-1]):
            return Verdict(0.75, "only one so called here")
        apart = len(mine) == len(theirs) == 1 and not (mine <= subjects and theirs <= subjects)
        if two.nominal and apart and head == two.words[-1] and len(one.words) > 2:
            return Verdict(0.7, "same body but for one word")
        return None
    if len(one.words) == 1 and len(two.words) <= LONGEST and one.words[0] == two.words[0]:
        return Verdict(0.85, FIRST_WORD) if not set(one.words) & common else None
    return None
