from desk.pile import client, send
from firsthand import store as stored


def actor(held, name):
    return next(row for row in stored.actors(held, text=name).rows if row.name == name)


def test_actors_are_filtered(browser):
    assert "Ada Brandvold" in browser.get("/actors?text=brandvold").text
    assert "No actor fits" in browser.get("/actors?text=zeppelin").text
    assert "No actor fits" not in browser.get("/actors?kind=nonsense").text


def test_an_actor_shows_its_statements_and_names(browser, held):
    page = browser.get(f"/actor/{actor(held, 'Ada Brandvold').id}").text
    assert "six weeks" in page
    assert "Somebody else" in page


def test_who_may_be_the_same_is_looked_for(browser, held):
    page = browser.get(f"/actor/{actor(held, 'Ada Brandvold').id}?find=ness").text
    assert "Olav Ness" in page
    assert 'value="same actor"' in page


def test_two_actors_become_one(own):
    browser = client(own)
    answer = send(browser, "/decide", kind="same actor", name=["Ada Brandvold", "Olav Ness"])
    assert answer.status_code == 303
    assert "Olav Ness" in actor(own, "Ada Brandvold").aliases
