"""What a source does with a content, and the words that weaken it."""

import pytest

from firsthand.stages.attribute.draft import Draft
from firsthand.stages.attribute.lexicon import lexicon
from firsthand.stages.attribute.stance import stance as stance_of


@pytest.mark.parametrize(
    ("stance", "text"),
    [
        ("asserts", "The court ruled that the sale was void."),
        ("confirms", "The governor confirmed that two men had been arrested."),
        ("confirms", "The owner admitted that the brakes had failed."),
        ("denies", "The company denied that it had dumped waste in the lake."),
        ("denies", "The mayor rejected claims that the water was unsafe."),
        ("denies", "The ministry dismissed the report as fiction."),
        ("denies", "The minister said the report was false."),
        ("denies", "The charity called the payment a fairy tale."),
        ("asserts", "The charity called the payment a mistake."),
        ("denies", "“That’s bunkum,” the owner said."),
        ("denies", "“Complete fantasy,” the director said."),
        ("denies", "The columnist wrote that it was wrong."),
        ("denies", "The club insists that nobody is out of pocket."),
        ("denies", "The surgeon has always maintained that he never saw the scan."),
        ("asserts", "The club insists that the fee was paid in March, not in May."),
        ("asserts", "The navy said none of its boats had left the harbour."),
        ("denies", "The treasurer has pleaded not guilty to two counts of fraud."),
        ("asserts", "The bishop said it was wrong to sell the chapel."),
        ("doubts", "The senator doubted that the law would pass."),
        ("doubts", "Nordbank doubts whether the loan will be repaid."),
        ("doubts", "The engineer said it was hard to imagine the pump running for a day."),
        ("denies", "The senator ruled out a second vote."),
        ("declines", "The agency did not confirm the figures."),
        ("declines", "The chairman would not say when the plant would close."),
        ("declines", "“I will not comment on that,” the director said."),
        ("promises", "The minister promised to rebuild the school by autumn."),
        ("promises", "“We promise to pay every worker,” the director said."),
        ("asks", "The unions urged the owners to keep the plant open."),
        ("asks", "Alarmed residents demanded that the mine be closed."),
        ("asks", "“Where is the ferry?” the boy asked."),
    ],
)
def test_a_stance(one, stance, text):
    assert one(text).stance == stance


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("The firm allegedly paid the official, prosecutors said.", ("allegedly",)),
        ("The mayor said the road may stay closed.", ("may",)),
        ("The mayor said the road would reopen in May.", ()),
        ("The mayor said the road was closed.", ()),
        ("Perhaps the road will reopen, the mayor said.", ("Perhaps",)),
    ],
)
def test_hedges_are_the_words_that_weaken(one, text, hedges):
    assert one(text).hedges == hedges


def test_what_is_not_denied_is_not_denied(one):
    assert one("The minister did not deny that the talks had failed.").stance != "denies"


def test_a_verb_that_denies_only_with_its_particle():
    text = "“Our ledgers are open,” she shot back."
    draft = Draft(
        how="beside", lemma="shoot", verb=7, spans=((0, 23),), source=((24, 27),), cue=((28, 32), (33, 37)),
        kind="speech", quote="direct",
    )  # fmt: skip
    assert stance_of(text, draft, lexicon("en")) == "denies"
