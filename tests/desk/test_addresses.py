import pytest

from firsthand.desk import addresses


@pytest.mark.parametrize(
    "address",
    [
        "",
        "//evil.example",
        "/\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/a\r\nset-cookie: x",
        "/é",
        "x",
    ],
)
def test_nobody_is_sent_elsewhere(address):
    assert addresses.here(address) == "/"


def test_an_id_cannot_leave_its_place():
    assert addresses.article("../../x?y#z") == "/article/..%2F..%2Fx%3Fy%23z"
    assert addresses.claim("s/1") == "/claim/s%2F1"


def test_what_is_not_asked_for_is_not_in_the_address():
    assert addresses.query("/", text="", page=0, since=None) == "/"
