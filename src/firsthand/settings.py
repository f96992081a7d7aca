"""What a run can be told; passed in, never global."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices of one run."""

    languages: frozenset[str] = frozenset({"en"})
