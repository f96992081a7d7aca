from firsthand.records import Attribution
from firsthand.stages.parse import parse
from firsthand.stages.resolve import identify

NOTHING = Attribution(
    spans=((0, 1),),
    quote="none",
    source=(),
    cue=(),
    via=(),
    stance="asserts",
    hedges=(),
    cue_kind="none",
    confidence=1.0,
)


def test_a_credit_line_ends_every_chain_once(make):
    text = "The pier is safe, Elena Marsh said. It was, she told Nord Wire.\n\n(Nord Wire)"
    rows = (("The pier is safe", "Elena Marsh"), ("It was", "she", "Nord Wire"))
    assert make.chains(text, *rows) == [["Elena Marsh", "Nord Wire"]] * 2


def test_initials_in_a_dateline_are_the_agency_named_below(make):
    text = "OSLO (NW) - The pier is safe, Elena Marsh told Nord Wire."
    assert make.chains(text, ("The pier is safe", "Elena Marsh", "Nord Wire")) == [["Elena Marsh", "Nord Wire"]]


def test_he_added_goes_through_the_same_hands(make):
    text = "The pier is safe, Elena Marsh told Radio Kvall. It is not old, she added. It will stand, she said."
    rows = (
        ("The pier is safe", "Elena Marsh", "Radio Kvall"),
        make.said(text, "It is not old", "she", cue="added"),
        make.said(text, "It will stand", "she", cue="said", nth=1),
    )
    assert make.chains(text, *rows) == [["Elena Marsh", "Radio Kvall"], ["Elena Marsh", "Radio Kvall"], ["Elena Marsh"]]


def test_own_voice_and_missing_sources_have_no_chain(make):
    article = make.article("The pier fell at dawn.")
    speakers = identify(article, next(iter(parse([article]))), [NOTHING, NOTHING])
    assert speakers.sources == (None, None)
    assert speakers.chains == ((), ())


def test_keys_are_unique_and_tell_the_article(make):
    article, speakers = make.identified("Anna Berg met Peter Holm.", ("met", "Anna Berg"))
    keys = [e.key for e in speakers.entities]
    assert len(set(keys)) == len(keys) == 2
    assert all(
        k.startswith(article.id) and e.article == article.id for k, e in zip(keys, speakers.entities, strict=True)
    )


def test_an_empty_article(make):
    article = make.article("")
    assert identify(article, next(iter(parse([article]))), []).entities == ()


def test_the_credited_agency_is_last_though_named_before(make):
    text = "A pier fell, Anna Berg told Nord Wire, according to the Dune Gazette.\n\n(With information from Nord Wire)"
    assert make.chains(text, ("A pier fell", "Anna Berg", "Nord Wire", "Dune Gazette")) == [
        ["Anna Berg", "Dune Gazette", "Nord Wire"]
    ]


def test_nobody_passes_on_their_own_words(make):
    text = "Anna Berg sat down. A guard had told her, she said, that the rope broke."
    assert make.chains(text, ("the rope broke", "A guard", "she")) == [["A guard", "Anna Berg"]]
