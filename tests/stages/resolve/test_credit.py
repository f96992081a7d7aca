from dataclasses import replace
from time import process_time

import pytest

from firsthand.records import Part
from firsthand.stages.resolve.credit import credits_itself, dateline_end, is_own, looks_like_agency, wire_credit
from firsthand.stages.resolve.lexicon import lexicon

LEX = lexicon("en")


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("OSLO, Norway, Sept 9 (Nord Wire) - A pier fell.", "Nord Wire"),
        ("OSLO (NW) — A pier fell.", "NW"),
        ("A pier fell.\n\n(Nord Wire)\n\nRead more", "Nord Wire"),
        ("A pier fell.\n\nSource: Nord Wire", None),
        ("A pier (built in 1970) fell. The mayor (45) - who knew it - wept.", None),
        ("OSLO (Harbour Times) - A pier fell.", None),
    ],
)
def test_credits_in_the_layout(make, text, agency):
    found = wire_credit(make.article(text), LEX)
    assert (found and found[0]) == agency or (agency is None and found and found[0] == "Nord Wire" and "Source" in text)
    if found:
        assert text[found[1] : found[2]] == found[0]


def test_photo_credits_and_foreign_copyrights_are_none(make):
    text = "A pier fell.\n\nPhoto: T. Holm / Nord Wire\n\n© 2025 Harbour Times. All rights reserved."
    article = make.article(text)
    start = text.index("Photo")
    parts = (Part(start=0, end=start, kind="body"), Part(start=start, end=len(text), kind="furniture"))
    assert wire_credit(replace(article, parts=parts), LEX) is None


def test_an_agency_among_the_authors(make):
    article = replace(make.article("A pier fell."), authors=("Elena Marsh", "Associated Press"))
    assert wire_credit(article, LEX) == ("Associated Press", 0, 0)


def test_own_names(make):
    article = make.article("", outlet="The Prague Ledger")
    assert is_own("the Ledger", article, LEX)
    assert is_own("Prague Ledger", article, LEX)
    assert not is_own("Prague", article, LEX)
    assert not is_own("The Shipping Ledger", article, LEX)
    assert not is_own("the Ledger", make.article("", outlet=None), LEX)


def test_agencies_by_name():
    assert looks_like_agency("AFP", LEX)
    assert looks_like_agency("Nord Wire", LEX)
    assert not looks_like_agency("Wire", LEX)


def test_an_agency_is_told_by_its_own_dateline(make):
    assert credits_itself(make.article("OSLO (Nord Press) - A pier fell.", outlet="Nord Press"), LEX)
    assert not credits_itself(make.article("OSLO (Nord Press) - A pier fell."), LEX)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(With information from Lund Press)", "Lund Press"),
        ("(via Lund Press)", "Lund Press"),
        ("(With reports from the Lund Press.)", "Lund Press"),
        ("With additional reporting by Lund News Service.", "Lund News Service"),
        ("With Lund News Service", "Lund News Service"),
        ("— With files from Lund News Service", "Lund News Service"),
        ("(With inputs from Reuters)", "Reuters"),
        ("Reuters staff", "Reuters"),
        ("The kitchen staff", None),
        ("via Lund News Service", "Lund News Service"),
        ("— Lund News Service", "Lund News Service"),
        ("Lund News Service contributed to this report.", "Lund News Service"),
        ("With additional reporting by Anna Berg.", None),
        ("Anna Berg contributed to this report.", None),
        ("With the tide out", None),
        ("— the end", None),
        ("(dpa)", "dpa"),
        ("(Laughter)", None),
        ("(with pictures)", None),
        ("(By Anna Berg)", None),
        ("(Reporting by Anna Berg)", None),
    ],
)
def test_credits_in_a_last_line(make, line, agency):
    found = wire_credit(make.article(f"A pier fell.\n\n{line}"), LEX)
    assert (found and found[0]) == agency


def test_a_dateline_between_slashes(make):
    assert wire_credit(make.article("OSLO, Sept 9 /Nord Wire/ - A pier fell."), LEX)[0] == "Nord Wire"


def test_what_stands_before_the_agency_in_a_dateline_is_a_place(make):
    text = "LUNDVIG, Norway (NW) — A pier fell."
    assert dateline_end(make.article(text), LEX) == text.index("NW")
    assert dateline_end(make.article("A pier fell (NW)."), LEX) == 0


def test_a_text_of_blank_lines_is_read_in_linear_time(make):
    start = process_time()
    assert wire_credit(make.article("\n" * 50_000), LEX) is None
    assert process_time() - start < 2


def test_a_credit_line_marked_as_byline(make):
    text = "The pier is shut.\n\n(With information from Nordwire)"
    at = text.index("(")
    parts = (Part(start=0, end=at, kind="body"), Part(start=at, end=len(text), kind="byline"))
    found = wire_credit(replace(make.article(text), parts=parts), LEX)
    assert found == ("Nordwire", text.index("Nordwire"), len(text) - 1)


@pytest.mark.parametrize(
    "line",
    ["Report supplied by Nord Press", "Story provided by Nord Press.", "Copy supplied by the Nord Press",
     "Text provided by Nord Press"],
)  # fmt: skip
def test_a_report_that_was_supplied(make, line):
    found = wire_credit(make.article(f"The pier is shut.\n\n{line}"), LEX)
    assert found is not None
    assert found[0] == "Nord Press"


def test_a_report_by_its_writer_is_no_agencys(make):
    assert wire_credit(make.article("The pier is shut.\n\nReport by Elena Marsh"), LEX) is None
