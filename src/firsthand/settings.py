"""What a run can be told; passed in, never global."""

from dataclasses import dataclass

from firsthand.records import CueKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the user knows of names; it overrules what is found (`firsthand.read_names` reads it from a file).

    `same` are lists of names of one actor, the one to show first; `different` lists of names of as many actors;
    `member_of` pairs of a name and what that actor belongs to, None for nobody.
    """

    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, ...], ...] = ()
    member_of: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices of one run: languages that are analysed, and the kinds of cue that make a statement.

    What somebody saw or felt is attributed too, but it is not what they said; add the kind "perception" to see it.
    Statements below `confidence` (a share between 0 and 1, see `stages/attribute/confidence.py`) are left out.
    Speakers below `speaker_confidence` (see `stages/resolve/confidence.py`) are unknown: the statement keeps the words
    of its source, and names nobody.
    Of one article the first `words` words and marks are read closely, the rest is kept as it stands. A long word counts
    more than once, so 4,500 are some 3,600 words of a newspaper, and some four seconds of work on a slow machine.
    A `quick` run compares statements by their words, without the networks that see one thing told in other words and
    denials with no word of denial.
    """

    languages: frozenset[str] = frozenset({"en"})
    cue_kinds: frozenset[CueKind] = frozenset({"speech", "writing", "belief", "intention", "none"})
    confidence: float = 0.4
    speaker_confidence: float = 0.8
    names: Names = Names()
    words: int = 4_500
    quick: bool = False
