import re
from dataclasses import replace
from xml.etree import ElementTree as ET

from firsthand.show.chain_svg import ROWS, chain_svg
from firsthand.show.sheet import sheet
from show.sample import SAMPLE, article, claim, statement

SVG = "{http://www.w3.org/2000/svg}"


def drawn(brief=SAMPLE, number=1):
    (card,) = (c for t in sheet(brief).tellings for c in t.cards if c.number == number)
    text = str(chain_svg(card))
    return text, ET.fromstring(text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def names(root):
    return [t.text for t in root.iter(f"{SVG}text") if t.get("class") == "name"]


def test_it_shows_every_hand_and_every_article_once():
    assert sorted(names(drawn()[1])) == [
        "Ada Brandvold",
        "Bridge Blog",
        "Fjord Courier",
        "Nordwire",
        "Tolvik Lamp",
        "roads agency",
    ]


def test_the_hands_stand_from_left_to_right():
    places = {t.text: int(t.get("x")) for t in drawn()[1].iter(f"{SVG}text") if t.get("class") == "name"}
    assert places["Ada Brandvold"] < places["Nordwire"] < places["Tolvik Lamp"] < places["Bridge Blog"]


def test_a_copy_is_dashed_and_the_first_speaker_has_its_origins_number():
    text, root = drawn()
    assert text.count('class="edge dashed"') == 1
    assert [t.text for t in root.iter(f"{SVG}text") if t.get("class") == "n"] == ["1"]


def test_it_is_labelled_for_those_who_do_not_see_it():
    text, root = drawn()
    assert root.find(f"{SVG}title").text == "Chain of claim 1"
    assert "Ada Brandvold → Nordwire → Tolvik Lamp (outlet)" in root.find(f"{SVG}desc").text
    assert 'aria-labelledby="g1t g1d"' in text


def test_an_article_leads_to_the_words():
    assert {a.get("href") for a in drawn()[1].iter(f"{SVG}a")} == {"#s0", "#s1", "#s4"}


def test_markup_in_a_name_stays_text():
    actors = tuple(replace(a, name="<script>x</script>\"'&") for a in SAMPLE.actors)
    text, _ = drawn(replace(SAMPLE, actors=actors))
    assert "<script" not in text


def test_a_cited_outlet_whose_article_is_here_is_one_node():
    actors = tuple(replace(a, name="Tolvik Lamp") if a.id == "wire" else a for a in SAMPLE.actors)
    assert names(drawn(replace(SAMPLE, actors=actors))[1]).count("Tolvik Lamp") == 1


def test_a_claim_told_by_hundreds_is_folded():
    papers = tuple(article(f"p{i}", f"Outlet {i}", None, "Words here") for i in range(300))
    told = tuple(statement(f"s{i}", p, "Words", "c1", source="mayor") for i, p in enumerate(papers))
    brief = replace(SAMPLE, articles=papers, statements=told, claims=(claim("c1", "Words", tuple(s.id for s in told)),))
    text, root = drawn(brief)
    assert len(names(root)) == ROWS + 1
    assert f"{300 - ROWS + 1} more articles" in names(root)
    assert int(re.search(r'height="(\d+)"', text)[1]) < 600


def test_actors_that_cite_each_other_in_turn_do_not_hang_it():
    one = replace(SAMPLE.statements[0], chain=("mayor", "wire", "mayor"))
    two = replace(SAMPLE.statements[1], chain=("wire", "mayor"), source="wire")
    drawn(replace(SAMPLE, statements=(one, two, *SAMPLE.statements[2:])))


def test_a_line_past_a_column_runs_between_the_rows():
    near = statement("x1", SAMPLE.articles[0], "Residents doubt it", "k", chain=("mayor", "roads", "wire"))
    far = statement("x2", SAMPLE.articles[1], "Two people had been hurt", "k", chain=("mayor", "wire"))
    told = claim("k", "It opened in 1931", ("x1", "x2"))
    brief = replace(SAMPLE, statements=(near, far), claims=(told,), relations=(), stories=(), timeline=())
    text, root = drawn(brief)
    places = [(float(r.get("x")), float(r.get("y"))) for r in root.iter(f"{SVG}rect")]
    _, between, *_ = sorted(set(places))
    (level,) = map(float, re.findall(r"(\S+)H", text))
    assert not between[1] <= level <= between[1] + 40


def test_where_an_article_leads_to_is_for_the_page_to_say():
    (telling, *_) = sheet(SAMPLE).tellings
    drawn = chain_svg(telling.cards[0], lambda said: f"/article/{said.paper.article.id}#s{said.record.id}")
    assert 'href="/article/' in drawn
    assert 'href="#s' not in drawn
