"""The field names of several exports."""

import pytest

from firsthand.stages.read.fields import domain_of, draft_of, has_text, text_of

NEWS_PLEASE = {
    "authors": ["Eva Lund"], "date_download": "2024-05-04 10:00:00", "date_publish": "2024-05-03 09:00:00",
    "description": "x",
    "language": "en", "maintext": "The mine was closed.", "source_domain": "www.nordfoto.example",
    "title": "Mine closed",
    "title_page": None, "url": "https://www.nordfoto.example/mine",
}  # fmt: skip
TRAFILATURA = {
    "title": "Mine closed", "author": "Eva Lund; Jan Hus", "hostname": "nordfoto.example", "date": "2024-05-03",
    "fingerprint": "x",
    "raw_text": "raw", "text": "The mine was closed.", "source": "https://nordfoto.example/mine",
    "source-hostname": "Nordfoto",
    "filedate": "2024-05-09", "comments": "",
}  # fmt: skip
FUNDUS = {
    "title": "Mine closed", "authors": ["Eva Lund"], "publishing_date": "2024-05-03 09:00:00+02:00",
    "body": {"summary": ["Sum."], "sections": [{"headline": ["Head"], "paragraphs": ["One.", "Two."]}]},
    "html": {"requested_url": "https://nordfoto.example/mine",
    "crawl_date": "2024-05-04",
    "source_info": {"publisher": "Nordfoto"}},
}  # fmt: skip
NEWSPAPER = {
    "url": "https://nordfoto.example/mine", "title": "Mine closed", "text": "The mine was closed.",
    "authors": [],
    "publish_date": None, "source_url": "https://nordfoto.example", "meta_lang": "en",
}  # fmt: skip
NEWS_API = {
    "source": {"id": None, "name": "Nordfoto"}, "author": None, "title": "Mine closed",
    "content": "The mine was closed.",
    "publishedAt": "2024-05-03T09:00:00Z", "url": "https://nordfoto.example/mine",
}  # fmt: skip
WORDPRESS = {
    "title": {"rendered": "Mine closed"},
    "content": {"rendered": "<p>The mine was closed on Monday.</p><p>Nobody was hurt.</p>"},
    "link": "https://nordfoto.example/mine", "date": "2024-05-03T09:00:00",
}  # fmt: skip


@pytest.mark.parametrize(
    ("row", "outlet", "authors", "published"),
    [
        (NEWS_PLEASE, "www.nordfoto.example", ("Eva Lund",), "2024-05-03 09:00:00"),
        (TRAFILATURA, "Nordfoto", ("Eva Lund", "Jan Hus"), "2024-05-03"),
        (NEWSPAPER, None, (), None),
        (NEWS_API, "Nordfoto", (), "2024-05-03T09:00:00Z"),
        (FUNDUS, None, ("Eva Lund",), "2024-05-03 09:00:00+02:00"),
        (WORDPRESS, None, (), "2024-05-03T09:00:00"),
    ],
    ids=["news-please", "trafilatura", "newspaper", "newsapi", "fundus", "wordpress"],
)
def test_exports(row, outlet, authors, published):
    draft = draft_of(row)
    assert (draft.title, draft.outlet, draft.authors, draft.published) == ("Mine closed", outlet, authors, published)
    assert draft.url.endswith("nordfoto.example/mine")
    assert draft.domain == "nordfoto.example"


def test_texts():
    assert draft_of(TRAFILATURA).text == "The mine was closed."
    assert draft_of(FUNDUS).text == "Sum.\n\nHead\n\nOne.\n\nTwo."
    assert draft_of(WORDPRESS).text == "The mine was closed on Monday.\n\nNobody was hurt."
    assert text_of(["One.", "Two."]) == "One.\n\nTwo."


def test_the_text_field_is_taken_exactly():
    assert draft_of({"text": "  One.\r\n\tTwo.  \n"}).text == "  One.\r\n\tTwo.  \n"


def test_when_it_was_fetched_is_no_publication_date():
    draft = draft_of({"text": "One.", "date_download": "2024-05-04"})
    assert (draft.published, draft.fetched) == (None, "2024-05-04")


@pytest.mark.parametrize("value", [None, "", "null", "NaN", float("nan"), []])
def test_nothing_is_nothing(value):
    draft = draft_of({"text": "One.", "published": value, "title": value, "source": value, "authors": value})
    assert (draft.published, draft.title, draft.outlet, draft.authors) == (None, None, None, ())


def test_rows_without_text():
    assert draft_of({"title": "Mine closed"}) is None
    assert draft_of({}) is None
    assert not has_text({"text": "a claim"})
    assert has_text(NEWS_API)


def test_domains():
    assert domain_of("https://user@www.a.example:80/b") == "a.example"
    assert domain_of("not a host") is None
    assert domain_of(None) is None
