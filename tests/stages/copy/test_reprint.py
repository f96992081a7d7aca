from firsthand.stages.copy.reprint import marked, reprint
from firsthand.stages.copy.source import sources
from stages.copy.piles import REPORT, REPRINT, WIRE, article


def test_a_passage_in_a_longer_article_is_reuse() -> None:
    long = REPORT + "\n" + REPRINT.replace("(Iberia Wire)", "") + "\n".join(f"Room {n} was empty." for n in range(99))
    (wire, other), _ = sources([article(WIRE, "2025-05-04", "A"), article(long, "2025-05-05", "B")])
    reuse = reprint(other, wire)
    assert reuse is not None
    assert reuse.copy.of == wire.article.id
    assert len(reuse.words) > 40
    assert reprint(wire, other) == reuse


def test_one_outlet_may_repeat_its_background() -> None:
    background = WIRE.split("\n\n")[1]
    one = article("The inquiry opened. " * 20 + background, "2025-05-09", "Iberia Wire")
    (wire, later), _ = sources([article(WIRE + "It rained. " * 60, "2025-05-04", "Iberia Wire"), one])
    assert reprint(later, wire) is None


def test_articles_without_words() -> None:
    (one, other), _ = sources([article("", None, "A"), article("...", None, "B")])
    assert reprint(one, other) is None


def test_a_copy_with_additions_of_its_own_is_judged_by_passage() -> None:
    _, second, _, last = WIRE.strip().split("\n\n")
    local = (
        "In Palmela the bakery stayed shut and the school bus turned back at the bridge.\n\n",
        "Shops on the square sold out of masks before noon, and a choir moved its rehearsal to the church.\n\n",
        "Older people here remember the fire of 1989, when the same meadows burned for a week.\n\n" * 3,
    )
    text = local[0] + second + "\n\n" + local[1] + last + "\n\n" + local[2]
    (wire, other), _ = sources([article(WIRE, "2025-05-04", "A"), article(text, "2025-05-05", "B")])
    reuse = reprint(other, wire)
    assert reuse is not None
    assert reuse.copy.kind == "edited"
    taken = [text[slice(*span)] for passage in reuse.copy.passages for span in passage.article]
    assert [one.split()[0] for one in taken] == ["Firefighters", "The"]
    assert not any(word in " ".join(taken) for word in ("bakery", "choir", "1989"))


def test_long_quotations_of_one_speaker_are_no_reuse() -> None:
    speech = (
        "“We came with four boats and we shall leave with four boats, and if the council wants our nets it may "
        "come and fetch them from the bottom of the bay, where the last council left its promises.”"
    )
    texts = (
        f"The harbour was loud on Monday.\n\n{speech}\n\nSo spoke Lena Morais to her crew.",
        f"Fishers refuse to hand over their nets. Lena Morais spoke for them in the evening.\n\n{speech}",
    )
    (one, other), _ = sources([article(text, f"2025-05-0{n + 1}", f"P{n}") for n, text in enumerate(texts)])
    assert reprint(other, one) is None


def test_a_form_filled_in_anew_is_no_reuse() -> None:
    form = (
        "The Faro index of {} shares closed {} points higher at {} after a calm day at the exchange by the harbour. "
        "Rising shares outnumbered falling ones by {} to {} and {} thousand papers changed hands, against an average "
        "of {} thousand for the last month, the exchange said."
    )
    texts = (form.format(40, 12, 3911, 3, 2, 880, 910), form.format(42, 57, 4020, 9, 4, 1203, 950))
    (one, other), _ = sources([article(text, f"2025-0{n + 1}-03", f"P{n}") for n, text in enumerate(texts)])
    assert reprint(other, one) is None
    (same, again), _ = sources([article(texts[0], f"2025-0{n + 1}-03", f"P{n}") for n in (0, 1)])
    assert reprint(again, same) is not None


def test_a_marked_copy_is_one_whatever_it_shares() -> None:
    (wire, other), _ = sources([article(WIRE, None, "A"), article("Ice.", None, "A")])
    found = marked(other, wire)
    assert (found.copy.article, found.copy.of) == (other.article.id, wire.article.id)
    assert (found.copy.kind, found.copy.passages, found.words) == ("edited", (), frozenset())
    assert found.copy.why == "marked as a copy by an analyst"
    (one, two), _ = sources([article(WIRE, None, "A"), article(REPRINT, None, "B")])
    assert marked(one, two).copy.article == one.article.id
    assert marked(one, two).copy.passages
    assert marked(one, one).copy.kind == "verbatim"
