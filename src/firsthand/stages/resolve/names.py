"""Names as keys: folded of accents, case and marks, so that one name has one form."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
INSIDE = re.compile(r"['’.]")
CLITIC = re.compile(r"(?<=..)['’]\w$")  # Bitola’s
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
    """The folded words of a name, in order, without a possessive's ending and without dots and apostrophes inside.

    >>> words("The U.S. Navy")
    ('the', 'us', 'navy')
    """
    return tuple(INSIDE.sub("", CLITIC.sub("", w)) for w in WORD.findall(fold(text)))


def key(text: str, articles: frozenset[str] = frozenset()) -> str:
    """The folded words of a name as one string, without a leading article of `articles`.

    >>> key("The Art Register", frozenset({"the"}))
    'art register'
    """
    found = words(text)
    return " ".join(found[1:] if len(found) > 1 and found[0] in articles else found)


# Letters that transliterations write in different ways, longest first.
SPELLINGS = re.findall(
    r"(\w+):(\w+)",
    "shch:s tch:c kh:h gh:g zh:z sh:s ch:c ts:c tz:c ph:f th:t ck:k qu:k q:k x:ks w:v ou:u oo:u ee:i yu:u iu:u ju:u"
    " ya:a ia:a ja:a ye:e ie:e je:e yo:o io:o jo:o ey:i ei:i ay:i ai:i iy:i ij:i ii:i y:i j:i",
)
DOUBLED = re.compile(r"(\w)\1+")


def skeleton(word: str) -> str:
    """A folded word in a spelling that transliterations share.

    >>> skeleton("alexei") == skeleton("aleksey")
    True
    """
    for one, other in SPELLINGS:
        word = word.replace(one, other)
    return DOUBLED.sub(r"\1", word)
