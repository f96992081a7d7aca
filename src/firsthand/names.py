"""The user's names file (YAML): which names are one actor's, which are not, and who belongs to whom."""

from pathlib import Path
from typing import Any

import yaml

from firsthand.errors import BadNames
from firsthand.settings import Names

DEPTH = 9  # lists in lists; three are needed
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same in C, at a tenth of the time
KEYS = ("same", "different", "member_of")


def read_names(path: str | Path) -> Names:
    """The names file at `path`. Raises BadNames, with one line that says what is wrong, for a file that cannot be used.

    See docs/actors.md for what it may hold.
    """
    try:
        held = _loaded(Path(path).read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadNames(f"{path} cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8'}") from error
    except (RecursionError, ValueError) as error:  # nested too deeply; a number too long, a date that is none
        raise BadNames(f"{path}: not YAML that can be read ({' '.join(str(error).split())[:100]})") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise BadNames(f"{path}{line}: not YAML ({getattr(error, 'problem', None) or 'broken'})") from error
    try:
        return _names({} if held is None else held)
    except ValueError as error:
        raise BadNames(f"{path}: {error}") from error


def _loaded(text: str) -> Any:
    """The YAML value of a text, without anchors: the aliases of ten lines could stand for more names than there are."""
    depth = 0
    for event in yaml.parse(text, LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or depth > DEPTH:
            what = "nested too deeply" if depth > DEPTH else "aliases (*) are not allowed"
            raise ValueError(f"line {event.start_mark.line + 1}: {what}")
    return yaml.load(text, LOADER)  # noqa: S506 - one of the two safe loaders


def _names(held: Any) -> Names:
    if not isinstance(held, dict) or not set(held) <= set(KEYS):
        odd = next((str(k) for k in held if k not in KEYS), "") if isinstance(held, dict) else ""
        raise ValueError(f"{f'there is no {odd!r}' if odd else 'not a mapping'}; it may hold {', '.join(KEYS)}")
    same, different = (tuple(_list(key, each) for each in _lists(held, key)) for key in ("same", "different"))
    given = held.get("member_of") or {}
    if not isinstance(given, dict):
        raise ValueError("member_of must be a mapping, name: name")
    member_of = tuple((_name(k), None if v is None else _name(v)) for k, v in given.items())
    _check(same, different, member_of)
    return Names(same=same, different=different, member_of=member_of)


def _lists(held: dict[str, Any], key: str) -> list[Any]:
    lists = held.get(key) or []
    if not isinstance(lists, list):
        raise ValueError(f"{key} must be a list of lists of names")
    return lists


def _list(key: str, listed: Any) -> tuple[str, ...]:
    if not isinstance(listed, list) or len(listed) < 2:
        raise ValueError(f"{key} must be a list of lists of two names or more, not {listed!r}")
    return tuple(map(_name, listed))


def _name(value: Any) -> str:
    if not isinstance(value, str) or not any(c.isalnum() for c in value):
        raise ValueError(f"{value!r} is not a name (put it in quotes if it is)")
    return " ".join(value.split())


def _check(
    same: tuple[tuple[str, ...], ...],
    different: tuple[tuple[str, ...], ...],
    member_of: tuple[tuple[str, str | None], ...],
) -> None:
    """Raise ValueError where the file contradicts itself."""
    first: dict[str, str] = {}

    def of(name: str) -> str:
        name = name.casefold()
        while (up := first.get(name, name)) != name:
            name = up
        return name

    for listed in same:
        for name in listed:
            first[of(name)] = of(listed[0])
    for listed in different:
        seen: dict[str, str] = {}
        for name in listed:
            other = seen.setdefault(of(name), name)
            if other is not name:
                raise ValueError(f"{other!r} and {name!r} are both the same and different")
    over = {of(child): of(parent) for child, parent in member_of if parent is not None}
    clear: set[str] = set()  # what is known to lead to no circle
    for child, parent in member_of:
        at, way = of(child), dict.fromkeys([of(child)])
        while at in over and at not in clear:
            at = over[at]
            if at in way:
                raise ValueError(f"{child!r} would be a member of itself, by way of {parent!r}")
            way[at] = None
        clear |= way.keys()
