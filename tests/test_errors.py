import inspect

from firsthand import errors


def test_every_error_is_made_for_the_user():
    made = [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, Exception)]
    assert made
    assert all(issubclass(c, errors.FirsthandError) for c in made)


def test_nothing_readable_brings_the_reasons():
    error = errors.NothingReadable("no article could be read", ("a reason",))
    assert (str(error), error.unprocessed) == ("no article could be read", ("a reason",))
