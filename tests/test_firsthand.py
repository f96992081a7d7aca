"""The package as Python sees it."""

import subprocess
import sys

import pytest

import firsthand
from show.sample import SAMPLE


@pytest.fixture
def pile(tmp_path):
    (tmp_path / "a.txt").write_text(
        "Bridge shut\n\n“The bridge is closed,” the mayor, Ada Brandvold, said on Monday.\n", encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize("given", [str, lambda p: p, lambda p: [p], lambda p: (str(x) for x in [p])])
def test_a_brief_of_one_path_or_several(pile, given):
    brief = firsthand.brief(given(pile))
    assert [a.path for a in brief.articles] == [str(pile / "a.txt")]
    assert "The bridge is closed" in {s.text.strip("“,”") for s in brief.statements}


def test_progress_is_told(pile):
    told = []
    firsthand.brief(pile, progress=lambda *step: told.append(step))
    assert all(isinstance(what, str) and 0 <= done <= total for what, done, total in told)
    assert told


def test_articles_alone(pile):
    articles, unprocessed = firsthand.read(pile)
    assert "Bridge shut" in articles[0].text
    assert unprocessed == ()


def test_nothing_readable_is_an_error_made_for_the_user(tmp_path):
    with pytest.raises(firsthand.NothingReadable):
        firsthand.brief(tmp_path)


def test_a_brief_shows_itself_in_a_notebook():
    assert "The bridge will stay closed" in SAMPLE._repr_html_()


def test_importing_is_light():
    code = "import sys, firsthand; print({'spacy', 'numpy', 'click', 'jinja2'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "set()\n"
