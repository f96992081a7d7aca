from typing import get_args

import pytest

from firsthand.corrections import Anchor, Correction, Kind
from firsthand.desk.telling import WORDS, about, decided


def correction(kind, **more):
    return Correction(id="1", kind=kind, by="Ada", made="2031-03-03T00:00:00Z", **more)


def test_every_kind_has_its_words():
    assert set(WORDS) == set(get_args(Kind))


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (correction("speaker"), "speaker: the outlet’s own voice"),
        (correction("said", said="2031-03"), "when it was said: Mar 2031"),
        (correction("said", said="2031-03-01/2031-03-04"), "when it was said: 1 Mar 2031 – 4 Mar 2031"),
        (correction("stance", stance="denies"), "stance: denies"),
        (correction("same actor", names=("Ada Brandvold", "Brandvold")), "one actor: Ada Brandvold, Brandvold"),
        (correction("statement", speaker="Olav Ness"), "a statement of Olav Ness"),
        (correction("copy"), "a copy"),
    ],
)
def test_a_decision_in_one_line(made, told):
    assert decided(made) == told


def test_a_whole_article_is_named_by_what_is_known_of_it():
    at = Anchor(article="lamp", text="0" * 64, url="https://lamp.example/")
    assert about(at, {"lamp": "Bridge shut"}) == "“Bridge shut”"
    assert about(at, {}) == "“https://lamp.example/”"
    assert about(Anchor(article="lamp", text="0" * 64, spans=((0, 2),), quote="it"), {}) == "“it”"
