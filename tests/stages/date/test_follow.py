from firsthand.language import topic
from firsthand.records import Period
from firsthand.stages.date.follow import Saying, cites_document, follows

WORDS = topic("en", "dates")["said"]
FRIDAY = Period(start="2024-05-10", end="2024-05-10", basis="expression")
APRIL = Period(start="2024-04", end="2024-04", basis="expression")
TEXT = "Ana Novak said it was shut. Novak said it was empty. She said it was dark. Petr Kral said it was cold."


def after(write, content, source, when, paragraph=0, tense="past", text=TEXT):
    of = write.article(text)
    first = write.attribution(text, "it was shut", "Ana Novak")
    saying = Saying(attribution=first, said=when, paragraph=0, tense=tense)
    found = write.attribution(text, content, source)
    return follows(write.grammar(of), found, paragraph, "past", [saying], WORDS)


def test_the_same_name_or_a_pronoun_goes_on(write):
    assert after(write, "it was empty", "Novak", FRIDAY) == (FRIDAY, True)
    assert after(write, "it was dark", "She", FRIDAY) == (FRIDAY, True)


def test_another_name_does_not(write):
    assert after(write, "it was cold", "Petr Kral", FRIDAY) == (None, False)


def test_what_goes_on_from_what_nothing_dates_is_shut_out(write):
    assert after(write, "it was dark", "She", None) == (None, True)
    assert after(write, "it was dark", "She", None, paragraph=1) == (None, True)


def test_a_long_stretch_or_an_earlier_occasion_does_not_reach_other_paragraphs(write):
    assert after(write, "it was empty", "Novak", FRIDAY, paragraph=1) == (FRIDAY, True)
    assert after(write, "it was empty", "Novak", APRIL, paragraph=1) == (None, True)
    assert after(write, "it was empty", "Novak", FRIDAY, paragraph=1, tense="before") == (None, True)
    assert after(write, "it was empty", "Novak", FRIDAY, paragraph=9) == (None, False)


def test_a_pronoun_after_somebody_else_is_named(write):
    text = "Ana Novak said it was shut. Petr Kral was unmoved. He said it was cold."
    assert after(write, "it was cold", "He", FRIDAY, text=text) == (None, False)


def test_a_document_keeps_its_own_date(write):
    text = "The report says it was shut."
    of = write.article(text)
    assert cites_document(write.grammar(of), write.attribution(text, "it was shut", "The report", "says"), WORDS)
