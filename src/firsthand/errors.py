"""What can go wrong with a run: one exception a cause, the remedy in its text."""


class FirsthandError(Exception):
    """Any error with a message made for the user."""


class NothingReadable(FirsthandError):
    """None of the paths held an article that could be read."""
