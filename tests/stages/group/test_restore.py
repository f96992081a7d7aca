import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.records import Article
from firsthand.stages.group import Stream, follow, restore, stories
from firsthand.stages.group.growing import Growing
from stages.copy.piles import article

SYLLABLES = ["zel", "mir", "quo", "tan", "bre", "gava", "lor", "vex", "holt", "dun", "pri", "sko"]


def pile(seed: int, size: int) -> list[Article]:
    """Articles on a few events with words of their own, told again and again, some without a date."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(90)]
    events = [(chance.sample(words, 14), chance.randrange(90)) for _ in range(size // 4)]
    out = []
    for number in range(size):
        (own, first), (other, _) = chance.choices(events, k=2)
        told = chance.sample(own, 6) + chance.sample(other, chance.choice([0, 0, 2, 6]))
        text = " ".join(f"In the north {word.capitalize() if n % 3 else word} rose." for n, word in enumerate(told))
        day = first + chance.randrange(20)
        date = f"2025-{1 + day // 28:02}-{1 + day % 28:02}" if chance.random() < 0.9 else None
        out.append(article(f"{text} Report {number}.", date, "A", chance.choice(own)))
    return out


def rows(known: Stream):
    kept = [(number, member) for number, one in enumerate(known.stories) for member in one.members]
    return sorted(kept, key=lambda row: row[1].place)


def exact(known: Stream) -> Stream:
    """Without what is not restored: the log of what was absorbed, the last bits of sums, empty tables."""
    known = replace(known, absorbed={}, spans={span: table for span, table in known.spans.items() if table})
    known.stories = [
        replace(one, total={stem: round(weight, 9) for stem, weight in one.total.items()}) for one in known.stories
    ]
    return known


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10**6), st.integers(0, 40))
def test_a_restored_stream_goes_on_as_the_one_that_lived(seed: int, cut: int) -> None:
    articles = pile(seed, 40)
    living = follow(articles[:cut], Stream())
    restored = restore(rows(living), len(living.stories))
    assert exact(restored) == exact(living)
    assert stories(restored) == stories(living)
    for batch in (articles[cut : cut + 5], articles[cut + 5 :]):
        assert stories(follow(batch, restored)) == stories(follow(batch, living))
    assert exact(restored) == exact(living)
    assert restored.home == living.home


def test_the_piles_have_stories_that_grow_and_are_united() -> None:
    known = [follow(pile(seed, 40), Stream()) for seed in range(9)]
    assert any(one.absorbed for one in known)
    assert sum(1 < len(stories(one)) < 30 for one in known) > 5


def test_numbers_given_to_stories_that_are_gone_are_not_given_again() -> None:
    assert restore([], 2).stories == [Growing(), Growing()]
    known = follow(pile(1, 5), restore([], 2))
    assert not any(one.members for one in known.stories[:2])
