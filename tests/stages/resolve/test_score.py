import pytest

from firsthand.stages.resolve.score import Body, bodies, full_names, roles_clash

GIVEN = {"paul": "m", "paula": "f", "sergei": "m", "sergey": "m"}
GENERATIONS = frozenset({"jr", "sr"})
COMMON = frozenset({"commission", "election", "municipal", "ministry", "foreign", "internal", "affairs"})
SUBJECTS = frozenset({"election", "municipal", "foreign", "internal"})


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("kim jong un", "kim jung un"),
        ("alexei petrov", "aleksey petrov"),
        ("sergei volkov", "sergey volkov"),
        ("orban viktor", "viktor orban"),
        ("donald trump", "donald j trump"),
        ("j holm", "jonas holm"),
    ],
)
def test_one_person(one, two):
    assert full_names(tuple(one.split()), tuple(two.split()), GIVEN, GENERATIONS)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("paul berg", "paula berg"),
        ("robert hale", "robert hale jr"),
        ("michael mccaul", "michael mcfaul"),
        ("john barrow", "john barrasso"),
        ("anna berg", "peter berg"),
        ("anna berg", "anna holm"),
    ],
)
def test_two_people(one, two):
    assert full_names(tuple(one.split()), tuple(two.split()), GIVEN, GENERATIONS) is None


def body(text):
    return Body(
        tuple(text.lower().replace("ge", "GE").split()) if "ge " in text else tuple(text.lower().split()),
        text.islower(),
    )


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Velmar", "Velmar Driveline", True),
        ("CPW", "Continental Press Wire", True),
        ("CW", "Continental Wire", False),
        ("commission", "municipal election commission", True),
        ("bitola election commission", "municipal election commission", True),
        ("foreign affairs ministry", "internal affairs ministry", False),
        ("Driveline", "Velmar Driveline", False),
        ("Commission", "Commission House", False),
        ("union", "municipal election commission", False),
    ],
)
def test_bodies(one, two, same):
    assert bool(bodies(body(one), body(two), COMMON, SUBJECTS)) is same


def test_a_country_may_be_left_out():
    assert bodies(Body(("supreme", "court"), False), Body(("US", "supreme", "court"), False), COMMON, SUBJECTS)


def test_roles_clash_only_when_both_have_some():
    nurse, driver = {frozenset({"nurse"})}, {frozenset({"driver"})}
    assert roles_clash(nurse, driver)
    assert not roles_clash(nurse, set())
    assert not roles_clash(nurse, nurse | driver)
