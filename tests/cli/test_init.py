def test_an_empty_store_is_made_and_left_as_it_is(run, tmp_path):
    place = tmp_path / "flood.db"
    for _ in range(2):
        got = run("init", "--store", place)
        assert (got.status, got.out) == (0, f"{place}: 0 articles, 0 stories\n")
    assert place.exists()


def test_a_place_that_is_none_is_told_in_one_line(run, tmp_path):
    got = run("init", "--store", tmp_path)
    assert (got.status, got.out) == (2, "")
    assert got.err.count("\n") == 1
    assert "is a folder" in got.err
