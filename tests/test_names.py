import pytest

from firsthand.errors import BadNames
from firsthand.names import read_names
from firsthand.settings import Names


def written(tmp_path, text):
    path = tmp_path / "names.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_a_file_may_hold(tmp_path):
    path = written(
        tmp_path,
        "same:\n  - [Ada Brandvold,  the  mayor]\n"
        "different:\n  - [Ness, Ruth Ness]\n"
        "member_of:\n  Ada Brandvold: Tolvik Council\n  Ness: null\n",
    )
    assert read_names(path) == Names(
        same=(("Ada Brandvold", "the mayor"),),
        different=(("Ness", "Ruth Ness"),),
        member_of=(("Ada Brandvold", "Tolvik Council"), ("Ness", None)),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "same:\ndifferent: []\n"])
def test_a_file_may_be_empty(tmp_path, text):
    assert read_names(written(tmp_path, text)) == Names()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("same: [a, b]", "same must be a list of lists of two names or more, not 'a'"),
        ("same: [[a]]", "same must be a list of lists of two names or more, not ['a']"),
        ("same: a", "same must be a list"),
        ("sames: []", "there is no 'sames'; it may hold same, different, member_of"),
        ("- a", "not a mapping"),
        ("member_of: [a]", "member_of must be a mapping"),
        ("same: [[a, 7]]", "7 is not a name (put it in quotes if it is)"),
        ("same: [[No, Norway]]", "False is not a name (put it in quotes if it is)"),
        ("same: [[a, '…']]", "'…' is not a name"),
        ("same: [[a, b], [b, c]]\ndifferent: [[A, c]]", "'A' and 'c' are both the same and different"),
        ("member_of: {a: b, b: c, c: a}", "'a' would be a member of itself, by way of 'b'"),
        ("same: [[a, b]]\nmember_of: {a: b}", "'a' would be a member of itself"),
        ("same: [[a, b]\n", "not YAML"),
        ("same: " + "[" * 50_000, "not YAML that can be read"),
        ("same: " + "9" * 5_000, "not YAML that can be read"),
        ("same: 2024-99-99", "not YAML that can be read"),
        ("same: &a [b, c]\ndifferent: *a", "line 2: aliases (*) are not allowed"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_one_line(tmp_path, text, complaint):
    path = written(tmp_path, text)
    with pytest.raises(BadNames) as error:
        read_names(path)
    assert complaint in str(error.value)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_a_long_chain_takes_no_longer_than_its_length(tmp_path):
    chain = "".join(f"  a{n}: a{n + 1}\n" for n in range(5_000))
    assert len(read_names(written(tmp_path, f"member_of:\n{chain}")).member_of) == 5_000
    with pytest.raises(BadNames, match="member of itself"):
        read_names(written(tmp_path, f"member_of:\n{chain}  a5000: a0\n"))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(BadNames, match="No such file"):
        read_names(tmp_path / "none.yaml")


def test_a_file_that_is_no_text(tmp_path):
    path = tmp_path / "names.yaml"
    path.write_bytes(b"same: \xff\xfe")
    with pytest.raises(BadNames, match="cannot be read"):
        read_names(path)
