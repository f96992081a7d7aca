import pytest


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Ankara", "Government of Turkey"),
        ("The Kremlin", "Government of Russia"),
        ("Ukrainian officials", "Government of Ukraine"),
        ("The Hague", "Government of the Netherlands"),
    ],
)
def test_capitals_seats_and_officials_are_governments(make, source, name):
    text = f"{source} said the bridge was safe."
    entity = make.entities(text, ("the bridge was safe", source))[name]
    assert entity.kind == "government"
    assert source.removeprefix("The ") in entity.aliases


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        (
            "Two people familiar with the talks who asked not to be named",
            "Two people familiar with the talks",
            "unnamed",
        ),
        ("Many analysts", "Many analysts", "unnamed"),
        ("The residents", "The residents", "group"),
        ("The final report", "The final report", "document"),
        ("Reports", "Reports", "unnamed"),
        ("The court", "The court", "government"),
    ],
)
def test_the_nameless_keep_their_words(make, source, name, kind):
    assert make.entities(f"{source} said the bridge was safe.", ("the bridge was safe", source))[name].kind == kind


def test_somebody_nameless_is_spoken_of_again(make):
    text = "An official of the port said it was late. The rope broke, the official said."
    rows = (("it was late", "An official of the port"), ("The rope broke", "the official"))
    assert make.chains(text, *rows) == [["An official of the port"], ["An official of the port"]]


@pytest.mark.parametrize("source", ["Our reporter", "This newspaper", "The Harbour Times", "A Times reporter"])
def test_the_own_outlet_is_in_no_chain(make, source):
    assert make.chains(f"{source} said the bridge was safe.", ("the bridge was safe", source)) == [[]]


def test_a_nameless_spokesman_is_his_body(make):
    text = "Brandt Motors closed a plant. It is over, a Brandt spokeswoman wrote."
    assert make.chains(text, ("It is over", "a Brandt spokeswoman")) == [["Brandt Motors"]]


def test_an_office_goes_to_the_one_spoken_of_last(make):
    text = "A senator from Ohio left early. Sen. Anna Berg stayed. The road is closed, the senator said."
    assert make.chains(text, ("The road is closed", "the senator")) == [["Anna Berg"]]
