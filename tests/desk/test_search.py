def test_statements_are_found_with_their_words_marked(browser):
    page = browser.get("/search?text=ferry").text
    assert "<mark>ferry</mark>" in page
    assert "1 statement found" in page


def test_articles_are_found(browser):
    page = browser.get("/search?text=railing&what=articles").text
    assert "<mark>railing</mark>" in page
    assert 'href="/article/lamp"' in page


def test_filters_hold_and_are_kept(browser):
    page = browser.get("/search?text=bridge&speaker=roads+agency&stance=asserts").text
    assert "two weeks" in page
    assert 'value="roads agency"' in page
    assert "Nothing was found" in browser.get("/search?text=bridge&stance=promises&speaker=ness").text


def test_nothing_is_looked_for_until_it_is_asked_for(browser):
    page = browser.get("/search").text
    assert "found" not in page.partition("<main")[2].partition("</main>")[0].replace("not found", "")


def test_what_was_not_processed_is_listed_with_what_to_do(browser):
    page = browser.get("/unprocessed").text
    assert "failed" in page
    assert "unreadable" in page
