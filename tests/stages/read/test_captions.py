"""Captions and credits (lists of examples are in test_parts.py)."""

import pytest

from firsthand.stages.read.captions import is_caption, without_credit
from firsthand.stages.read.chrome import chrome

EN = chrome("en")


@pytest.mark.parametrize(
    "line",
    [
        "Fog over the quay (Ana Kos/Reuters)",
        "Photo: A. Kos. Fog over the quay",
        "Getty Images",
        "Cattle wait beside a truck near Biltine on Thursday. (Dana Whit/Special to the Ledger)",
        "Volunteers stack bags. (Marcus Oye for The Prairie Sun)",
        "Firefighters on the roof. [Petra Holm/Special to The Star]",
        "The town hall of Levice. (Submitted/Levice council)",
        "Nurses outside. | Selam Tade/Horn Review",
    ],
)
def test_credits_before_behind_and_alone(line):
    assert is_caption(line, EN)


@pytest.mark.parametrize(
    "line",
    [
        "The deal covers Kos/Lind, a joint venture.",
        "Police held 12 people. (Reuters)",
        "The photo: a man on a bridge.",
        "x" * 700,
        "The winner, by a nose, was Old Harry (Jan Berg for Lord Stirling).",
        "The firm is owned by two brothers (Jan Berg and Nils Berg for the family trust).",
        "Goals: Petrov (Lund for Berg)",
        "“I condemn it all,” he added. (RELATED: Lund Attacks Press For Not Being Pleased)",
        "Nobody was hurt (Lund/Berg case number 41).",
    ],
)
def test_no_credit(line):
    assert not is_caption(line, EN)


@pytest.mark.parametrize("credit", [" Photo: A. Kos", " Ana Kos/Reuters", " (Photo: A. Kos)"])
def test_the_caption_without_its_credit(credit):
    assert without_credit(f"Fog lies over the quay in Split.{credit}", EN) == "Fog lies over the quay in Split"
