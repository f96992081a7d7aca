import copy
import json

import pytest

from corrections.invented import DAM, FEARED, HOLDS, PASSED, decided, on
from firsthand.corrections import from_annotations, to_annotations
from firsthand.errors import BadCorrections, FirsthandError

ONE = decided("stance", on(DAM, HOLDS, PASSED), n=1, stance="denies")
TWO = decided("same claim", on(DAM, HOLDS), on(DAM, PASSED), on(DAM, FEARED), n=2)
PAGE = json.loads(to_annotations([ONE, TWO]))


def test_a_page_a_collection_an_array_and_one_annotation_are_taken():
    items = PAGE["items"]
    for held in (PAGE, items, {"type": "AnnotationCollection", "total": 2, "first": PAGE}):
        assert from_annotations(json.dumps(held)) == (ONE, TWO)
    assert from_annotations(json.dumps(items[0])) == (ONE,)
    assert from_annotations("[]") == ()


def test_targets_may_come_in_any_order_and_with_more_than_we_know():
    page = copy.deepcopy(PAGE)
    for item in page["items"]:
        item["target"].reverse()
        item["stylesheet"] = "x"
        for target in item["target"]:
            target["selector"].reverse()
            target["selector"].append({"type": "FragmentSelector", "value": "x"})
    assert from_annotations(json.dumps(page)) == (ONE, TWO)


def changed(path, value):
    page = copy.deepcopy(PAGE)
    at = page["items"][0]
    for step in path[:-1]:
        at = at[step]
    if value is ...:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return json.dumps(page)


SELECTOR = ("target", 0, "selector")


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        (("firsthand:kind",), "guess", "Invalid enum value 'guess'"),
        (("firsthand:kind",), ..., "missing required field `firsthand:kind`"),
        (("firsthand:stance",), "shouts", "shouts"),
        (("firsthand:stance",), ..., "needs a stance"),
        (("firsthand:first",), "1", "Expected `int`, got `str`"),
        (("creator",), "Mira", "Expected `object`, got `str`"),
        (("created",), "yesterday", "no moment"),
        (("target",), [], "cannot be of 0 anchors"),
        (("target",), None, "Expected"),
        (("target", 0, "firsthand:text"), "f" * 64, "of different articles"),
        ((*SELECTOR, 0, "start"), 1, "not as long as its place"),
        ((*SELECTOR, 0, "end"), 2**70, "not as long"),
        ((*SELECTOR, 0, "start"), -1, "not as long"),
        ((*SELECTOR, 0, "start"), 1.5, "Expected `int | null`, got `float`"),
        ((*SELECTOR, 0, "type"), "SvgSelector", "one TextPositionSelector"),
        ((*SELECTOR, 1, "exact"), "x", "not as long"),
        (SELECTOR, [], "one TextPositionSelector"),
    ],
)
def test_what_does_not_fit_is_told_in_one_line(path, value, why):
    with pytest.raises(BadCorrections, match=why) as told:
        from_annotations(changed(path, value))
    line = str(told.value)
    assert isinstance(told.value, FirsthandError)
    assert line.startswith("annotation 1")
    assert "\n" not in line
    assert "export the corrections anew" in line


@pytest.mark.parametrize(
    "held", ["", "{", "1", "null", '{"items": 3}', '{"type": "AnnotationCollection"}', "[" * 100_000]
)
def test_what_holds_no_annotations_is_refused(held):
    with pytest.raises(BadCorrections, match="give a file of exported corrections"):
        from_annotations(held)


@pytest.mark.parametrize("item", [1, None, "x", [], {}, {"id": 3}])
def test_an_item_that_is_no_annotation_is_refused_with_its_number(item):
    with pytest.raises(BadCorrections, match="annotation 3"):
        from_annotations(json.dumps([*PAGE["items"], item]))


def test_bytes_that_are_no_utf8_are_refused():
    with pytest.raises(BadCorrections, match="not JSON"):
        from_annotations(b'["\xff"]')


def test_an_id_given_twice_is_refused():
    with pytest.raises(BadCorrections, match="annotation 3: another before it has the id 'c1'"):
        from_annotations(json.dumps([*PAGE["items"], PAGE["items"][0]]))
