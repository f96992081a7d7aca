import pytest

from firsthand.stages.compare.deeds import planned, told


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The hull will be towed on Thursday", {"tow"}),
        ("The port plans to sell the crane", {"sell"}),
        ("to publish the findings by May", {"publish"}),
        ("The wreck should be dragged to Vik", {"tow"}),
        ("The port will not sell the crane", set()),
        ("The hull was towed on Thursday", set()),
        ("A clerk, who did not want to be named, sang", set()),
        ("The port would have sold the crane", set()),
    ],
)
def test_verbs_of_what_is_to_come(text, verbs):
    assert planned("en", text) == verbs


def test_verbs_of_what_was_done():
    assert told("en", "The crane was sold")["sell"] == "sold"
    assert "open" not in told("en", "They push to have the bridge open soon")


def test_a_clause_that_only_describes_tells_of_no_deed():
    assert "win" not in told("en", "The charges name the man, who unexpectedly won")
