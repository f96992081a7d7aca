"""Titles, bylines, datelines, corrections."""

import pytest

from firsthand.stages.read.chrome import chrome
from firsthand.stages.read.heads import dateline_end, is_byline, is_correction, is_title, reads_as_title, same_words
from firsthand.stages.read.lines import lines_of

EN = chrome("en")
REST = "The ferry burned."


@pytest.mark.parametrize(
    "head",
    [
        "SPLIT, Croatia, Oct 14 (Adria Wire) - ",
        "SPLIT — ",
        "Split (Adria Wire) - ",
        "(Reuters) - ",
        "(CNN) ",
        "NEW YORK (AP) -- ",
        "KIRUNA, Sweden, 14 October — ",
        "MOSCOW, May 3. /TASS/. ",
        "SEOUL/TOKYO, June 2 (Kyodo) — ",
        "NEW DELHI: ",
        "Kiruna – ",
    ],
)
def test_datelines(head):
    assert dateline_end(head + REST, EN, True, False) == len(head)


@pytest.mark.parametrize(
    "line",
    [
        "Sen. Ana Kos (D-Ohio) said no.",
        "The Harbour Board (HB) — which met on Monday — said no.",
        "WATCH: The ferry burned.",
        "BREAKING — The ferry burned.",
        "The owner - a fund - said no.",
        "It was late.",
    ],
)
def test_no_datelines(line):
    assert dateline_end(line, EN, True, False) == 0


def test_a_label_that_repeats_is_a_speaker():
    assert dateline_end("BERG: The ferry burned.", EN, True, True) == 0


def test_a_bare_place_counts_in_the_first_paragraph_only():
    assert dateline_end("SPLIT — The ferry burned.", EN, False, False) == 0
    assert dateline_end("SPLIT (Adria Wire) — The ferry burned.", EN, False, False) > 0


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "BY JANE DOE AND JOHN ROE",
        "By Jane Doe in Split | 3 May 2024",
        "(Adria Wire)",
        "Reuters",
        "— AP",
        "Reporting by Jane Doe; Editing by John Roe",
        "(Reporting by Jane Doe in Split, editing by John Roe)",
        "Additional reporting by Jane Doe.",
        "John Roe contributed to this report.",
        "Source: Adria Wire",
    ],
)
def test_bylines_anywhere(line):
    assert is_byline(line, EN, False, ())


@pytest.mark.parametrize(
    "line", ["By noon it was over.", "By Friday the Board had met.", "Reuters said so.", "(He laughed.)"]
)
def test_no_bylines(line):
    assert not is_byline(line, EN, True, ())


def test_staff_lines_and_authors_count_in_the_head_only():
    assert is_byline("Jane Doe, Staff Writer", EN, True, ())
    assert not is_byline("Jane Doe, Staff Writer", EN, False, ())
    assert is_byline("Jane Doe and John Roe", EN, True, ("Jane Doe", "John Roe"))


@pytest.mark.parametrize(
    "line",
    [
        "Correction, 12 September: the figure is 900.",
        "CORRECTION: the figure is 900.",
        "Correction (12 May): the figure is 900.",
        "This article was amended on 3 May to correct a name.",
        "An earlier version of this article misstated the figure.",
        "Editor's note: this story has been corrected.",
        "* This story has been updated.",
    ],
)
def test_corrections(line):
    assert is_correction(line, EN)


@pytest.mark.parametrize(
    "line",
    [
        "Correction of the river began in 1911.",
        "An earlier version of the bill failed.",
        "Editor's note: Jane Doe lives in Split.",
    ],
)
def test_no_corrections(line):
    assert not is_correction(line, EN)


def test_same_words():
    assert same_words("Ferry burns – off Vis", "FERRY BURNS OFF VIS.")
    assert not same_words("", "")


def test_a_title_with_the_name_of_the_site():
    assert is_title("Ferry burns off Vis | Adria Wire", "Ferry burns off Vis")
    assert is_title("Ferry burns off Vis", "Ferry burns off Vis - Adria Wire")


@pytest.mark.parametrize(
    ("first", "wanted"),
    [
        ("Ferry burns off Vis", True),
        ("Who burned the ferry?", True),
        ("Ferry Burns Off Vis As Crew Sleeps.", True),
        ("Ferry fire tells of old faults.", True),
        (
            "The ferry burned off Vis on Tuesday, the coast guard said, and for a whole night nobody came to help.",
            False,
        ),
        ("ferry burns off Vis", False),
        ("Ferry", False),
    ],
)
def test_what_reads_as_a_title(first, wanted):
    text = f"{first}\n\n{'At least four people died and eleven were missing on Tuesday, the coast guard said. ' * 2}"
    assert reads_as_title(lines_of(text), 0) is wanted


def test_a_lone_line_is_no_title():
    assert not reads_as_title(lines_of("Ferry burns off Vis"), 0)
