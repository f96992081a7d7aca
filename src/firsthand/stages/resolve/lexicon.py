"""What a language's lists say about actors, folded and indexed once."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from firsthand.language import topic
from firsthand.stages.resolve.names import key, words

Phrases = frozenset[str]


class Lexicon(NamedTuple):
    """The lists of one language. Phrases are folded words joined by one space."""

    language: str
    honorifics: dict[str, str | None]  # honorific → gender
    titles: Phrases  # all that may stand before a name
    short_titles: dict[str, str]  # Sen. → senator
    suffixes: Phrases
    generations: Phrases
    party_letters: Phrases
    inside: Phrases
    place_words: Phrases
    feminine_endings: tuple[str, ...]
    action_endings: tuple[str, ...]
    persons: dict[str, str | None]  # role noun → gender
    spokes: Phrases
    leaders: Phrases
    plain: Phrases
    parts: Phrases
    camps: Phrases
    verbs: dict[str, str]
    other_office: Phrases
    given: dict[str, str]  # given name → gender
    governmental: Phrases
    companies: Phrases
    bodies: Phrases  # all nouns for bodies
    body_words: Phrases
    body_links: Phrases
    small_words: Phrases
    closing: Phrases
    subjects: Phrases
    state_bodies: Phrases
    state_offices: Phrases
    office_bodies: dict[str, list[str]]  # office → nouns for its body
    sorts_of_noun: dict[str, Phrases]  # noun for a body → the sorts of bodies it may stand for
    sorts_of_word: dict[str, Phrases]  # word in a name → the sorts of bodies it tells
    sort_of_office: dict[str, str]
    whole: Phrases  # bodies of many bodies
    spellings: dict[str, str]  # word in a body's name → the spelling that it is compared by
    seat_links: Phrases
    seat_from: Phrases
    based: Phrases
    apart: Phrases
    documents: Phrases
    acts: Phrases  # those that have names of their own
    vague: Phrases
    issued: Phrases
    issuer_words: Phrases
    spoken: Phrases
    including: Phrases
    men: Phrases
    women: Phrases
    things: Phrases
    many: Phrases
    speaking: Phrases
    same: Phrases
    relative: Phrases
    possessive: Phrases
    articles: Phrases
    definite: Phrases
    indefinite: Phrases
    correlative: Phrases
    continuing: Phrases
    places: dict[str, str]  # country, capital or seat → ISO code
    towns: Phrases  # large cities and regions
    lands: dict[str, str]  # country → ISO code
    peoples: dict[str, str]  # adjective → ISO code
    countries: dict[str, str]  # ISO code → name
    of_government: Phrases
    full_countries: dict[str, str]  # ISO code → name with its article, where it has one
    government_name: str
    second_names: dict[str, str]  # place or short form → body
    agencies: dict[str, str]  # any name → the fullest
    agency_endings: Phrases
    agency_nouns: Phrases
    outlets: dict[str, str]
    with_article: Phrases
    press: Phrases
    outlet_nouns: Phrases
    staff: Phrases
    own_determiners: Phrases
    own_nouns: Phrases
    credit: dict[str, re.Pattern[str]]


def phrase(text: str) -> str:
    """The folded words of a list entry as one string."""
    return " ".join(words(text))


def _set(entries: Iterable[str]) -> Phrases:
    return frozenset(map(phrase, entries))


def _by_phrase(sorts: dict[str, dict[str, list[str]]], part: str) -> dict[str, Phrases]:
    """Each phrase in one part of the sorts of bodies → the sorts that have it."""
    out: dict[str, Phrases] = {}
    for sort, row in sorts.items():
        for entry in row[part]:
            out[phrase(entry)] = out.get(phrase(entry), frozenset()) | {sort}
    return out


def _gendered(lists: dict[str, list[str]], neutral: str) -> dict[str, str | None]:
    out: dict[str, str | None] = {phrase(w): None for w in lists[neutral]}
    out |= {phrase(w): "m" for w in lists["men"]}
    out |= {phrase(w): "f" for w in lists["women"]}
    return out


def _fullest(rows: list[list[str]], articles: Phrases) -> dict[str, str]:
    return {key(name, articles): row[0] for row in rows for name in row}


def _with_article(rows: list[list[str]], articles: Phrases) -> Phrases:
    """Names of one common word that are only told by their article (The Hill, The Sun)."""
    return frozenset(words(row[0])[1] for row in rows if len(words(row[0])) == 2 and words(row[0])[0] in articles)


@cache
def lexicon(language: str) -> Lexicon:
    """The lists of `language`. Raises FileNotFoundError for a language that has none."""
    articles = _set(topic(language, "pronouns")["articles"])
    return Lexicon(
        language=language,
        **_names(language),
        **_roles(language),
        **_bodies(language),
        **_pronouns(language),
        **_places(language, articles),
        **_outlets(language, articles),
    )


def _names(language: str) -> dict[str, Any]:
    titles, given = topic(language, "titles"), topic(language, "given")
    honorifics, persons = _gendered(titles, "neutral"), _persons(language)
    return {
        "honorifics": honorifics,
        "titles": frozenset(honorifics) | frozenset(p for p in persons if " " not in p),
        "short_titles": titles["short"],
        "suffixes": _set(titles["suffixes"]),
        "generations": _set(titles["generations"]),
        "party_letters": _set(titles["party_letters"]),
        "inside": _set(titles["inside"]),
        "place_words": _set(titles["place_words"]),
        "feminine_endings": tuple(phrase(e) for e in titles["feminine_endings"]),
        "action_endings": tuple(titles["action_endings"]),
        "given": {phrase(n): "m" for n in given["men"]} | {phrase(n): "f" for n in given["women"]},
    }


def _persons(language: str) -> dict[str, str | None]:
    roles = topic(language, "roles")
    persons = _gendered(roles, "either")
    return {phrase(w): None for w in roles["spokes"]} | persons


def _roles(language: str) -> dict[str, Any]:
    roles, persons = topic(language, "roles"), _persons(language)
    return {
        "persons": persons,
        "spokes": _set(roles["spokes"]),
        "leaders": _set(roles["leaders"]),
        "plain": _set(roles["plain"]),
        "parts": _set(roles["parts"]),
        "camps": _set(roles["camps"]),
        "verbs": roles["verbs"],
        "other_office": _set(roles["other_office"]),
    }


def _bodies(language: str) -> dict[str, Any]:
    bodies = topic(language, "bodies")
    return {
        "governmental": _set(bodies["government"]),
        "companies": _set(bodies["company"]),
        "bodies": _set(bodies["government"] + bodies["company"] + bodies["other"]),
        "body_words": _set(bodies["name_words"]),
        "small_words": _set(bodies["small_words"]),
        "closing": _set(bodies["closing"]),
        "body_links": _set(bodies["links"]),
        "subjects": _set(bodies["subjects"]),
        "state_bodies": _set(bodies["state_bodies"]),
        "state_offices": _set(bodies["state_offices"]),
        "office_bodies": {o: row["nouns"] for row in bodies["office_bodies"] for o in row["offices"]},
        "sorts_of_noun": _by_phrase(bodies["sorts"], "nouns"),
        "sorts_of_word": _by_phrase(bodies["sorts"], "words"),
        "sort_of_office": {phrase(o): sort for sort, row in bodies["sorts"].items() for o in row["offices"]},
        "whole": _set(bodies["whole"]),
        "spellings": bodies["spellings"],
        "seat_links": _set(bodies["seat_links"]),
        "seat_from": _set(bodies["seat_from"]),
        "based": _set(bodies["based"]),
        "apart": _set(bodies["apart"]),
        "documents": _set(bodies["documents"]),
        "acts": _set(bodies["acts"]),
        "vague": _set(bodies["vague"]),
        "issued": _set(bodies["issued"]),
        "issuer_words": _set(bodies["issuer_words"]),
        "spoken": _set(bodies["spoken"]),
        "including": _set(bodies["including"]),
    }


def _pronouns(language: str) -> dict[str, Any]:
    pronouns = topic(language, "pronouns")
    articles = _set(pronouns["articles"])
    return {
        "men": _set(pronouns["men"]),
        "women": _set(pronouns["women"]),
        "things": _set(pronouns["things"]),
        "many": _set(pronouns["many"]),
        "speaking": _set(pronouns["speaking"]),
        "same": _set(pronouns["same"]),
        "relative": _set(pronouns["relative"]),
        "possessive": _set(pronouns["possessive"]),
        "articles": articles,
        "definite": _set(pronouns["definite"]),
        "indefinite": _set(pronouns["indefinite"]),
        "correlative": _set(pronouns["correlative"]),
        "continuing": _set(pronouns["continuing"]),
    }


def _places(language: str, articles: Phrases) -> dict[str, Any]:
    countries, metonyms = topic(language, "countries"), topic(language, "metonyms")
    places = {key(name, articles): code for code, row in countries.items() for name in row[0] + row[1]}
    places |= {key(name, articles): code for name, code in metonyms["governments"].items()}
    lands = {key(name, articles): code for code, row in countries.items() for name in row[0]}
    named = metonyms["with_article"]
    return {
        "places": places,
        "lands": lands,
        "towns": _set(topic(language, "towns")["names"]),
        "peoples": {phrase(name): code for code, row in countries.items() for name in row[2]},
        "countries": {code: row[0][0] for code, row in countries.items()},
        "of_government": _set(metonyms["of_government"]),
        "full_countries": {c: named.format(country=countries[c][0][0]) for c in metonyms["articled"]},
        "government_name": metonyms["government"],
        "second_names": {phrase(k): v for k, v in metonyms["bodies"].items()},
    }


def _outlets(language: str, articles: Phrases) -> dict[str, Any]:
    agencies, outlets = topic(language, "agencies"), topic(language, "outlets")
    credit_lines = topic(language, "credits")
    return {
        "agencies": _fullest(agencies["names"], articles),
        "agency_endings": _set(agencies["endings"]),
        "agency_nouns": _set(agencies["nouns"]),
        "outlets": _fullest(outlets["names"], articles),
        "with_article": _with_article(outlets["names"], articles),
        "press": _set(outlets["name_words"]),
        "outlet_nouns": _set(outlets["nouns"]),
        "staff": _set(outlets["staff"]),
        "own_determiners": _set(outlets["own_determiners"]),
        "own_nouns": _set(outlets["own_nouns"]),
        "credit": {name: re.compile(text, re.MULTILINE) for name, text in credit_lines.items()},
    }
