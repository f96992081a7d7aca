import pytest

from firsthand.stages.compare.outcome import outcome


def became(record, seen, new, old, plan=True):
    articles = [record.article("1"), record.article("2")]
    said = [record.statement("s1", articles[0], new), record.statement("s2", articles[1], old)]
    views, _ = seen(articles, said)
    return outcome(views[0], views[1], "en", plan)


@pytest.mark.parametrize(
    ("new", "kind"),
    [
        ("The opening of the bridge was put off by a month", "delayed"),
        ("The port has scrapped the bridge", "dropped"),
        ("The bridge has not been opened", "not yet"),
        ("The bridge was opened on Monday", "done"),
        ("Of the bridge nothing more has been heard", "gone"),
    ],
)
def test_what_became_of_a_plan(record, seen, new, kind):
    assert became(record, seen, new, "The port will open the bridge in May").kind == kind


@pytest.mark.parametrize(
    "new",
    [
        "The choir sang",
        "The ferry was put off by a month",  # something else was
        "They push to have the bridge open soon",  # not yet done
        "The bridge will be opened in June",  # still a plan
        "The man who opened the bridge sang",  # only describes him
    ],
)
def test_what_tells_nothing_of_the_plan(record, seen, new):
    assert became(record, seen, new, "The port will open the bridge in May") is None


def test_a_fact_may_be_dropped_but_not_delayed_or_done(record, seen):
    fact = "The bidder for the mill is Quarrendon"
    assert became(record, seen, "Quarrendon has walked away", fact, plan=False) == ("dropped", "walked away")
    assert became(record, seen, "Quarrendon was put off by a month", fact, plan=False) is None
