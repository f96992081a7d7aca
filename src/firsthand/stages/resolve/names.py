"""Names as keys: folded of accents, case and marks, so that one name has one form."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
INSIDE = re.compile(r"['’.]")
# Letters that Unicode does not take apart.
LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})


def fold(text: str) -> str:
    """The text without accents and in lower case.

    >>> fold("Grgić") == fold("GRGIC") == "grgic"
    True
    """
    if text.isascii():
        return text.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return plain.translate(LETTERS)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a name, in order, with dots and apostrophes inside a word left out.

    >>> words("The U.S. Navy")
    ('the', 'us', 'navy')
    """
    return tuple(INSIDE.sub("", w) for w in WORD.findall(fold(text)))


def key(text: str, articles: frozenset[str] = frozenset()) -> str:
    """The folded words of a name as one string, without a leading article of `articles`.

    >>> key("The Art Register", frozenset({"the"}))
    'art register'
    """
    found = words(text)
    return " ".join(found[1:] if len(found) > 1 and found[0] in articles else found)
