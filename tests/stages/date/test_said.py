from firsthand.records import Part


def test_a_time_in_the_reporting_clause(write):
    text = "The hall will close in June, the mayor said on Friday."
    assert write.said(text, ("The hall will close in June", "the mayor", "said")) == ["2024-05-10"]


def test_a_time_in_the_content_alone_is_not_when_it_was_said(write):
    text = "The owner said the hall had closed on Friday."
    assert write.said(text, ("the hall had closed on Friday", "The owner", "said")) == [None]


def test_a_time_before_the_cue(write):
    text = "On 3 May the minister announced that the hall would close."
    assert write.said(text, ("the hall would close", "the minister", "announced")) == ["2024-05-03"]


def test_a_time_of_the_outlet_that_passes_it_on(write):
    text = "The hall was empty, the Lantern reported last week, citing a porter."
    assert write.said(text, ("The hall was empty", "a porter", "citing")) == ["2024-05-06/2024-05-12"]


def test_a_time_inside_the_source_is_not_its(write):
    text = "A porter who left in March said the hall was empty."
    assert write.said(text, ("the hall was empty", "A porter who left in March", "said")) == [None]


def test_a_past_perfect_without_date_is_an_earlier_occasion(write):
    text = "The hall burned on Tuesday. A porter had told her that it was empty."
    assert write.said(text, ("it was empty", "A porter", "had told")) == [None]


def test_told_on_the_day_of_what_it_tells(write):
    text = "Two people died on Tuesday when a hall burned, the police said."
    assert write.said(text, ("Two people died on Tuesday when a hall burned", "the police", "said")) == ["2024-05-14"]
    later = write.said(text, ("Two people died on Tuesday when a hall burned", "the police", "said"), day="2024-05-17")
    assert later == [None]


def test_a_pronoun_goes_on_from_the_statement_before(write):
    text = "Ana Novak said on Friday that the hall was shut. “Nobody was inside,” she added."
    rows = (("the hall was shut", "Ana Novak", "said"), ("Nobody was inside", "she", "added", "direct"))
    assert write.said(text, *rows) == ["2024-05-10", "2024-05-10"]


def test_a_report_of_its_own_day_dates_what_is_plainly_said(write):
    text = "A hall burned in Brno on Tuesday.\n\nIvan Malek, a porter, said the doors were locked."
    assert write.said(text, ("the doors were locked", "Ivan Malek, a porter,", "said")) == ["2024-05-14"]
    assert write.said(text, ("the doors were locked", "Ivan Malek, a porter,", "said"), day="2024-05-16") == [None]


def test_what_was_told_elsewhere_is_not_of_the_day(write):
    text = "A hall burned in Brno on Tuesday.\n\nIvan Malek told the Lantern the doors were locked."
    at = text.index("the Lantern")
    row = ("the doors were locked", "Ivan Malek", "told", "indirect", (((at, at + 11),),))
    assert write.said(text, row) == [None]


def test_the_own_voice_is_dated_in_a_dated_correction_only(write):
    text = "The hall burned on Friday.\n\nCorrection, 13 May: The hall was not closed."
    row = ("The hall was not closed", None, None, "none")
    assert write.said(text, ("The hall burned on Friday", None, None, "none"), row) == [None, "2024-05-13"]


def test_nothing_is_dated_after_its_publication(write):
    text = "The mayor will say on Friday that the hall is shut."
    assert write.said(text, ("the hall is shut", "The mayor", "say")) == [None]


def test_a_caption_and_an_empty_text(write):
    text = "“We are shut,” the mayor said on Friday."
    parts = (Part(start=0, end=len(text), kind="caption"),)
    assert write.said(text, ("We are shut", "the mayor", "said", "direct"), parts=parts) == [None]
    assert write.said("", parts=()) == []


def test_what_was_quoted_as_said_elsewhere(write):
    text = "“It is shut,” the mayor was quoted as saying on Friday by the Lantern."
    assert write.said(text, ("It is shut", "the mayor", "was quoted", "direct")) == ["2024-05-10"]


def test_a_statement_in_a_correction_is_not_of_the_day(write):
    text = "The hall burned on Tuesday.\n\nCorrection: The mayor said it was shut."
    assert write.said(text, ("it was shut", "The mayor", "said")) == [None]


def test_a_dated_scene_dates_the_quotations_after_it(write):
    text = "In April, Novak spoke to Radio Brno.\n\n“Not friends,” she said."
    assert write.said(text, ("Not friends", "she", "said", "direct")) == ["2024-04"]
    fresh = "A hall burned on Tuesday.\n\n" + text
    assert write.said(fresh, ("Not friends", "she", "said", "direct")) == ["2024-04"]


def test_a_dated_sentence_that_shows_nobody_speaking_shuts_out_the_day(write):
    text = "A hall burned on Tuesday.\n\nIn 2019 Novak moved to Brno. “Not bad,” she said."
    assert write.said(text, ("Not bad", "she", "said", "direct")) == [None]


def test_a_date_beside_the_cue_in_the_words_for_the_source(write):
    text = "A hall burned on Tuesday.\n\nKral, who a year ago said it was safe, was silent."
    assert write.said(text, ("it was safe", "Kral, who", "said")) != ["2024-05-14"]


def test_an_open_date_in_the_reporting_clause_shuts_out_the_day(write):
    text = "A hall burned on Tuesday.\n\nThree decades ago Kral said it was safe."
    assert write.said(text, ("it was safe", "Kral", "said")) != ["2024-05-14"]


def test_an_entry_of_a_live_page_is_of_its_day_of_publication(write):
    text = "The strike, live\n\n15:20\n\nThe hall is empty, says a porter.\n\n14:05\n\nRain.\n\n9:40\n\nDoors open."
    assert write.said(text, ("The hall is empty", "a porter", "says")) == ["2024-05-14"]
    plain = text.replace("14:05\n\n", "").replace("9:40\n\n", "")
    assert write.said(plain, ("The hall is empty", "a porter", "says")) == [None]
