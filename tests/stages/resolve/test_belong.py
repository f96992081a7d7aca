import pytest


def parent(make, text, row, name, *more):
    found = make.entities(text, row, *more)
    over = {e.key: e.name for e in found.values()}
    return over.get(found[name].member_of)


def test_officers_belong_to_the_body_in_their_role(make):
    text = "The pier is safe, said Jonas Lind, a spokesman for the coast guard."
    assert parent(make, text, ("The pier is safe", "Jonas Lind"), "Jonas Lind") == "the coast guard"
    text = "The pier is safe, said Jonas Lind, the chief executive of Brandt Motors."
    assert parent(make, text, ("The pier is safe", "Jonas Lind"), "Jonas Lind") == "Brandt Motors"


@pytest.mark.parametrize(
    ("bearer", "body"),
    [
        ("Jonas Lind of the coast guard", "the coast guard"),
        ("Major Jonas Lind of the city fire bureau", "the city fire bureau"),
        ("Jonas Lind of the choir, who had phoned the coast guard", None),
        ("the warden of the town jail, Captain Jonas Lind", "the town jail"),
    ],
)
def test_who_is_of_a_body_belongs_to_it(make, bearer, body):
    text = f"The pier is safe, said {bearer}."
    assert parent(make, text, ("The pier is safe", bearer), "Jonas Lind") == body


@pytest.mark.parametrize(
    ("officer", "force", "body"),
    [
        ("Superintendent Jonas Lind", "the police", "the police"),
        ("Colonel Jonas Lind", "the army", "the army"),
        ("Mayor Jonas Lind", "the town", "the town"),
        ("Colonel Jonas Lind", "the police", None),
    ],
)
def test_an_officer_belongs_to_the_only_force_of_the_sort(make, officer, force, body):
    text = f"“It was dark,” {officer} said.\n\nThe pier is safe, {force} said."
    assert parent(make, text, ("It was dark", officer), "Jonas Lind", ("The pier is safe", force)) == body


@pytest.mark.parametrize(
    ("bearer", "body"),
    [
        ("chief executive Astrid Holm", "Brandt Motors"),
        ("Astrid Holm, a spokeswoman", "Brandt Motors"),
        ("Astrid Holm, a spokeswoman in Lund", "Brandt Motors"),
        ("Astrid Holm, its president", "Brandt Motors"),
        ("Astrid Holm, a choir boss", None),
        ("Astrid Holm, his president", None),
        ("Astrid Holm, founder and president of the Society", None),
        ("President Astrid Holm", None),
    ],
)
def test_an_office_without_a_body_is_that_of_the_body_spoken_of(make, bearer, body):
    text = f"Brandt Motors has sold its yard.\n\n“We looked long,” said {bearer}."
    assert parent(make, text, ("We looked long", bearer), "Astrid Holm") == body


def test_a_minister_belongs_to_his_government_and_an_ambassador_not_to_his_hosts(make):
    text = "The pier is safe, said Russian Foreign Minister Sergei Volkov."
    assert parent(make, text, ("The pier is safe", "Sergei Volkov"), "Sergei Volkov") == "Government of Russia"
    text = "The pier is safe, said Sergei Volkov, the ambassador to Oslo."
    assert parent(make, text, ("The pier is safe", "Sergei Volkov"), "Sergei Volkov") is None


def test_a_ministry_belongs_to_its_government(make):
    text = "The pier is safe, Norway's transport ministry said."
    row = ("The pier is safe", "Norway's transport ministry")
    assert parent(make, text, row, "Norway's transport ministry") == "Government of Norway"


def test_a_role_before_its_bearer_is_named(make):
    text = (
        "Brandt Motors has sold its yard, its chief executive said on Monday.\n\n"
        "“We looked long. We found a buyer,” Astrid Holm told investors."
    )
    rows = (
        ("Brandt Motors has sold its yard", "its chief executive"),
        ("We looked long. We found a buyer", "Astrid Holm"),
    )
    assert make.chains(text, *rows) == [["Astrid Holm"], ["Astrid Holm"]]
    assert parent(make, text, rows[0], "its chief executive") == "Brandt Motors"


def test_a_role_is_not_given_to_somebody_with_another(make):
    text = "The pier is safe, the governor said.\n\n“It is not,” said Astrid Holm, a nurse."
    rows = (("The pier is safe", "the governor"), ("It is not", "Astrid Holm, a nurse"))
    assert make.chains(text, *rows) == [["the governor"], ["Astrid Holm"]]


@pytest.mark.parametrize(
    ("text", "noun", "whom"),
    [
        (
            "The road is shut, said the Danish foundation that built it. Anna Berg led talks for the Tern Foundation.",
            "the Danish foundation that built it",
            "Tern Foundation",
        ),
        ("The road is shut, the firm said. Peter Holm of Brandt Holdings wept.", "the firm", "Brandt Holdings"),
        ("The road is shut, the club said. It plays in the Estadio Norte.", "the club", "the club"),
        ("The road is shut, the rival club said. Sporting Lund wept.", "the rival club", "the rival club"),
        (
            "The road is shut, the firm said. Brandt Holdings wept. Lund Holdings laughed.",
            "the firm",
            "the firm",
        ),
        (
            "The road is shut, the Danish foundation said. The German Tern Foundation wept.",
            "the Danish foundation",
            "the Danish foundation",
        ),
    ],
)
def test_a_noun_before_the_name(make, text, noun, whom):
    assert make.chains(text, ("The road is shut", noun)) == [[whom]]
