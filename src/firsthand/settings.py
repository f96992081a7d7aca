"""What a run can be told; passed in, never global."""

from dataclasses import dataclass

from firsthand.records import CueKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices of one run: languages that are analysed, and the kinds of cue that make a statement.

    Wishes and perceptions are attributed too, but they are not what somebody said; add their kinds to see them.
    """

    languages: frozenset[str] = frozenset({"en"})
    cue_kinds: frozenset[CueKind] = frozenset({"speech", "writing", "belief", "none"})
