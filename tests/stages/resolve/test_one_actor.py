"""One actor for all its names: what a reader would check, from pronouns to capitals."""

import pytest

PLACE = "They met near Karlshamn with Velmar, Norrvind and Ostgrad."
SAFE, OLD = "The pier is safe", "The pier is old"


def two(make, one, other):
    """The names of the two sources of two related articles, each source given by its words."""
    pieces = [
        (f"{SAFE}, said {one}. {PLACE}", "Post One", [(SAFE, one)]),
        (f"{OLD}, said {other}. {PLACE}", "Post Two", [(OLD, other)]),
    ]
    return [source for (source,) in make.joined(*pieces).sources]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Josef Čapek", "Josef Capek"),
        ("Alexei Nemov", "Aleksey Nemov"),
        ("Kim Jong Rul", "Kim Jung Rul"),
        ("Pak Yong-su", "Yong-su Pak"),
        ("Nguyen Van Dorn", "Dorn Nguyen Van"),
        ("Dr Elena Marsh", "Elena Marsh"),
        ("Sir Hugh Fennimore", "Fennimore"),
        ("Mikhail Sorokin", "Mikhael Sorokin"),
        ("Bashir al-Tamer", "Mr al-Tamer"),
    ],
)
def test_one_person_by_two_names(make, one, other):
    assert len(set(two(make, one, other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Ness", "Ruth Ness"),
        ("Robert Hale Jr.", "Robert Hale"),
        ("Robert Hale Sr.", "Robert Hale Jr."),
        ("Karim Dorou", "Karima Dorou"),
        ("Petr Novak", "Peter Nowicki"),
        ("Maria Lund", "Mario Lund"),
    ],
)
def test_two_people_are_not_one(make, one, other):
    assert len(set(two(make, one, other))) == 2


def test_a_surname_that_two_bear_is_neithers(make):
    pieces = [
        (f"{SAFE}, said Anna Ness. {PLACE}", "Post One", [(SAFE, "Anna Ness")]),
        (f"{SAFE}, said Ruth Ness. {PLACE}", "Post Two", [(SAFE, "Ruth Ness")]),
        (f"{OLD}, said Ness. {PLACE}", "Post Three", [(OLD, "Ness")]),
    ]
    found = make.joined(*pieces)
    assert len({source for (source,) in found.sources}) == 3


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Foreign minister Ada Holm came. The pier is safe, the minister said.", "the minister", "Ada Holm"),
        ("Ada Holm, the port's director, came. The pier is safe, the director said.", "the director", "Ada Holm"),
        ("Ada Holm came. She smiled. The pier is safe, she said.", "she", "Ada Holm"),
        ("Ada Holm came with a dog. The pier is safe, Holm said.", "Holm", "Ada Holm"),
        ("Secretary of State Ada Holm came. The pier is safe, Holm said.", "Holm", "Ada Holm"),
        ("Minister Ryoo Sang-jae came. The pier is safe, Ryoo Sang-jae said.", "Ryoo Sang-jae", "Ryoo Sang-jae"),
        ("The Velmar Armed Forces (VAF) came. The pier is safe, the VAF said.", "the VAF", "Velmar Armed Forces"),
        ("The Security Bureau (SBV) came. The pier is safe, the SBV said.", "the SBV", "Security Bureau"),
        (
            "The Front in the Varde Highlands came. FVH men left. The pier is safe, the FVH said.",
            "the FVH",
            "FVH",
        ),
    ],
)
def test_names_within_an_article(make, text, words, name):
    nth = text.count(words) - 1
    row = make.said(text, SAFE, words, nth=nth)
    assert make.chains(text, row) == [[name]]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Kremlin", "Government of Russia"),
        ("Moscow", "Government of Russia"),
        ("Pyongyang", "Government of North Korea"),
        ("Ankara", "Government of Turkey"),
        ("the White House", "Government of the United States"),
        ("Whitehall", "Government of the United Kingdom"),
        ("the State Duma", "State Duma"),
        ("the Élysée Palace", "Government of France"),
        ("La Moneda", "Government of Chile"),
        ("Malacanang", "Government of the Philippines"),
        ("Wellington", "Government of New Zealand"),
        ("the South Korean government", "Government of South Korea"),
        ("the U.S. government", "Government of the United States"),
        ("Indonesian officials", "Government of Indonesia"),
        ("the Pentagon", "US Department of Defense"),
        ("Itamaraty", "Brazilian Foreign Ministry"),
        ("the Bundeswehr", "German Bundeswehr"),
    ],
)
def test_seats_stand_for_governments_and_bodies(make, words, name):
    text = f"{SAFE}, said {words}. Nobody else spoke."
    assert make.chains(text, (SAFE, words)) == [[name]]


@pytest.mark.parametrize(
    ("words", "name", "parent"),
    [
        ("a spokesman for the Foreign Ministry", "Foreign Ministry", None),
        ("a spokeswoman for the culture ministry", "the culture ministry", None),
        ("a spokesman for the Kremlin", "Government of Russia", None),
        ("the Ukrainian military", "the Ukrainian military", "Government of Ukraine"),
        ("Anna Berg, a spokeswoman for the Harbour Ministry", "Anna Berg", "Harbour Ministry"),
        ("Russian foreign minister Pavel Orlov", "Pavel Orlov", "Government of Russia"),
        ("Anna Berg, an ICU nurse at Mercy Hospital", "Anna Berg", "Mercy Hospital"),
        ("U.S. Secretary of State Ada Holm", "Ada Holm", "Government of the United States"),
    ],
)
def test_who_speaks_for_whom(make, words, name, parent):
    found = make.joined((f"{SAFE}, said {words}. Nobody else spoke.", "Post One", [(SAFE, words)]))
    assert found.sources == [[name]]
    over = found.actors[name].member_of
    assert (found.by_id[over].name if over else None) == parent


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("The Ohio State Patrol came from Ohio. Ohio denied it.", {"Ohio State Patrol", "Ohio"}),
        ("The Senate Democrats left the Senate. The Senate rose.", {"Senate Democrats", "Senate"}),
        ("The White House spoke. House members left the House.", {"White House", "House"}),
        ("Ruth Hale (D-Calif.) met Lindsey Cole, R-S.C., there.", {"Ruth Hale", "Lindsey Cole"}),
    ],
)
def test_names_that_are_not_one(make, text, apart):
    assert apart <= set(make.cast(text).names)
    assert not {"R-S.C.", "Calif."} & set(make.cast(text).names)


