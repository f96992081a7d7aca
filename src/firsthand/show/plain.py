"""Makes words from articles harmless where control characters could steer the screen or break an encoding."""

import re

# C0 and C1 controls but tab and line end, and the marks that turn the reading direction round (Trojan Source).
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
LONE_SURROGATES = re.compile("[\ud800-\udfff]")
ASCII_FOR = str.maketrans({"→": "->", "–": "-", "…": "...", "·": "-", "─": "-", "├": "|", "│": "|", "└": "`"})


def visible(text: str) -> str:
    """`text` with U+FFFD for every character that would act on the screen instead of standing on it.

    A carriage return becomes a space: Windows ends its lines with one.

    >>> visible("red: \\x1b[31m")
    'red: \\ufffd[31m'
    """
    return STEERING.sub("\ufffd", text.replace("\r", " "))


def in_json(text: str) -> str:
    r"""JSON that holds the same, and nothing that would act on the screen: it stands there as escapes.

    >>> in_json('"red: \x9b31m"')
    '"red: \\u009b31m"'
    """
    return STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def in_xml(text: str) -> str:
    r"""XML that holds the same, and nothing that would act on the screen: it stands there as references.

    >>> in_xml("<b>red: \x9b31m</b>")
    '<b>red: &#x9b;31m</b>'
    """
    return STEERING.sub(lambda found: f"&#x{ord(found.group()):x};", text)


def encoded(text: str, encoding: str) -> str:
    """`text` with what `encoding` cannot hold replaced, our own marks by ASCII ones.

    >>> encoded("a → b é", "ascii")
    'a -> b ?'
    """
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return text.translate(ASCII_FOR).encode(encoding, "replace").decode(encoding)
    return text


def encodable(text: str) -> str:
    """`text` with each lone surrogate replaced by U+FFFD, so that it can be UTF-8 and every offset stays right.

    >>> encodable("a\\ud800b")
    'a\\ufffdb'
    """
    return LONE_SURROGATES.sub("\ufffd", text)
