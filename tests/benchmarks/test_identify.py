import identify
from firsthand.records import Entity

TEXT = "Anna Berg came. Berg left. The official said so. She agreed."


def entity(name, *spans):
    return Entity(
        key="a:0", article="a", name=name, kind="person", aliases=(name,), roles=(), spans=spans, member_of=None
    )


def row(source, antecedent):
    return {"source": list(source), "antecedent": antecedent and list(antecedent)}


def test_the_one_meant_is_right_and_another_is_wrong():
    she = (49, 52)
    assert identify.judged(TEXT, row(she, (0, 9)), entity("Anna Berg", (0, 9), she)) is True
    assert identify.judged(TEXT, row(she, (27, 39)), entity("Anna Berg", (0, 9), she)) is False
    assert identify.judged(TEXT, row(she, None), entity("Anna Berg", (0, 9), she)) is False


def test_own_words_are_no_answer():
    official = (27, 39)
    assert identify.judged(TEXT, row(official, (0, 9)), entity("The official", official)) is None
    assert identify.judged(TEXT, row(official, (0, 9)), None) is None


def test_quotations_are_given_without_their_marks():
    text = "“It rained,” she said."
    (made,) = identify.attributions(text, [{"source": [(13, 16)], "cue": [(17, 21)], "content": [(0, 12)]}])
    assert made.quote == "direct"
    assert text[slice(*made.spans[0])] == "It rained"
