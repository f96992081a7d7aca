import pytest

from corrections.invented import DAM, FEARED, PASSED, decided, on
from firsthand.corrections.anchor import anchor
from firsthand.corrections.check import flaw, period_of
from firsthand.records import Period

AT, OTHER, WHOLE = on(DAM, PASSED), on(DAM, FEARED), anchor(DAM)


@pytest.mark.parametrize(
    "good",
    [
        decided("statement", AT),
        decided("statement", AT, speaker="Ada Holm", stance="denies", said="2024-05"),
        decided("not a statement", AT, OTHER),
        decided("spans", AT, spans=((0, 4), (6, 8))),
        decided("speaker", AT),
        decided("said", AT),
        decided("same actor", names=("Ada Holm", "A. Holm")),
        decided("different claims", AT, OTHER, first=1),
        decided("same story", WHOLE, AT),
        decided("copy", WHOLE, WHOLE),
        decided("speaker", AT, undone="2025-03-06T10:00:00+00:00"),
    ],
)
def test_what_can_be_kept(good):
    assert flaw(good) is None


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (decided("guess", AT), "no kind 'guess'"),
        (decided("speaker", AT, by=""), "who decided"),
        (decided("speaker", AT, made="yesterday"), "no moment"),
        (decided("speaker", AT, made="2025-03-05T10:00:00"), "no moment"),
        (decided("speaker", AT, made="2025-03-05T10:00:00+01:00"), "no moment"),
        (decided("speaker", AT, undone="2025"), "no moment"),
        (decided("speaker"), "cannot be of 0 anchors"),
        (decided("spans", AT, OTHER, spans=((0, 4),)), "cannot be of 2 anchors"),
        (decided("copy", AT), "cannot be of 1 anchors"),
        (decided("same claim", AT), "cannot be of 1 anchors"),
        (decided("different claims", AT, OTHER, first=2), "two groups"),
        (decided("speaker", WHOLE), "needs spans"),
        (decided("same actor", AT, names=("a", "b")), "has anchors"),
        (decided("same actor", names=("a", "a")), "two names"),
        (decided("spans", AT), "new spans"),
        (decided("speaker", AT, spans=((0, 4),)), "new spans"),
        (decided("spans", AT, spans=((4, 2),)), "in order"),
        (decided("spans", AT, spans=((4, 2**40),)), "in order"),
        (decided("stance", AT), "needs a stance"),
        (decided("stance", AT, stance="shouts"), "no stance 'shouts'"),
        (decided("speaker", AT, speaker=" "), "no name"),
        (decided("said", AT, said="May"), "no date"),
    ],
)
def test_what_cannot_is_told_in_a_line(bad, why):
    assert why in flaw(bad)


def test_an_anchor_is_checked_too():
    from dataclasses import replace

    for wrong in (
        replace(AT, text="abc"),
        replace(AT, article=""),
        replace(AT, quote=AT.quote + "!"),
        replace(AT, spans=((4, 4),)),
    ):
        assert flaw(decided("speaker", wrong)), wrong


@pytest.mark.parametrize("said", ["2024", "2024-02", "2024-02-29", "2024/2025", "2024-05-01/2024-06"])
def test_dates_stop_at_any_precision(said):
    first, _, last = said.partition("/")
    assert period_of(said) == Period(start=first, end=last or first, basis="expression")


@pytest.mark.parametrize("said", ["", "2024-13", "2023-02-29", "2025/2024", "24", "2024/", "2024-05-01T10:00", "٢٠٢٤"])
def test_what_is_no_date_is_refused(said):
    with pytest.raises(ValueError):
        period_of(said)
