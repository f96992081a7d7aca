import io
from dataclasses import replace

from rich.console import Console

from firsthand.records import PlanState
from firsthand.show.as_origin import origin
from show.sample import SAMPLE


def printed(brief=SAMPLE, nearest="c1", also=(), missing=()):
    out = io.StringIO()
    origin(brief, nearest, missing, also, Console(file=out, width=80))
    return [line for line in out.getvalue().splitlines() if line]


def test_the_claim_its_count_its_tree_and_every_reason():
    assert printed()[:11] == [
        "  1  The bridge will stay closed for six weeks",
        "     1–2 origins, 3 articles",
        "     plan: no news since 3 Mar 2031",
        "     Ada Brandvold → Nordwire",
        "     ├─ Tolvik Lamp, 3 Mar 2031 [1]",
        "     │  └─ Bridge Blog, date not known [4]",
        "     └─ Fjord Courier, 4 Mar 2031 [2]",
        "       why: [4] (Bridge Blog) rewrites [1]",
        "       why: s9 stays",
        "       why: like Fjord Courier, 4 Mar 2031",
        "Denied or doubted",
    ]


def test_who_denies_it_in_which_words_and_how_it_stands_to_other_claims():
    got = printed()
    assert got[11:] == [
        "     roads agency denies: “that the bridge would stay closed for six weeks”",
        "       roads agency → Fjord Courier (outlet), 4 Mar 2031",
        "Other claims",
        "     contradicts claim 2: Two people had been hurt",
        "       six weeks, two people",
        "Counts say where words entered this pile. Independent does not mean true.",
    ]


def test_a_denial_without_words_of_its_own_is_told_by_name():
    claims = tuple(replace(c, doubted_by=("wire",)) if c.id == "c2" else c for c in SAMPLE.claims)
    assert "     doubted by Nordwire" in printed(replace(SAMPLE, claims=claims), "c2")


def test_what_is_undisputed_has_no_such_section_and_near_matches_are_named():
    got = printed(nearest="c3", also=("c1",))
    assert "Denied or doubted" not in got
    assert "Other claims" not in got
    assert got[-4:-1] == [
        "also:",
        "  1  The bridge will stay closed for six weeks",
        "     1–2 origins, 3 articles; Ada Brandvold → Nordwire → Tolvik Lamp (outlet)",
    ]


def test_a_state_told_by_another_claim_names_it():
    state = PlanState(state="delayed", since="2031-04", claim="c2")
    claims = tuple(replace(c, state=state) if c.id == "c1" else c for c in SAMPLE.claims)
    assert "     plan: delayed Apr 2031, claim 2" in printed(replace(SAMPLE, claims=claims))


def test_what_was_asked_for_and_is_not_told_is_said():
    assert "     not told here: seven, lorries" in printed(missing=("seven", "lorries"))
