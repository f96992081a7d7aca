from dataclasses import replace

import msgspec
import pytest

from firsthand.pipeline import Found
from firsthand.records import Article, Brief
from firsthand.store.kept import clean, pack, storable, unpack
from store.like import brief_of
from store.sample import PILE


def test_records_come_back_as_they_went_in(found):
    for each in found.values():
        assert unpack(pack(each), Found) == each
    made = brief_of(PILE.values(), found)
    assert unpack(pack(made), Brief) == made
    assert unpack(pack(list(found.values())), list[Found]) == list(found.values())


def test_a_record_of_another_type_is_refused():
    with pytest.raises(msgspec.ValidationError):
        unpack(pack({"id": 1}), Article)


def test_bytes_are_fewer_than_the_text(found):
    made = brief_of(PILE.values(), found)
    assert len(pack(made)) < len(repr(made)) / 4


def test_an_article_that_can_be_kept_is_as_it_was():
    odd = replace(PILE["leak"], title=None, outlet=None, url=None, text="é \U0001f309 \u202e\n\x01")
    assert storable(odd) == odd


def test_one_character_stands_for_one():
    assert clean("a\x00\ud800\udfff\U0010ffff") == "a\ufffd\ufffd\ufffd\U0010ffff"