def test_another_official_is_another(make):
    text = "The pier is safe, an official said. The pier is old, another official said."
    rows = [(SAFE, "an official"), (OLD, "another official")]
    (one,), (other,) = make.chains(text, *rows)
    assert one != other


def test_a_former_press_secretary_speaks_for_nobody(make):
    text = "The pier is safe, said a former White House press secretary."
    assert make.chains(text, (SAFE, "a former White House press secretary")) != [["Government of the United States"]]


def test_a_persons_letter_is_the_persons(make):
    text = "Anna Berg left. Jonas Lind said no. The pier is safe, Berg's letter said."
    rows = [make.said(text, SAFE, "Berg's letter")]
    assert make.chains(text, *rows) == [["Anna Berg"]]


def test_the_police_of_a_capital_are_not_the_countrys(make):
    pieces = [
        (f"{SAFE}, said Paris police. {PLACE}", "Post One", [(SAFE, "Paris police")]),
        (f"{OLD}, said French national police. {PLACE}", "Post Two", [(OLD, "French national police")]),
    ]
    assert len({source for (source,) in make.joined(*pieces).sources}) == 2


def test_a_defense_ministry_is_a_defence_ministry(make):
    pieces = [
        (f"{SAFE}, said the Russian Defence Ministry. {PLACE}", "Post One", [(SAFE, "the Russian Defence Ministry")]),
        (f"{OLD}, said Russia's defense ministry. {PLACE}", "Post Two", [(OLD, "Russia's defense ministry")]),
    ]
    assert len({source for (source,) in make.joined(*pieces).sources}) == 1


def test_an_unnamed_source_is_joined_only_by_credit_in_like_words(make):
    words = "two people familiar with the rescue"
    mine = (f"{SAFE}, {words} said. {PLACE}", "Nord Wire", [(SAFE, words)])

    def credited(source):
        text = f"{SAFE}, {source} told Nord Wire. {PLACE}"
        return make.joined(mine, (text, "Post Two", [(SAFE, source, "Nord Wire")])).sources

    assert len({s for (s,) in credited("two people with knowledge of the rescue")}) == 1
    assert len({s for (s,) in credited("a harbour official")}) == 2
    other = make.joined(mine, (f"{SAFE}, {words} said. {PLACE} Yes.", "Post Two", [(SAFE, words)]))
    assert len([a for a in other.by_id.values() if a.kind == "unnamed"]) == 2


def test_a_foreign_ministers_ministry_is_of_his_country(make):
    text = (
        "The Chinese Foreign Ministry spoke. The pier is safe, said Russian Foreign Minister Pavel Orlov. "
        "The pier is old, said Chinese Foreign Minister Wang Bo."
    )
    rows = [(SAFE, "Russian Foreign Minister Pavel Orlov"), (OLD, "Chinese Foreign Minister Wang Bo")]
    found = make.joined((text, "Post One", rows))
    over = [found.by_id[found.actors[name].member_of].name for name in ("Pavel Orlov", "Wang Bo")]
    assert over == ["Government of Russia", "Chinese Foreign Ministry"]


def test_the_next_in_a_list_is_no_role(make):
    text = "The pier is safe, said Mike Pell, South Korean Acting President Hwang Yong-su and others."
    found = make.joined((text, "Post One", [(SAFE, "Mike Pell")]))
    assert found.actors["Mike Pell"].member_of is None


def test_an_office_with_a_country_is_no_name(make):
    assert "U.S. Ambassador" not in make.cast("The U.S. Ambassador came. The U.S. Ambassador left.").names


def test_a_named_agency_is_known_by_its_name(make):
    text = "The pier is safe, the official Xinhua news agency said."
    assert make.chains(text, (SAFE, "the official Xinhua news agency")) == [["Xinhua"]]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the University of Miami", "Miami University", False),
        ("the Department of Harbours", "the Harbours Department", True),
        ("the River Velm Trust", "the River", False),
        ("the City of Angels Fund", "CAF", True),
    ],
)
def test_bodies_by_two_names(make, one, other, same):
    here = "They met near Karlshamn with Jonsered, Norrvind and Ostgrad."
    pieces = [
        (f"{SAFE}, said {one}. {here}", "Post One", [(SAFE, one)]),
        (f"{OLD}, said {other}. {here}", "Post Two", [(OLD, other)]),
    ]
    assert (len({source for (source,) in make.joined(*pieces).sources}) == 1) is same


def test_somebodys_husband_is_not_anothers(make):
    pieces = [
        (f"Ada Holm's husband, Karl Holm, came. {SAFE}, said Karl Holm. {PLACE}", "Post One", [(SAFE, "Karl Holm")]),
        (f"{OLD}, her husband said. {PLACE}", "Post Two", [(OLD, "her husband")]),
    ]
    assert make.joined(*pieces).sources == [["Karl Holm"], ["her husband"]]
