from dataclasses import replace

import pytest

from firsthand.records import Outlet, Part
from firsthand.stages.copy.credit import credits_text, holds, mentions, read_credits, same_outlet, spell
from stages.copy.piles import article

agency = read_credits(article("PORTO, Feb 2 (Iberia Wire) - Rain fell.", None, "Iberia Wire"))


@pytest.mark.parametrize(
    ("text", "credited", "mentioned"),
    [
        ("PORTO (IW) - Rain fell.", True, True),
        ("Rain fell.\n\n(Iberia Wire)", True, True),
        ("Rain fell, Iberia Wire reported.", False, True),
        ("Rain fell on the wire.", False, False),
        ("Rain fell (a lot of it) - and hail.", False, False),
    ],
)
def test_credit(text: str, credited: bool, mentioned: bool) -> None:
    one = read_credits(article(text, None, "The Douro Post"))
    assert (credits_text(one, agency), mentions(one, agency)) == (credited, mentioned)


def test_an_agency_both_took_from_is_a_source_named() -> None:
    one = read_credits(article("PORTO (Iberia Wire) - Rain.", None, "A Post"))
    other = read_credits(article("PORTO (Iberia Wire) - Rain.", None, "B Post"))
    assert credits_text(one, other)
    assert credits_text(other, one)


def test_its_own_name_is_no_credit() -> None:
    assert not mentions(agency, agency)


def test_authors_credit() -> None:
    one = read_credits(replace(article("Rain.", None, "A Post"), authors=("Ana Reis, Iberia Wire",)))
    assert credits_text(one, agency)


@pytest.mark.parametrize(
    ("line", "credited", "mentioned"),
    [
        ("Report supplied by Iberia Wire", False, True),
        ("(c) 2025 Iberia Wire. All rights reserved", True, True),
        ("Home News Sport Weather Iberia Wire Jobs Motors Property Travel", False, False),
    ],
)
def test_a_short_line_of_furniture_may_credit(line: str, credited: bool, mentioned: bool) -> None:
    one = article(f"Rain fell.\n\n{line}", None, "The Douro Post")
    foot = Part(start=12, end=len(one.text), kind="furniture")
    read = read_credits(replace(one, parts=(Part(start=0, end=10, kind="body"), foot)))
    assert (credits_text(read, agency), mentions(read, agency)) == (credited, mentioned)


def test_outlets() -> None:
    one = article("Rain.", None, "The Douro Post")
    assert same_outlet(read_credits(one), read_credits(replace(one, outlet=Outlet(name="Douro Post"))))
    for name in ("The Douro Post - Sport", "The Douro Post (Online)", "Douro Post | Sport"):
        assert read_credits(replace(one, outlet=Outlet(name=name))).outlet == "douro post"
    assert read_credits(replace(one, outlet=Outlet(name="Sado-Courier"))).outlet == "sado courier"
    assert not same_outlet(read_credits(one), agency)
    assert read_credits(replace(one, outlet=None, url="https://www.douropost.example/x")).outlet == "douropost"
    assert read_credits(replace(one, outlet=None, url="http://[bad")).outlet == ""


def test_holds_whole_words() -> None:
    one = read_credits(article("He told us’ paper: “Our reporter was there.”", None, "A"))
    assert holds(one, ["our reporter"])
    assert not holds(one, ["ur reporter"])


def test_spell() -> None:
    assert spell("The Café’s  Wire-Service") == "the cafe wire service"
