import pytest


def test_surnames_join_the_full_name(make):
    names = make.cast("Elena Marsh opened the port. Marsh had waited. Mrs Marsh smiled.").names
    assert list(names) == ["Elena Marsh"]
    assert names["Elena Marsh"].gender == "f"
    assert len(names["Elena Marsh"].spans) == 3


def test_honorifics_keep_a_couple_apart(make):
    names = make.cast("Mr Brandt came late. Maria Brandt was there before Mr Brandt left.").names
    assert set(names) == {"Brandt", "Maria Brandt"}


def test_father_and_son_stay_two(make):
    names = make.cast("Robert Hale Jr. sued his father. Robert Hale denied it in court.").names
    assert len([n for n in names if n.startswith("Robert Hale")]) == 2


def test_initials_and_first_words_name_a_body(make):
    names = make.cast(
        "The European Vote Network came first. The EVN counted. Brandt Motors closed; Brandt's plant stood."
    ).names
    assert "EVN" in names["European Vote Network"].forms
    assert "Brandt" in names["Brandt Motors"].forms


def test_a_town_is_no_short_name_of_its_newspaper(make):
    names = make.cast("Kelso Today wrote about it. The mayor of Kelso, who lives in Kelso, did not.").names
    assert "Kelso" in names


def test_kinds_follow_votes(make):
    names = make.cast("Arvo Tamm, 52, a driver, met the Port Authority. The Kremlin had left.").names
    assert names["Arvo Tamm"].kind == "person"
    assert names["Port Authority"].kind in ("organisation", "government")
    assert names["Kremlin"].code == "RU"


def test_a_body_by_its_last_word_and_with_of(make):
    text = "The Lund Committees met. The Committees of Lund left the Dune Front, and the Front wept."
    names = make.cast(text).names
    assert {n for n in names if "Committees" in n or "Front" in n} == {"Committees of Lund", "Dune Front"} or {
        n for n in names if "Committees" in n or "Front" in n
    } == {"Lund Committees", "Dune Front"}


def test_a_club_by_the_last_word_of_its_name(make):
    assert "Lund" not in make.cast("The club Sporting Lund lost. It rained, and Lund went home.").names


def test_a_surname_of_two_words_is_the_one_with_a_given_name(make):
    names = make.cast("Mayor Paul de Witte spoke. De Witte left. Mr. de Witte said so.").names
    assert [name for name in names if "Witte" in name] == ["Paul de Witte"]


def test_a_state_behind_a_party_is_nobody(make):
    names = make.cast("Sen. Anna Berg (R-Texas) came.").names
    assert all(c.kind != "person" for name, c in names.items() if "Texas" in name)


@pytest.mark.parametrize(
    ("told", "last", "who"),
    [
        ("Dr Nora Pell, a dentist, met Karl Pell, a miner. Karl Pell left. Karl Pell sang.", "Dr Pell", "Nora Pell"),
        ("Professor Ida Holt met Jon Holt, a tailor. Jon Holt left. Jon Holt sang.", "Professor Holt", "Ida Holt"),
        ("Rev. Ana Brink met Lars Brink, a cook. Lars Brink left. Lars Brink sang.", "Rev. Brink", "Ana Brink"),
        ("Judge Mia Voss met Olaf Voss, a diver. Olaf Voss left. Olaf Voss sang.", "Judge Voss", "Mia Voss"),
    ],
)
def test_a_title_decides_between_two_of_one_surname(make, told, last, who):
    names = make.cast(f"{told} The road is shut, {last} said.").names
    assert who.split()[-1] in names[who].forms
