"""A correction in one line, for the log and for what the desk says after a decision."""

from firsthand.corrections import Anchor, Correction
from firsthand.show.dates import stretch
from firsthand.show.wording import cut

WORDS = {  # the interface's own English
    "statement": "a statement",
    "not a statement": "not a statement",
    "spans": "its words",
    "speaker": "speaker",
    "stance": "stance",
    "said": "when it was said",
    "same actor": "one actor",
    "different actors": "different actors",
    "same claim": "say the same",
    "different claims": "say something else",
    "same origin": "one origin",
    "different origins": "different origins",
    "same story": "one story",
    "different stories": "different stories",
    "copy": "a copy",
    "not a copy": "not a copy",
}
QUOTE = 90


def decided(correction: Correction) -> str:
    """What was decided, without the words that it is about.

    >>> decided(Correction(id="1", kind="speaker", speaker="Ada Brandvold", by="me", made="2031-03-03T00:00:00+00:00"))
    'speaker: Ada Brandvold'
    """
    word = WORDS[correction.kind]
    if correction.kind in ("same actor", "different actors"):
        return f"{word}: {', '.join(cut(name, QUOTE) for name in correction.names)}"
    if correction.kind == "speaker":
        return f"{word}: {cut(correction.speaker, QUOTE) if correction.speaker else 'the outlet’s own voice'}"
    if correction.kind == "stance":
        return f"{word}: {correction.stance}"
    if correction.kind == "said":
        start, _, end = (correction.said or "").partition("/")
        return f"{word}: {stretch(start or None, end or start or None) or 'not known'}"
    if correction.kind == "statement" and correction.speaker:
        return f"{word} of {cut(correction.speaker, QUOTE)}"
    return word


def about(anchor: Anchor, titles: dict[str, str]) -> str:
    """The words that a decision is about; of a whole article its title, as far as `titles` (by article id) know it."""
    if anchor.spans:
        return f"“{cut(anchor.quote, QUOTE)}”"
    return f"“{cut(titles.get(anchor.article) or anchor.url or 'an article', QUOTE)}”"


def told(correction: Correction) -> str:
    """What was decided about what, in one line."""
    words = [about(anchor, {}) for anchor in correction.at[:3]]
    more = f" and {len(correction.at) - 3} more" if len(correction.at) > 3 else ""
    return f"{decided(correction)} — {', '.join(words)}{more}" if words else decided(correction)
