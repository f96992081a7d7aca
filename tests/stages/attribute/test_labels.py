"""A speaker before or behind what they say."""

import pytest

BODY = "\n\nThe road is closed and trees have fallen on it."


@pytest.mark.parametrize(
    ("title", "source", "content"),
    [
        ("Minister: Bridge will stay closed until spring", "Minister", "Bridge will stay closed until spring"),
        ("Police: Two dead in ferry fire", "Police", "Two dead in ferry fire"),
        ("Report: Bank knew of debt in March", "Report", "Bank knew of debt in March"),
        ("Two dead in ferry fire – police", "police", "Two dead in ferry fire"),
        ("Two dead in ferry fire - police", "police", "Two dead in ferry fire"),
        ("Bank to be sold: sources", "sources", "Bank to be sold"),
        ("‘We will never surrender’: Petrov", "Petrov", "We will never surrender"),
        ("Bridge will stay closed, says minister", "minister", "Bridge will stay closed"),
        ("Bridge is safe, insists mayor", "mayor", "Bridge is safe"),
    ],
)
def test_a_headline_with_its_speaker(said, title, source, content):
    assert [(s.source, s.content) for s in said(title + BODY, True)] == [(source, content)]


@pytest.mark.parametrize(
    "title",
    ["Explainer: why the bridge is closed", "Holm: a town that forgot its river", "Storm in Holm: two bridges closed",
     "Two dead in ferry fire - The Holm Gazette", "Live: police say the bridge"],
)  # fmt: skip
def test_a_headline_with_a_topic_or_an_outlet(said, title):
    assert [s.source for s in said(title + BODY, True) if s.cue in (":", "-")] == []


def test_a_speaker_in_capitals_outside_a_title(said):
    assert [s.source for s in said("MR BRINK: I have never seen the letter.")] == ["MR BRINK"]
