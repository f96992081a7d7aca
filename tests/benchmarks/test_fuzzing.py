"""The driver of the fuzzing: what is harmless passes, and what is not is found and kept."""

import fuzzing
from fuzz import targets


def test_harmless_inputs_are_counted(capsys):
    ran = fuzzing.throw("robots", 0, 20, None)
    assert (ran["inputs"], ran["finds"]) == (20, [])
    assert capsys.readouterr().err == ""


def test_what_is_too_slow_or_too_big_is_found_and_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(fuzzing, "SECONDS", -1.0)
    ran = fuzzing.throw("robots", 5, 7, tmp_path)
    assert [found["input"] for found in ran["finds"]] == [5, 6]
    assert (tmp_path / "robots-5").read_bytes() == fuzzing.thrown("robots", 5)


def test_a_bomb_has_a_number_below_zero():
    assert fuzzing.thrown("robots", -1).startswith(b"User-agent: *\nDisallow: *a*a")
    assert set(targets.TARGETS) >= {"pile", "page", "feed"}
