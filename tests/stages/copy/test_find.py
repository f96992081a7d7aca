from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.records import Copy, Part
from firsthand.stages.copy import find_copies, fingerprints
from stages.copy.piles import FIRST_HAND, OTHERS, REPORT, REPRINT, REWRITE, WIRE, article

wire = article(WIRE, "2025-05-04", "Iberia Wire")
reprint = article(REPRINT, "2025-05-04", "The Sado Courier")
report = article(REPORT, "2025-05-05", "Lisbon Evening Sheet")


def test_reprint_on_the_same_day_is_told_by_its_credit() -> None:
    (copy,) = find_copies([reprint, report, wire])
    assert (copy.article, copy.of, copy.kind, copy.credited) == (reprint.id, wire.id, "edited", True)
    first = copy.passages[0]
    assert REPRINT[slice(*first.article[0])].startswith("A freight train carrying ammonia")
    assert WIRE[slice(*first.of[0])].endswith("river meadows")
    assert "mayor" not in REPRINT[slice(*first.article[0])]


def test_fingerprints_of_an_article_are_the_same_in_every_pile() -> None:
    assert len(set(fingerprints(wire)) & set(fingerprints(reprint))) >= 10
    assert fingerprints(wire)[:2] == [12250194766313507, 305757628211657804]


def test_whole_text_is_verbatim_and_the_later_one_copies() -> None:
    later = article(WIRE.partition(" - ")[2], "2025-05-06", "The Sado Courier")
    (copy,) = find_copies([later, wire])
    assert (copy.article, copy.of, copy.kind, copy.credited) == (later.id, wire.id, "verbatim", False)


def test_one_quotation_in_two_reports_is_no_copy() -> None:
    assert find_copies([wire, report]) == ()


def test_furniture_is_no_text() -> None:
    menu = (
        "Home News Weather Sport Business Culture Travel Property Motors Games Recipes Crosswords Podcasts Video Shop "
    )
    one, other = (
        replace(
            article(menu * 5 + text, day, outlet),
            parts=(
                Part(start=0, end=len(menu) * 5, kind="furniture"),
                Part(start=len(menu) * 5, end=len(menu) * 5 + len(text), kind="body"),
            ),
        )
        for text, day, outlet in ((REPORT, "2025-05-04", "A Post"), (FIRST_HAND, "2025-05-05", "B Post"))
    )
    assert find_copies([one, other]) == ()


def test_copy_of_a_copy_leads_to_the_first() -> None:
    third = article(REPRINT.replace("(Iberia Wire)", "Read on."), "2025-05-07", "Portal Sul")
    found = find_copies([wire, reprint, third])
    assert {c.article for c in found} == {reprint.id, third.id}
    assert len({(c.article, c.of) for c in found}) == 2


def rewrites(*texts: str) -> tuple[Copy, ...]:
    days = ("2025-04-20", "2025-04-22", "2025-04-23")
    outlets = ("The Alentejo Mirror", "Honey World", "Diario Novo")
    return find_copies([article(t, d, o) for t, d, o in zip(texts, days, outlets, strict=False)])


def test_silent_rewrite() -> None:
    (copy,) = rewrites(FIRST_HAND, REWRITE, OTHERS)
    assert (copy.kind, copy.credited) == ("paraphrase", False)
    assert copy.article == article(REWRITE, None, "Honey World").id
    assert all(word in copy.why for word in ("38", "tanker"))


@pytest.mark.parametrize(
    "added",
    [
        "\n\nQuintas had told the Alentejo Mirror of it.",
        "\n\nHe showed our reporter the empty hives.",
        "\n\n“I shall sleep beside the hives with a dog and a lamp until the acacias bloom,” says the neighbour.",
    ],
)
def test_credit_and_own_material_are_no_silent_rewrite(added: str) -> None:
    assert rewrites(FIRST_HAND, REWRITE + added, OTHERS) == ()


def test_earlier_article_is_no_rewrite() -> None:
    early = article(REWRITE, "2025-04-18", "Honey World")
    assert find_copies([article(FIRST_HAND, "2025-04-20", "The Alentejo Mirror"), early]) == ()


def test_same_result_in_any_order() -> None:
    pile = [wire, reprint, report]
    assert find_copies(pile) == find_copies(pile[::-1])


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(alphabet=st.characters(), max_size=200), max_size=4))
def test_any_text(texts: list[str]) -> None:
    pile = [article(text, None, None) for text in texts]
    for copy in find_copies({a.id: a for a in pile}.values()):
        assert copy.article != copy.of


@pytest.mark.parametrize("text", ["word " * 20_000, "one two three. " * 7_000, "\ud800 \x00 \u202e", "“" * 3_000])
def test_odd_texts(text: str) -> None:
    assert len(find_copies([article(text, None, "A"), article(text + " end", None, "B")])) <= 1


def test_a_person_marks_a_copy_and_turns_one_round() -> None:
    (copy,) = find_copies([wire, report], [(report.id, wire.id), (report.id, "gone")])
    assert (copy.article, copy.of, copy.kind) == (report.id, wire.id, "edited")
    assert copy.why.startswith("marked as a copy by an analyst")
    (copy,) = find_copies([wire, reprint], [(wire.id, reprint.id)])
    assert (copy.article, copy.of) == (wire.id, reprint.id)
    assert copy.passages


def test_a_person_says_that_articles_are_no_copies() -> None:
    assert find_copies([wire, reprint], (), [(reprint.id, wire.id)]) == ()
    assert find_copies([wire, reprint], (), [(wire.id, reprint.id)]) == ()
    first, second = article(FIRST_HAND, "2025-04-20", "The Alentejo Mirror"), article(REWRITE, "2025-04-22", "B")
    assert len(find_copies([first, second])) == 1
    assert find_copies([first, second], (), [(second.id, first.id)]) == ()


def test_a_marked_rewrite_has_its_passages() -> None:
    first, second = article(FIRST_HAND, "2025-04-20", "The Alentejo Mirror"), article(REWRITE, "2025-04-22", "B")
    (copy,) = find_copies([first, second], [(second.id, first.id)])
    assert copy.kind == "paraphrase"
    assert copy.passages
    assert copy.why.startswith("marked as a copy by an analyst; ")


def test_marked_copies_make_no_circle() -> None:
    found = find_copies([wire, reprint, report], [(wire.id, report.id), (report.id, wire.id), (report.id, report.id)])
    assert len([c for c in found if {c.article, c.of} == {wire.id, report.id}]) == 1
