import pytest


def names(make, text):
    return [(m.words, m.label, m.title) for m in make.cast(text).found]


def test_titles_are_cut_from_names(make):
    found = names(make, "On Monday Lt Cdr Ivana Horvat met Foreign Minister Pavel Dvorak in the harbour.")
    assert (("ivana", "horvat"), "person", "lt cdr") in found
    assert (("pavel", "dvorak"), "person", "foreign minister") in found


def test_an_office_of_something_is_a_title_too(make):
    found = names(make, "The note was signed by Secretary of State John F. Karlsen on Friday.")
    assert ("john", "f", "karlsen") in [words for words, _, _ in found]


def test_a_ministry_goes_on_over_of(make):
    assert ("ministry", "of", "the", "sea") in [w for w, _, _ in names(make, "He works for the Ministry of the Sea.")]


def test_days_and_months_are_no_names(make):
    assert names(make, "It rained on Tuesday and again in March.") == []


def test_in_a_headline_only_known_names_are_taken(make):
    text = "Harbour Master Marsh Says Cranes Unsafe\n\nElena Marsh spoke on Monday. Nobody else did."
    found = [m.words for m in make.cast(text).found]
    assert ("elena", "marsh") in found
    assert not any("cranes" in words or "says" in words for words in found)


def test_offsets_are_those_of_the_name(make):
    text = "A letter reached Mr Ólafur Grímsson yesterday."
    (mention,) = make.cast(text).found
    assert text[mention.start : mention.end] == "Ólafur Grímsson"
    assert mention.gender == "m"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The strike was called by the Teachers’ Guild on Monday.", ("teachers", "guild")),
        ("The strike was called by the Dockers' Union on Monday.", ("dockers", "union")),
        ("The cakes were sold by the Women's Institute on Monday.", ("women", "institute")),
    ],
)
def test_a_plural_possessive_stays_in_a_bodys_name(make, text, name):
    assert name in [words for words, _, _ in names(make, text)]


def test_a_singular_possessive_is_an_owner(make):
    found = [
        words for words, _, _ in names(make, "He wrote to Anna Berg’s Foundation and to France's Ministry of Trade.")
    ]
    assert ("anna", "berg") in found
    assert ("france",) in found


def test_a_companys_city_is_not_in_its_name(make):
    found = [
        words for words, _, _ in names(make, "He works for Brandt Systems of Dallas and the University of Dallas.")
    ]
    assert ("brandt", "systems") in found
    assert ("university", "of", "dallas") in found


def test_an_office_named_for_its_holder(make):
    text = "The pier is shut, the Harlan County Sheriff's Office said."
    assert make.chains(text, ("The pier is shut", "the Harlan County Sheriff's Office")) == [
        ["Harlan County Sheriff's Office"]
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Brackmoor Water last night refused to answer.", ("brackmoor", "water")),
        ("Brackmoor now gives the date as 16 February.", ("brackmoor",)),
        ("Quillby Rail will not run trains on Sunday.", ("quillby", "rail")),
        ("Velmoor Gas now puts the cost at £9m.", ("velmoor", "gas")),
    ],
)
def test_an_unheard_word_with_a_capital_is_a_name(make, text, name):
    assert [words for words, _, _ in names(make, text)] == [name]


@pytest.mark.parametrize(
    "text", ["Water is short.", "Milk now costs more.", "Beekeeper unions met.", "Invoices were late."]
)
def test_a_common_word_that_opens_a_sentence_is_none(make, text):
    assert names(make, text) == []


@pytest.mark.parametrize("name", ["Brackmoor Water", "Tollard Freight", "Esterly Insurance", "Quillby Ferries"])
def test_a_common_noun_may_end_a_companys_name(make, name):
    assert make.cast(f"{name} closed its office on Monday.").names[name].kind == "organisation"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Loading would stop at noon.", []),
        ("Beijing would stop at noon.", [("beijing",)]),
        ("They saw Anna Marsh President Dvorak on Monday.", [("anna", "marsh"), ("dvorak",)]),
        ("Officials of Trinidad and Tobago came.", [("trinidad", "and", "tobago")]),
    ],
)
def test_openings_and_names_with_and(text, found, make):
    assert [words for words, _, _ in names(make, text)] == found


def test_what_has_a_spokeswoman_is_no_place(make):
    text = "The mill is shut, Hollow Ridge spokeswoman Anna Berg told them."
    assert (("hollow", "ridge"), "organisation") in [(words, label) for words, label, _ in names(make, text)]
