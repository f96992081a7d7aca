from dataclasses import replace

from firsthand.records import Copy, Origin
from firsthand.show.sheet import sheet
from firsthand.show.tree import drawn, tree
from show.sample import ARTICLES, SAMPLE, STATEMENTS, actor, article, claim, statement


def lines(brief=SAMPLE, key="c1", number=0):
    card = next(c for t in sheet(brief).tellings for c in t.cards if c.record.id == key)
    return [lead + text for lead, _, text in drawn(tree(card, card.sources[number]))]


def brief_with(statements, *origins, articles=ARTICLES, copies=()):
    """A pile with one claim, in no story."""
    told = claim("c9", statements[0].text, tuple(s.id for s in statements), origins=origins)
    more = (actor("paper", "Fjord Courier", "outlet"), actor("clerk", "Odd Lie"))
    values = {"articles": articles, "statements": statements, "claims": (told,), "copies": copies}
    return replace(SAMPLE, **values, actors=SAMPLE.actors + more, relations=(), stories=(), timeline=())


def origin(actor, *statements, article=None, why=()):
    return Origin(actor=actor, article=article, statements=statements, why=why)


def test_from_the_first_speaker_through_hands_to_outlets_with_dates():
    assert lines() == [
        "Ada Brandvold → Nordwire",
        "├─ Tolvik Lamp, 3 Mar 2031 [1]",
        "│  └─ Bridge Blog, date not known [4]",  # a copy hangs below what it copies
        "└─ Fjord Courier, 4 Mar 2031 [2]",
    ]


def test_one_chain_is_one_line_without_places_that_no_reason_names():
    said = statement("x1", ARTICLES[1], "Two people had been hurt", "c9", chain=("clerk", "mayor"))
    assert lines(brief_with((said,), origin("clerk", "x1")), "c9") == [
        "Odd Lie → Ada Brandvold → Fjord Courier, 4 Mar 2031"
    ]


def test_an_outlet_that_others_cite_stands_once():
    own = statement("x1", ARTICLES[1], "Two people had been hurt", "c9", quote="none")
    cites = statement("x2", ARTICLES[2], "It opened in 1931", "c9", source="paper", chain=("paper",))
    made = brief_with((own, cites), origin("paper", "x1", "x2", why=("x2 credits x1",)))
    assert lines(made, "c9") == ["Fjord Courier, 4 Mar 2031 [1]", "└─ Bridge Blog, date not known [2]"]


def test_an_origin_of_no_actor_is_the_outlets_own_voice_or_the_words_for_a_speaker_not_known():
    own = statement("x1", ARTICLES[2], "It opened in 1931", "c9", quote="none")
    who = ARTICLES[1].text.index("officials")
    nobody = statement("x2", ARTICLES[1], "Two people had been hurt", "c9", source_spans=((who, who + 9),))
    made = brief_with((own, nobody), origin(None, "x1", article="blog"), origin(None, "x2", article="courier"))
    assert lines(made, "c9") == ["Bridge Blog (own voice), date not known"]
    assert lines(made, "c9", 1) == ["“officials” (speaker not known) → Fjord Courier, 4 Mar 2031"]


def test_one_article_twice_is_one_branch():
    first = STATEMENTS[0]
    again = statement("x2", ARTICLES[0], "Residents doubt it", "c9", quote="none")
    made = brief_with((first, again), origin("mayor", "s1", "x2", why=("x2 restates s1",)))
    assert lines(made, "c9") == ["Ada Brandvold → Nordwire → Tolvik Lamp, 3 Mar 2031 [1] [2]"]


def test_copies_of_copies_hang_no_deeper_than_can_be_read():
    many = tuple(article(f"k{n}", f"Paper {n}", f"2031-04-{n + 1:02}", "It rains") for n in range(20))
    told = tuple(statement(f"x{n}", a, "It rains", "c9", quote="none") for n, a in enumerate(many))
    copies = tuple(
        Copy(article=f"k{n}", of=f"k{n - 1}", kind="verbatim", credited=False, passages=(), why="")
        for n in range(1, 20)
    )
    whole = origin(None, *(s.id for s in told), article="k0")
    got = lines(brief_with(told, whole, articles=many, copies=copies), "c9")
    assert len(got) == 20
    assert max(line.index("Paper") for line in got) == 3 * 6


def test_what_a_wrapped_line_goes_on_behind():
    card = next(c for t in sheet(SAMPLE).tellings for c in t.cards)
    assert [follow for _, follow, _ in drawn(tree(card, card.sources[0]))] == ["", "│  ", "│     ", "   "]
