import pytest

from firsthand.stages.compare.outcome import outcome


@pytest.mark.parametrize(
    ("text", "planned", "like", "kind"),
    [
        ("The opening was put off by a month", True, 0.3, "delayed"),
        ("The port has scrapped the opening", True, 0.3, "dropped"),
        ("The port has scrapped the opening", False, 0.5, "dropped"),
        ("The opening has not been held", True, 0.3, "silent"),
        ("The bridge opened on Monday", True, 0.6, "done"),
    ],
)
def test_what_became_of_a_plan(record, seen, text, planned, like, kind):
    article = record.article("1")
    views, _ = seen([article], [record.statement("s1", article, text)])
    assert outcome(views, planned, "en", like).startswith(kind)


def test_nothing_is_told_of_a_fact_or_of_something_else(record, seen):
    article = record.article("1")
    views, _ = seen([article], [record.statement("s1", article, "The choir sang")])
    assert outcome(views, False, "en", 0.9) == ""
    assert outcome(views, True, "en", 0.2) == ""
