from importlib.resources import files

import pytest

from firsthand import language

TOPICS = sorted(
    (code.name, f.name.removesuffix(".toml"))
    for code in files(language).iterdir()
    if code.name in language.supported()
    for f in code.iterdir()
    if f.name.endswith(".toml")
)


def test_english_is_supported_and_folders_of_other_things_are_no_languages():
    assert "en" in language.supported()
    assert all(len(code) == 2 for code in language.supported())


@pytest.mark.parametrize(("code", "name"), TOPICS)
def test_every_topic_is_read(code, name):
    assert language.topic(code, name)


def test_a_list_is_given_as_a_set():
    code, name, key, listed = next(
        (code, name, key, value)
        for code, name in TOPICS
        for key, value in language.topic(code, name).items()
        if isinstance(value, list) and value and isinstance(value[0], str)
    )
    assert language.words(code, name, key) == frozenset(listed)


@pytest.mark.parametrize(("code", "name"), [("en", "no-such-topic"), ("xx", "reporting")])
def test_what_is_not_there_is_an_error(code, name):
    with pytest.raises(FileNotFoundError):
        language.topic(code, name)
