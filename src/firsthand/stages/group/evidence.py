"""What makes an article, or a story, belong to another: likeness in terms, against the time between, and rare names.

Time sets events of one kind apart (this year's election, last year's). Names that hardly any other news holds say
that it is one event all the same, so the more of them are shared, the less time counts.
"""

from collections.abc import Mapping, Sized
from math import log1p

from firsthand.stages.group.growing import WINDOW

ALIKE = 0.2  # the average likeness (`vectors`) from which an article belongs to a story of the same day
PER_DAY = 0.1  # what each e-fold of days passed adds to it
UNDATED = 3  # days taken as passed when a date is not known
FULL = 4  # shared names from which time adds nothing
PER_NAME = 0.08  # what each shared name takes from it
LATE = 0.12  # the likeness that is needed always
FAR = 0.2  # and after the window
OFTEN = 3  # a name written so often on both sides counts twice: it is what they are about
FEW = 6  # a name in more stories than this marks none of them


def shared(some: Mapping[str, int], others: Mapping[str, int], named: Mapping[str, Sized]) -> int:
    """How many rare names speak for one event; `named` gives the stories of the pile that hold a name.

    >>> shared({"corliss": 4, "tasha": 1}, {"corliss": 3, "tasha": 1}, {"corliss": [0], "tasha": [0]})
    3
    """
    few, many = (some, others) if len(some) <= len(others) else (others, some)
    both = [min(count, many[name]) for name, count in few.items() if name in many and len(named[name]) <= FEW]
    return len(both) + sum(count >= OFTEN for count in both)


def needed(passed: int | None, names: int) -> float | None:
    """The average likeness from which two belong together; None when nothing could be enough.

    `passed` is the time between them in days, None when it is not known; `names` is the count of `shared`.

    >>> needed(0, 0), needed(300, 0), needed(300, 4)
    (0.2, None, 0.2)
    """
    days = UNDATED if passed is None else passed
    if days > WINDOW and not names:
        return None
    time = PER_DAY * log1p(days) * max(0.0, 1 - names / FULL)
    return max(ALIKE + time - PER_NAME * names, FAR if days > WINDOW else LATE)
