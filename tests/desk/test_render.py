from firsthand.desk.render import moment, templates


def test_templates_escape_and_show_steering_characters():
    shown = templates().from_string("{{ x }}").render(x="<b>\x1b\u202e")
    assert shown == "&lt;b&gt;\ufffd\ufffd"


def test_a_moment_without_a_time_is_a_day():
    assert moment("2031-03-03") == "3 Mar 2031"
    assert moment(None) == ""


def test_the_last_decision_is_told_once(own):
    from desk.pile import client, send, statement

    browser = client(own)
    send(browser, "/decide", kind="stance", stance="doubts", one=f"lamp/{statement(own, 'six weeks')}")
    first, second = browser.get("/").text, browser.get("/").text
    assert "Kept: stance: doubts." in first
    assert "Kept" not in second
    assert ">Undo<kbd" in first
    assert "Undo the last decision" in second
