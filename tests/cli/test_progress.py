import io

from firsthand.cli.progress import PATIENCE, progress_bar


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_no_bar_where_nobody_watches():
    stream = io.StringIO()
    with progress_bar(stream) as progress:
        assert progress is None
    assert stream.getvalue() == ""


def test_a_short_run_stays_quiet():
    stream = Terminal()
    with progress_bar(stream, clock=lambda: 0) as progress:
        progress("reading", 1, 2)
    assert stream.getvalue() == ""


def test_a_long_run_shows_what_is_being_done_and_leaves_no_line_behind():
    stream = Terminal()
    times = iter((0, PATIENCE / 2, PATIENCE))
    with progress_bar(stream, clock=lambda: next(times)) as progress:
        progress("reading", 1, 2)
        assert stream.getvalue() == ""
        progress("parsing", 1, 2)
        progress("counting", 0, 0)
    assert stream.getvalue().strip()
    assert not stream.getvalue().endswith("\n")
