"""Print of how many statements by people of a body Firsthand knows the body.

    belonging.py PACK...

Of the matched statements whose speaker belongs to a body by the answer key: those whose speaker belongs, by `member_of`
or what that belongs to, to an actor that shares a word of four letters with it; those who belong to another; to none.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import firsthand
from gate import as_json
from score_packs import Trial

LETTERS = 4  # a shorter word of a name tells no body


def words(*names: str) -> set[str]:
    """The longer words of names."""
    return {word.casefold().removesuffix("’s") for name in names for word in name.split() if len(word) >= LETTERS}


def above(actor: Mapping[str, Any], actors: Mapping[str, Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The bodies that an actor belongs to, its own first."""
    seen = {actor["id"]}
    while (over := actors.get(actor.get("member_of") or "")) and over["id"] not in seen:
        seen.add(over["id"])
        yield (actor := over)


def count(pack: Path, total: Counter[str]) -> None:
    """Add the counts of a pack."""
    told = Trial(pack, as_json(firsthand.brief([pack / "articles.jsonl"])))
    gold = {a["id"]: a for a in told.gold["actors"]}
    actors = {a["id"]: a for a in told.brief["actors"]}
    for wanted, got in told.matched.items():
        body = gold.get(gold.get(told.wanted[wanted]["source"], {}).get("member_of"))
        speaker = actors.get(told.got[got]["source"])
        if body is None or speaker is None:
            continue
        bodies = [*above(speaker, actors)]
        right = any(words(body["name"]) & words(over["name"], *over["aliases"]) for over in bodies)
        total["right" if right else "another" if bodies else "none"] += 1


def main() -> None:
    """Score the packs, print a line."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("packs", nargs="+", type=Path)
    total: Counter[str] = Counter()
    for pack in ask.parse_args().packs:
        count(pack, total)
    print(f"body known {total['right']}, another {total['another']}, none {total['none']} of {total.total()}")


if __name__ == "__main__":
    main()
