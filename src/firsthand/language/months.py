"""The names of the months."""

from functools import cache

from firsthand.language import topic


@cache
def months(language: str) -> dict[str, int]:
    """Names and abbreviations in lower case, without a full stop, and their numbers. Do not change it: it is shared.

    >>> months("en")["sept"]
    9
    """
    names: dict[str, int] = topic(language, "dates")["classes"]["MONTH"]
    return {name: number for name, number in names.items() if name.isalpha()}
