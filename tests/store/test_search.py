import pytest

from firsthand.store import actors, marked_pieces, search
from firsthand.store.add import keep
from firsthand.store.search import around
from firsthand.store.words import END, START
from store.like import bare
from store.sample import CHANGED, PILE, article, at


def names(page):
    by_id = {each.id: name for name, each in PILE.items()}
    return {by_id.get(hit.article, hit.article) for hit in page.rows}


def test_all_words_in_any_form_the_nearest_first(full):
    found = search(full, "cracks Hollin")
    assert names(found) == {"leak", "copy", "denial", "later"}
    assert found.total == len(found.rows) == len({hit.statement for hit in found.rows})
    assert all("crack" in hit.text.lower() for hit in found.rows)
    assert search(full, "crack violin") == ((), 0)


def test_a_hit_says_where_it_stands_and_who_said_it(full):
    [hit] = search(full, "wet joint").rows
    denial = PILE["denial"]
    assert (hit.article, hit.title, hit.outlet, hit.published) == (denial.id, denial.title, "Daily Weir", "2025-03-04")
    assert (hit.speaker, hit.stance) == ("Ulf Brandvold", "denies")  # his own words, behind the report of his denial
    assert [piece for piece, found in marked_pieces(hit.marked) if found] in (["wet", "joint"], ["wet joint"])
    assert "".join(piece for piece, _ in marked_pieces(hit.marked)) == hit.text


def test_a_phrase_an_exclusion_and_both(full):
    assert names(search(full, '"wide as a hand"')) == {"leak", "copy"}
    assert names(search(full, '"hand a wide"')) == set()
    assert names(search(full, "crack -hand -found -filled")) == {"denial"}
    assert names(search(full, 'crack -"no crack"')) == {"leak", "copy", "later"}
    assert search(full, "-crack") == ((), 0), "nothing that is asked for"
    assert names(search(full, '"no crack"')) == {"denial"}, "no word is too common"


def test_a_speaker_s_name_is_found_with_the_words(full):
    assert {hit.speaker for hit in search(full, "ostrander crack").rows} == {"Maud Ostrander"}


def test_articles(full):
    found = search(full, "thieves", what="articles")
    assert names(found) == {"theft", "reward"}
    assert {(hit.statement, hit.speaker, hit.stance) for hit in found.rows} == {(None, None, None)}
    assert all(f"{START}thieves{END}" in hit.marked for hit in found.rows)
    assert names(search(full, "Riss", what="articles")) == set(), "what is not analysed is not found"


def test_a_title_is_found_too(full):
    assert names(search(full, "go home below", what="articles")) == {"later"}


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        ({"speaker": "ostrander"}, {"leak", "copy", "later"}),
        ({"speaker": "  CALLOWAY "}, {"theft"}),
        ({"speaker": "100%"}, set()),
        ({"speaker": "_"}, set()),
        ({"stance": "denies"}, {"denial", "reward"}),
        ({"stance": "denies", "speaker": "Brandvold"}, {"denial"}),
        ({"outlet": "grauvik news"}, {"theft", "reward"}),
        ({"outlet": "Grauvik"}, set()),
        ({"since": "2025-03-07"}, {"later"}),
        ({"since": "2025-03", "until": "2025-03-03"}, {"leak", "copy", "theft"}),
        ({"until": "2025-03-03", "outlet": "Ternby Post"}, {"leak"}),
        ({"until": "2024"}, set()),
        ({"about": PILE["reward"].id}, {"theft", "reward"}),
        ({"about": "nothing"}, set()),
    ],
)
def test_filters_without_words(full, filters, wanted):
    assert names(search(full, **filters)) == wanted


def test_filters_narrow_what_words_find(full):
    assert names(search(full, "crack", stance="denies")) == {"denial"}
    assert names(search(full, "Hollin", what="articles", since="2025-03-04")) == {"denial", "later"}
    assert names(search(full, "Hollin", what="articles", until="2025-03-04")) == {"leak", "copy", "denial"}
    assert names(search(full, "violin", what="articles", about=PILE["theft"].id)) == {"theft", "reward"}


def test_an_actor_by_its_id(full):
    [actor] = [row.id for row in actors(full, text="Ulf Brandvold").rows]
    assert names(search(full, speaker=actor)) == {"denial"}


