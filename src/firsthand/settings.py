"""What a run can be told; passed in, never global."""

from dataclasses import dataclass

from firsthand.records import CueKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices of one run: languages that are analysed, and the kinds of cue that make a statement.

    Wishes and perceptions are attributed too, but they are not what somebody said; add their kinds to see them.
    Statements below `confidence` (a share between 0 and 1, see `stages/attribute/confidence.py`) are left out.
    Speakers below `speaker_confidence` (see `stages/resolve/confidence.py`) are unknown: the statement keeps the words
    of its source, and names nobody.
    """

    languages: frozenset[str] = frozenset({"en"})
    cue_kinds: frozenset[CueKind] = frozenset({"speech", "writing", "belief", "none"})
    confidence: float = 0.4
    speaker_confidence: float = 0.8
