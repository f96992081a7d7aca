from dataclasses import replace

import pytest

from firsthand import show
from show.sample import SAMPLE


@pytest.mark.parametrize("form", show.FORMATS)
def test_every_format_shows_any_brief_as_utf_8(form):
    odd = replace(SAMPLE.articles[0], text="a\ud800b\x00\x1b" * 3, title="\udfff", parts=())
    empty = replace(SAMPLE.articles[1], text="", title=None, outlet=None, path=None, url=None)
    brief = replace(SAMPLE, articles=(odd, empty, SAMPLE.articles[2]))
    assert show.render(brief, form).encode("utf-8")
    nothing = dict.fromkeys(("articles", "actors", "statements", "claims", "relations", "copies", "stories"), ())
    assert show.render(replace(SAMPLE, **nothing, timeline=()), form).encode("utf-8")


@pytest.mark.parametrize("form", show.FORMATS)
def test_the_same_brief_is_shown_the_same(form):
    assert show.render(SAMPLE, form) == show.render(replace(SAMPLE), form)


def test_an_unknown_format():
    with pytest.raises(KeyError):
        show.render(SAMPLE, "pdf")
