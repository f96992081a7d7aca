"""Strips, notes below posts and menus, told by shape (written by us; no line is of a real page)."""

import pytest

from firsthand.stages.read.chrome import chrome
from firsthand.stages.read.lines import lines_of
from firsthand.stages.read.parts import mark_parts
from firsthand.stages.read.strips import is_post_note, is_strip, menus

EN = chrome("en")
LEAD = "The harbour at Vardholm was closed on Monday after a crane fell into the basin, the port authority said."
MORE = "Two ships that were waiting outside were sent to Lund, the director, Nils Berg, told reporters that night."


@pytest.mark.parametrize(
    "line",
    [
        "« Older post | Home | Newer post »",
        "« The heron returns | Why I gave up sugar »",
        "← Back to Harbour Notes",
        "The day the river froze »",
        "1 2 3 4 Next »",
        "Older Post → ← Newer Post",
        "<< Back to all articles",
        "#Harbour #Strike #Gdynia",
        "☰ Harlan County Ledger",
        "↑ Top",
        "Udostępnij: Facebook Messenger X Kopiuj link",
        "Dela Facebook X Mejla Kopiera länk",
        "Поделиться Telegram WhatsApp VK",
    ],
)
def test_strips(line):
    assert is_strip(line, EN)


@pytest.mark.parametrize(
    "line",
    [
        "« Nous ne partirons pas », dit-il.",
        "« Ni una menos »",
        "« Nous ne partirons pas.",
        "Berg → Lund → Kiruna is the route the ore takes.",
        "→ Wages rise by 4 percent from May",
        "#Strike was the word of the day",
        "ABX ▲ 1.2 percent",
        "Facebook Messenger outage hits half of Europe",
        "Facebook and X declined to comment",
        "Facebook, WhatsApp and Telegram were blocked on Sunday",
        "x" * 300,
    ],
)
def test_no_strips(line):
    assert not is_strip(line, EN)


@pytest.mark.parametrize(
    "line",
    [
        "Posted by K. Lund at 21:14 | 3 comments | Labels: sea, ice",
        "Posted by Tilda at 7:42 AM 12 comments: Labels: bees, winter, the allotment",
        "posted by jonas @ 23:10 5 comments",
        "Written by Petra on 14 March | 2 replies | Filed under Walks",
    ],
)
def test_notes_below_a_post(line):
    assert is_post_note(line, EN)


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Kos | 3 May 2024, 21:14",
        "Posted by Jane Doe",
        "The deal was signed at 14:30 and drew 312 comments by dawn",
        "She wrote at 21:14 that three comments had been deleted.",
        "Labels on the crates read 14:30",
    ],
)
def test_no_notes(line):
    assert not is_post_note(line, EN)


MENUS = (
    "INICIO NOTICIAS DEPORTES PUERTO EN VIVO BUSCAR",
    "Startseite Politik Wirtschaft Sport Kultur Anmelden",
    "Etusivu Kotimaa Ulkomaat Talous Urheilu Haku",
    "GŁÓWNA POLSKA ŚWIAT GOSPODARKA SPORT SZUKAJ",
    "ГЛАВНАЯ НОВОСТИ СПОРТ ПОГОДА ПОИСК",
    "Home  For You  Saved  Search  Profile",
    "Print Article  Email Article  Reprint Info",
)
NO_MENUS = (
    "Crane Falls Into Basin At Vardholm Harbour",
    "CRANE FALLS INTO VARDHOLM HARBOUR",
    "Officials Urge Calm Amid Deep Uncertainty",
    "WHAT WE KNOW SO FAR",
    "Ana Kos and Eva Maria Lund",
    "Startseite, Politik und Sport: drei Wörter",
    "BREAD PEACE LAND",
)


@pytest.mark.parametrize("order", ["{}\n\n{}\n\n{}", "{1}\n\n{2}\n\n{0}"])
@pytest.mark.parametrize("line", MENUS + NO_MENUS)
def test_menus_above_and_below_the_prose(line, order):
    lines = lines_of(order.format(line, LEAD, MORE))
    assert [lines[at].text for at in menus(lines, [True] * 3, "en", EN)] == [line] * (line in MENUS)


def test_no_menu_within_the_prose_or_without_any():
    lines = lines_of(f"{LEAD}\n\n{MENUS[0]}\n\n{MORE}")
    assert menus(lines, [True] * 3, "en", EN) == []
    assert menus(lines_of(MENUS[0]), [True], "en", EN) == []


def test_a_line_that_is_something_already_is_left():
    lines = lines_of(f"{MENUS[0]}\n\n{LEAD}\n\n{MORE}")
    assert menus(lines, [False, True, True], "en", EN) == []


def test_a_foreign_menu_is_no_title_and_a_post_note_no_byline():
    text = f"{MENUS[0]}\n\n{LEAD}\n\n{MORE}\n\nPosted by K. Lund at 21:14 | 3 comments"
    assert [part.kind for part in mark_parts(text, "en")] == ["furniture", "body", "body", "furniture"]


def test_a_wire_credit_stays_one():
    text = f"{LEAD}\n\n{MORE}\n\n(With information from Meridian News Service)"
    assert [part.kind for part in mark_parts(text, "en")] == ["body", "body", "byline"]