def test_the_hours_of_a_day_are_in_it(store, put):
    """However a database sorts texts of a language."""
    for hour in ("2025-03-03T23:59:59+01:00", "2025-03-03"):
        one = article(f"At {hour} the dam broke.", hour, "Post", None)
        keep(store, one, bare(one))
    put()
    assert search(store, what="articles", since="2025-03-03", until="2025-03-03").total == 2
    assert search(store, what="articles", until="2025-03-02").total == 0
    assert search(store, what="articles", since="2025-03-04").total == 0


def test_an_outlet_of_other_letters_is_found_by_its_name(store, put):
    one = article("The Łódź ferry sank.", "2025-03-03", "Życie Łodzi", None)
    keep(store, one, bare(one))
    put()
    assert search(store, what="articles", outlet="Życie Łodzi").total == 1


def test_without_words_the_newest_first(full):
    found = search(full, what="articles", limit=3)
    assert [hit.published for hit in found.rows] == ["2025-03-07", "2025-03-05", "2025-03-04"]
    assert found.total == len(PILE) - 1


def test_pages_hold_everything_once(full):
    whole = search(full, "dam", limit=100)
    pages = [search(full, "dam", offset=start, limit=2) for start in range(0, whole.total + 2, 2)]
    assert [hit for page in pages for hit in page.rows] == list(whole.rows)
    assert {page.total for page in pages[:-1]} == {whole.total}
    assert pages[-1].rows == ()


def test_only_the_newest_version_is_found(store, put):
    put(*PILE.values())
    put(CHANGED)
    assert names(search(store, "families homes Wednesday")) == {"copy", CHANGED.id}
    assert names(search(store, "900 families")) == {CHANGED.id}


HOSTILE = [
    "'", '"', "''", '"""', "\\", ";--", "' OR 1=1 --", '" OR "a"="a', "%", "_", "*", "**", "a*b*", "-", "--", "-*",
    '-"', "crack AND",
    "OR", "NOT crack", "NEAR(crack dam, 2)", "NEAR", "title:crack", "text : crack", "{title text} : crack",
    "^crack", "crack + dam", "(crack", "crack)", "((((", "col:", ":", "\x00", "crack\x00dam", "\ud800", "crack \udfff",
    "\x02\x03", "&", "|", "!", "!!crack", "<->", "crack <2> dam", "crack:*", "crack & ! dam", "' | '", "\\'", "$1",
    "${x}",
    "{{7*7}}", "<script>", "é", "ß", "²", "漢字", "👩‍👩‍👧", "\u202e", "a" * 10_000, "a " * 5_000, "-a " * 3_300,
    "crack " + "-b " * 3_300, '"' * 10_000, "(" * 10_000, "a-" * 5_000, '"a" ' * 2_500, "a* " * 3_300, "漢" * 10_000,
    " ".join(map(str, range(2_000))), "the", "_ _", "crack _", "__init__",
]  # fmt: skip


@pytest.mark.parametrize("what", ["statements", "articles"])
def test_no_query_is_an_error(full, what):
    for query in HOSTILE:
        found = search(full, query, what=what)
        assert len(found.rows) <= found.total
        filters = {"speaker": query, "outlet": query, "about": query}
        search(full, "crack", what=what, **filters)


@pytest.mark.parametrize(
    "query", ["crack\x00dam", "(crack dam", "crack) dam:", "crack; dam", "crack & dam", "crack|dam"]
)
def test_marks_between_words_count_for_nothing(full, query):
    assert names(search(full, query)) == names(search(full, "crack dam")) == {"leak", "copy", "denial", "later"}


def test_a_long_text_is_cut_round_what_was_found():
    marked = "a" * 500 + f" {START}dam{END} " + "b" * 500
    cut = around(marked)
    assert len(cut) <= 283
    assert f"{START}dam{END}" in cut
    assert cut[0] == cut[-1] == "…"
    assert around("short") == "short"
    assert around(f"{START}{'a' * 400}{END}").count(END) == 1


def test_an_article_may_hold_such_marks_of_its_own():
    assert marked_pieces("a\x03b\x02c \x02dam\x03") == [("a\x03b\x02c ", False), ("dam", True)]
    assert marked_pieces("") == []


def test_an_address_is_no_part_of_the_text(full):
    assert names(search(full, at("leak"), what="articles")) == set()


def test_an_actor_s_id_is_exactly_that_actor(full):
    who = next(row for row in actors(full).rows if row.name == "Maud Ostrander")
    found = search(full, speaker=who.id)
    assert {hit.speaker for hit in found.rows} == {"Maud Ostrander"}
    assert search(full, speaker="a" + "0" * 16).total == 0
