"""Whether a line is the caption of a picture: told by its credit."""

import re

from firsthand.stages.read.chrome import Chrome

# The longest caption and the longest credit (code points).
CAPTION, CREDIT = 600, 110
_TAIL = re.compile(
    r"(?:[.!?…][”\"’)]*|[)”\"])\s+(?=[^.!?…]{2,110}$)|\s(?=[(\[][^()\[\]]{2,100}[)\]]\.?$)|\s[—–|-]\s(?=[^—–|]{2,80}$)"
)
_NAME = re.compile(r"[^\s/,]+")
_NAME_END = re.compile(r"[:.]\s")
_ONE_WORD = re.compile(r"(?<![^\s(\[])[A-Z][\w-]{1,20}\s$")
# "(Ana Kos/Special to the Observer)", "(Ana Kos for the Observer)", at the end of a line
_BRACKET = re.compile(r"(?P<before>\S.{5,})\s[(\[](?P<credit>[^()\[\]:“”\"?!]{5,90})[)\]]$")
_SENTENCE_GAP = re.compile(r"[.!?…)\]”\"’|/—–-]\s*[(\[]?$|[(\[]$")


def is_caption(line: str, words: Chrome) -> bool:
    """Whether a line carries a picture credit, before or behind the caption, or is one.

    >>> from firsthand.stages.read.chrome import chrome
    >>> [is_caption(s, chrome("en")) for s in ("Quay. Photo: A. Kos", "Fog. Ana Kos/Reuters", "A photo by Kos.")]
    [True, True, False]
    """
    if len(line) > CAPTION:
        return False
    return (
        words.caption_start.match(line) is not None
        or words.caption_end.search(line[-60:].lower()) is not None
        or _has_credit(line, words)
        or any(_is_credit(line[match.end() :], words) for match in _TAIL.finditer(line))
        or _is_credit(line, words)
        or _signed_for(line, words)
    )


def without_credit(line: str, words: Chrome) -> str:
    """The caption without the credit behind it, for comparing two captions."""
    for match in words.credit.finditer(line):
        if match.start() > 20:
            return line[: match.start()].rstrip(" (.[—–-|")
    for match in _TAIL.finditer(line):
        if _is_credit(line[match.end() :], words):
            return line[: match.start() + 1].rstrip(" .")
    return line.rstrip(" .")


def _has_credit(line: str, words: Chrome) -> bool:
    """Whether a word for a picture and a mark or name after it stand where a sentence could start."""
    for match in words.credit.finditer(line):
        # "Reuters photo:", "Drone image:"
        before = _ONE_WORD.sub("", line[: match.start()])
        prefixed = len(before) < match.start()
        after = line[match.end() :].strip(" )].")
        if not after or before.endswith(("“", '"', "‘")):
            continue
        marked, gap = not match[0][-1].isalpha(), not before or _SENTENCE_GAP.search(before) is not None
        if not gap and not (marked and line[match.start()].isupper()):
            continue
        loose = marked and not prefixed and not words.source_word.match(match[0] + " ")
        named = not after.startswith("/") if loose else _is_named(_NAME_END.split(after)[0], words)
        if not before.strip("([ ") and len(line) <= 400 and (loose or named):
            return True
        courtesy = words.courtesy.search(match[0]) is not None
        if len(after) <= CREDIT and (named or courtesy) and (gap or len(after.split()) <= 10):
            return True
    return False


def _is_named(text: str, words: Chrome) -> bool:
    """Whether a short text is made of names and the little words between them."""
    names = _NAME.findall(text.strip(" ()[].,©"))
    return 0 < len(names) <= 12 and all(
        name[:1].isupper() or name[:1].isdigit() or name.casefold() in words.credit_particles for name in names
    )


def _signed_for(line: str, words: Chrome) -> bool:
    """Whether a line without a full stop behind it ends in brackets with a name and whom its owner worked for."""
    match = _BRACKET.match(line)
    if match is None or (len(match["before"].split()) < 6 and not match["before"].endswith((".", "!", "?", "…"))):
        return False
    name, slash, owner = match["credit"].partition("/")
    if not slash:
        parts = words.worked_for.split(match["credit"], maxsplit=1)
        name, owner = (parts[0], parts[1]) if len(parts) == 2 else ("", "")
    name, owner = name.strip(), words.works_for.sub("", owner.strip())
    person = 2 <= len(name.split()) <= 4 and all(token[0].isupper() for token in name.split())
    return person and len(owner.split()) <= 6 and owner[:1].isupper() and _is_named(owner, words)


def _is_credit(text: str, words: Chrome) -> bool:
    """Whether a short text is a credit without a word for a picture: "Ana Kos/Reuters", "(Getty Images)"."""
    bare = text.strip(" ()[].,©|")
    if not bare or len(text) > CREDIT or not _is_named(bare, words):
        return False
    if bare in words.picture_agencies:
        return True
    pieces = [piece.strip() for piece in words.credit_join.split(bare) if piece.strip()]
    known = [
        piece for piece in pieces if piece in words.agencies | words.picture_agencies or piece.title() in words.agencies
    ]
    if len(pieces) > 1 and "," not in bare and ("/" in bare or known):
        pair = (
            len(pieces) == 2 and " " in bare and all(piece[0].isalpha() and len(piece.split()) <= 4 for piece in pieces)
        )
        return bool(known) or (pair and not text.endswith(")."))
    return (text.startswith("©") and not any(c.isdigit() for c in text)) or (
        len(pieces) > 1 and bool(set(known) & words.picture_agencies)
    )
