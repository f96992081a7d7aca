"""Which outlet or agency publishes at a domain."""

from functools import cache

from firsthand.language import topic


def outlet_at(language: str, domain: str | None) -> str | None:
    """The name of the known outlet at a domain or at what it is a part of; None for another.

    >>> outlet_at("en", "www.theguardian.com"), outlet_at("en", "guardian.example")
    ('The Guardian', None)
    """
    known = _domains(language)
    labels = (domain or "").casefold().split(".")
    return next((name for n in range(len(labels) - 1) if (name := known.get(".".join(labels[n:])))), None)


@cache
def _domains(language: str) -> dict[str, str]:
    return {d: name for kind in ("agencies", "outlets") for d, name in topic(language, kind)["domains"].items()}
