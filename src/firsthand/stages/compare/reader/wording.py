"""How the pair reader is told a statement: its speaker and stance before its words, the days between before both."""

from firsthand.language import topic


def said(language: str, speaker: str | None, stance: str, text: str) -> str:
    """A statement with who says it and how.

    >>> said("en", "Elena Marsh", "denies", "the valve was open")
    'Elena Marsh denies: the valve was open'
    """
    words = topic(language, "reader")
    return f"{speaker or words['nobody']} {words['stances'][stance]}: {text}"


def then(language: str, days: int, text: str) -> str:
    """A statement with how many days it comes after another (before it, when negative).

    >>> then("en", 3, "Elena Marsh says: the valve was shut"), then("en", 0, "x")
    ('3 days later, Elena Marsh says: the valve was shut', 'same day, x')
    """
    words = topic(language, "reader")
    when = words["same"] if not days else words["later" if days > 0 else "earlier"].format(abs(days))
    return f"{when}, {text}"
