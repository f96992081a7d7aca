import pytest

from firsthand.cli.problems import complain, report, status
from firsthand.records import Unprocessed


def problem(failed=True, **more):
    return Unprocessed(**{"path": "a.txt", "why": "it is empty", "remedy": "leave it out", "failed": failed} | more)


def test_path_reason_and_remedy_in_one_line(capsys):
    report([problem(), problem(path="b.txt", remedy="")])
    assert capsys.readouterr() == ("", "firsthand: a.txt: it is empty; leave it out\nfirsthand: b.txt: it is empty\n")


@pytest.mark.parametrize("name", ["a\nb", "a\x1b[2Jb", "a\rb", "a\udce9b", "a\u202eb"])
def test_a_file_name_cannot_steer_the_terminal(capsys, name):
    complain(name)
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert told[:-1].isprintable()
    assert told.startswith("firsthand: a\\")


@pytest.mark.parametrize(
    ("articles", "problems", "expected"),
    [(1, [], 0), (1, [problem(failed=False)], 0), (1, [problem(failed=False), problem()], 1), (0, [problem()], 2)],
)
def test_status(articles, problems, expected):
    assert status(articles, problems) == expected
