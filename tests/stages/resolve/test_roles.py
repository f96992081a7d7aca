import pytest


def roles(make, text, name):
    return {r.head for r in make.cast(text).names[name].roles}


def test_roles_before_and_after_a_name(make):
    assert "director" in roles(make, "Its director, Jonas Lind, wrote a letter.", "Jonas Lind")
    assert "mayor" in roles(make, "Jonas Lind, the mayor of the town, wrote a letter.", "Jonas Lind")
    assert "sculptor" in roles(make, "The work of sculptor Jonas Lind was shown.", "Jonas Lind")


def test_an_age_between_name_and_role(make):
    assert "driver" in roles(make, "Jonas Lind, 52, a lorry driver, knocked.", "Jonas Lind")


def test_who_heads_is_a_role(make):
    assert "head" in roles(make, "Jonas Lind, who heads the commission, left.", "Jonas Lind")


def test_a_list_of_names_is_no_role(make):
    assert roles(make, "Jonas Lind, Peter Holm and Anna Berg left.", "Jonas Lind") == set()


def test_a_title_that_is_an_honorific_is_no_role(make):
    assert "mr" not in roles(make, "On Monday Mr Jonas Lind left.", "Jonas Lind")


def test_a_title_before_another_name_is_not_the_first_ones(make):
    names = make.cast("It will not buy Sporting Lund, managing partner Peter Holm told the press.").names
    assert not names["Sporting Lund"].roles
    assert names["Peter Holm"].roles


def test_a_place_is_not_called_what_acts_after_it(make):
    names = make.cast("At a meeting in Mayville, the mayor also said that it was early.").names
    assert all("mayor" not in role.head for c in names.values() for role in c.roles)


def test_a_short_title_is_the_office(make):
    roles = make.cast("Sen. Anna Berg spoke.").names["Anna Berg"].roles
    assert roles[0].head == "senator"


@pytest.mark.parametrize("called", ["The town's MP", "Its owner", "The new mayor", "Her lawyer"])
def test_who_is_called_something_is_no_place(make, called):
    made = make.cast(f"{called}, Fenella Strake, told the Daily Kvall that a trader had lied.")
    assert made.names["Fenella Strake"].kind == "person"
    assert [r.text for r in made.names["Fenella Strake"].roles] == [called]


@pytest.mark.parametrize(
    "text", ["In the port, San Lerido, the mayor spoke.", "The mayor of the port, San Lerido, spoke."]
)
def test_a_place_stays_one(make, text):
    assert all(r.head != "mayor" for c in make.cast(text).names.values() if "Lerido" in c.name for r in c.roles)
