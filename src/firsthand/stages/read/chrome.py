"""The words and patterns that tell page chrome, made ready for one language."""

import re
from dataclasses import dataclass
from functools import cache

from firsthand.language import supported, topic

# Text in a language without a folder is marked with these words: pages mix English into their chrome.
FALLBACK = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrome:
    """The topic `page` of a language: sets of case-folded words, and compiled patterns.

    `call`, `offer`, `cookies`, `footer_phrase`, `footer_marks`, `final_call` and `caption_end` want text in lower case.
    """

    buttons: frozenset[str]
    fillers: frozenset[str]
    sections: frozenset[str]
    labels: frozenset[str]
    networks: frozenset[str]
    counted: frozenset[str]
    post_label: re.Pattern[str]
    camel: re.Pattern[str]
    agencies: frozenset[str]
    picture_agencies: frozenset[str]
    credit_particles: frozenset[str]
    credit_join: re.Pattern[str]
    worked_for: re.Pattern[str]
    works_for: re.Pattern[str]
    byline_particles: frozenset[str]
    prompt: re.Pattern[str]
    opener: re.Pattern[str]
    call: re.Pattern[str]
    offer: re.Pattern[str]
    final_call: re.Pattern[str]
    cookies: re.Pattern[str]
    footer_start: re.Pattern[str]
    footer_phrase: re.Pattern[str]
    footer_marks: tuple[re.Pattern[str], ...]
    credit: re.Pattern[str]
    courtesy: re.Pattern[str]
    source_word: re.Pattern[str]
    caption_start: re.Pattern[str]
    caption_end: re.Pattern[str]
    byline_start: re.Pattern[str]
    byline_end: re.Pattern[str]
    byline_word: re.Pattern[str]
    staff: re.Pattern[str]
    correction: re.Pattern[str]
    correction_note: re.Pattern[str]
    dateline: re.Pattern[str]
    dateline_not: re.Pattern[str]


def chrome(language: str | None) -> Chrome:
    """The chrome words of a language, or of the fallback for one that has none."""
    return _chrome(language if language in supported() else FALLBACK)


@cache
def _chrome(language: str) -> Chrome:
    words, patterns = topic(language, "page"), topic(language, "page")["patterns"]

    def folded(name: str) -> frozenset[str]:
        return frozenset(word.casefold() for word in words[name])

    def one_of(name: str, after: str = "") -> re.Pattern[str]:
        return re.compile(f"(?:{'|'.join(patterns[name])}){after}", re.IGNORECASE)

    names = "|".join(map(re.escape, sorted(words["camel_names"], key=len, reverse=True)))
    prefixes = "|".join(map(re.escape, words["camel_prefixes"]))
    return Chrome(
        buttons=folded("buttons"),
        fillers=folded("fillers"),
        sections=folded("sections"),
        labels=folded("labels"),
        networks=folded("networks"),
        counted=folded("counted"),
        post_label=re.compile(patterns["post_labels"], re.IGNORECASE),
        camel=re.compile(rf"(?:{names})|\b(?:{prefixes})[A-ZÀ-Þ]"),
        agencies=frozenset(words["agencies"]),
        picture_agencies=frozenset(words["picture_agencies"]),
        credit_particles=folded("credit_particles"),
        credit_join=re.compile(rf"/|\b(?:{'|'.join(words['owner_joins'])})\b|,| - |\|"),
        worked_for=re.compile(patterns["worked_for"], re.IGNORECASE),
        works_for=re.compile(patterns["works_for"], re.IGNORECASE),
        byline_particles=folded("byline_particles"),
        prompt=one_of("prompts", r"\s{0,2}(?:[:|»›→>▶·•+]|[—–-] |$)"),
        opener=one_of("openers"),
        call=re.compile(patterns["calls"]),
        offer=re.compile(patterns["offers"]),
        final_call=re.compile(patterns["final_calls"]),
        cookies=re.compile(patterns["cookies"]),
        footer_start=re.compile(patterns["footer_starts"], re.IGNORECASE),
        footer_phrase=re.compile(patterns["footer_phrases"]),
        # One by one, on text in lower case: each then starts with fixed letters, and is found ten times as fast.
        footer_marks=tuple(map(re.compile, patterns["footer_marks"])),
        credit=re.compile(rf"\b{patterns['credit']}{patterns['credit_joins']}", re.IGNORECASE),
        courtesy=re.compile(patterns["courtesy"], re.IGNORECASE),
        source_word=re.compile(patterns["source_word"], re.IGNORECASE),
        caption_start=one_of("caption_starts"),
        caption_end=re.compile(patterns["caption_ends"]),
        byline_start=one_of("byline_starts"),
        byline_end=re.compile(patterns["byline_contains"], re.IGNORECASE),
        byline_word=re.compile(patterns["byline_word"], re.IGNORECASE),
        staff=re.compile(patterns["staff_roles"], re.IGNORECASE),
        correction=one_of("correction_starts"),
        correction_note=re.compile(patterns["correction_notes"], re.IGNORECASE),
        dateline=_dateline(patterns["dateline_months"], patterns["dateline_weekdays"], words["agencies"]),
        dateline_not=re.compile(patterns["dateline_not"]),
    )


def _dateline(months: str, weekdays: str, agencies: list[str]) -> re.Pattern[str]:
    """PLACE, Country, Oct 14 (Agency) - ; any piece may be missing, but something must tell it from a sentence."""
    caps = r"[A-ZÀ-ÞĀ-Ž](?:[A-ZÀ-ÞĀ-Ž'’.]|(?<=Mc)[A-Z]){1,20}(?:[ -/][A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž'’.]{1,20}){0,3}"
    place = r"[A-ZÀ-ÞĀ-Ž][\w'’.-]{0,20}(?: [A-ZÀ-ÞĀ-Ž][\w'’.-]{0,20}){0,3}"
    date = rf"(?:(?:{weekdays}),? )?(?:(?:{months}) \d{{1,2}}|\d{{1,2}} (?:{months}))(?:,? \d{{4}})?"
    # "(D-Ohio)" after a name is a party, no agency.
    agency = r"(?:\((?![A-Z]{1,3}[-–])[A-Z][^()\n]{1,40}\)|/[A-Z][\w .-]{1,30}/)"
    known = rf"\((?:{'|'.join(map(re.escape, agencies))})\)"
    dash = r"(?:\s?[—–―]|\s?--|\s-)\s?"
    return re.compile(
        rf"(?:{caps}(?:, {place}){{0,2}}(?:,? {date})?[.,]?(?: {agency})?[.,]?{dash}"
        rf"|(?:{place}(?:, {place}){{0,2}}(?:,? {date})?[.,]? )?(?:{agency}[.,]?{dash}|{known}[.,]?\s)"
        rf"|{caps}(?:, {place}){{0,2}},? {date}[.,:](?: {agency})?[.,]?(?:{dash}|\s)"
        rf"|[A-ZÀ-ÞĀ-Ž][\w'’]{{2,20}}(?: [A-ZÀ-ÞĀ-Ž][\w'’]{{2,20}})?\s[–—]\s"
        rf"|(?P<label>{caps}(?:, {place})?)\s?: )(?=[\"'“‘«„(\[]?[A-ZÀ-ÞĀ-Ž\d])"
    )
