"""A draft made into an article."""

import json
from dataclasses import asdict

from firsthand.ids import article_id
from firsthand.records import Outlet, Unprocessed
from firsthand.settings import Settings
from firsthand.stages.read.article import article_of
from firsthand.stages.read.draft import Draft
from firsthand.stages.read.parts import LINES

TEXT = "The mine at Kiruna was closed on Monday after part of a lift tower fell into the shaft, the company said."


def made(**fields):
    return list(article_of(Draft(**{"text": TEXT} | fields), "a.txt", Settings()))


def test_an_article():
    [article] = made(
        url="https://www.nordfoto.example/mine", published="2024-05-03", title="Mine closed", authors=("Eva Lund",)
    )
    assert article.id == article_id(TEXT, "https://www.nordfoto.example/mine")
    assert (article.text, article.title, article.authors, article.language) == (
        TEXT,
        "Mine closed",
        ("Eva Lund",),
        "en",
    )
    assert article.published.basis == "metadata"
    assert article.path == "a.txt"


def test_outlets():
    assert made(url="https://www.nordfoto.example/mine")[0].outlet == Outlet(
        name="nordfoto.example", domain="nordfoto.example"
    )
    assert made(outlet=" Nord\nfoto ")[0].outlet == Outlet(name="Nord foto", domain=None)
    assert made()[0].outlet is None


def test_an_outlet_from_the_footer():
    text = f"{TEXT}\n\n© 2025 The Dalmatian Post. All rights reserved."
    assert made(text=text)[0].outlet == Outlet(name="The Dalmatian Post", domain=None)
    assert made(text=text, outlet="Nordfoto")[0].outlet == Outlet(name="Nordfoto", domain=None)
    assert made(text=text, url="https://a.example/b")[0].outlet == Outlet(name="a.example", domain="a.example")


def test_a_title_found_in_the_text():
    assert made(text=f"Mine closed in Kiruna\n\n{TEXT}")[0].title == "Mine closed in Kiruna"
    assert made()[0].title is None


def test_an_unsupported_language_is_listed_and_kept():
    article, told = made(
        text="Le ministre de l'Intérieur a déclaré lundi que la loi serait adoptée avant la fin de l'année."
    )
    assert isinstance(told, Unprocessed)
    assert (article.language, told.article, told.failed) == ("fr", article.id, False)
    assert told.why == "language fr is not supported yet"


def test_an_unknown_language():
    _, told = made(text="Fire.")
    assert told.why == "language not recognised"


def test_of_a_very_long_article_the_rest_is_kept_and_told():
    again = TEXT.replace("Kiruna", "Malmö")
    article, told = article_of(Draft(text=f"{TEXT}\n\n{again}"), "a.txt", Settings(words=30))
    assert [part.kind for part in article.parts] == ["body", "body", "unread"]
    assert (told.article, told.failed) == (article.id, False)
    assert told.why == "long: no more than its first 30 words and marks and 3,000 lines are read closely"


def test_of_lines_without_end_the_first_are_read():
    long = "\n\n".join(f"The mine at Kiruna was closed on day {n}, the company said." for n in range(LINES + 9))
    article, told = article_of(Draft(text=long), "a.txt", Settings(words=10**6))
    *read, rest = article.parts
    assert (len(read), rest.kind) == (LINES, "unread")
    assert article.text[rest.start : rest.end].count("\n\n") == 8
    assert "3,000 lines" in told.why


def test_anything_can_be_written_as_utf8():
    article = made(text=f"\ud800\x00{TEXT}", title="\udfff", authors=("\ud801",), outlet="\ud802")[0]
    json.dumps(asdict(article), ensure_ascii=False).encode("utf-8")
    assert len(article.text) == len(TEXT) + 2
