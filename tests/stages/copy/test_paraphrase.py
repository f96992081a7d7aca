from firsthand.stages.copy.paraphrase import paraphrases
from firsthand.stages.copy.source import sources
from stages.copy.piles import FIRST_HAND, OTHERS, REWRITE, WIRE, article

PILE = [
    article(FIRST_HAND, "2025-04-20", "The Alentejo Mirror"),
    article(OTHERS, "2025-04-23", "Diario Novo"),
    article(WIRE, "2025-05-04", "Iberia Wire"),
]


def test_the_rewrite_and_its_sentences() -> None:
    known, stems = sources([*PILE, article(REWRITE, None, "Honey World")])
    (copy,) = paraphrases(known, stems)
    assert copy.of == PILE[0].id
    assert [len(p.article) for p in copy.passages] == [1] * len(copy.passages)
    assert all(REWRITE[slice(*p.article[0])].strip() and FIRST_HAND[slice(*p.of[0])].strip() for p in copy.passages)


def test_what_every_article_tells_is_no_rewrite() -> None:
    shared = (
        "Thieves emptied 38 hives near Ourique with a milk tanker.\n\nPolice in Beja followed tyre tracks to Garvao."
    )
    pile = [article(f"{shared}\n\nEdition {n}.", "2025-04-20", f"Gazette {chr(65 + n)}") for n in range(6)]
    known, stems = sources(pile)
    assert paraphrases(known, stems) == []


def test_a_lead_alone_counts_in_a_brief() -> None:
    source = (
        "Nineteen of the 44 lighthouse lamps on the Azores were stolen in March, according to a keeper on Flores.\n\n"
        "‘I polished them for thirty years and now I polish the air,’ the keeper told Ilha Press.\n"
    )
    brief = "No fewer than 19 of 44 lighthouse lamps on the Azores went missing in March.\n\nWhales pass in spring."
    known, stems = sources([article(source, "2025-04-01", "Ilha Press"), article(brief, None, "Sea Portal"), *PILE])
    (copy,) = paraphrases(known, stems)
    assert copy.article == article(brief, None, "Sea Portal").id


def test_a_rewritten_stretch_counts_whatever_the_writer_adds() -> None:
    added = (
        "My own garden has two hives, and my wife calls them the embassy.\n\n"
        "Last summer a swarm settled in the letter box, and the postman refused to come nearer than the gate.\n\n"
        "I have tasted honey from nine countries and would swap all of it for a spoon of heather.\n\n"
    )
    stretch = REWRITE.rpartition("Bees were")[0]
    after = (
        "The choir sings on Saturday.\n\nBring a chair and a coat.\n\nThe dog is well again, thank you for asking.\n"
    )
    blog = article(added + stretch + after, None, "Notes from a Garden")
    known, stems = sources([*PILE, blog])
    (copy,) = paraphrases(known, stems)
    assert (copy.article, copy.of) == (blog.id, PILE[0].id)
    taken = " ".join(blog.text[slice(*passage.article[0])] for passage in copy.passages)
    assert "tanker" in taken
    assert "letter box" not in taken


def test_who_says_that_another_outlet_had_it_first_is_no_silent_rewriter() -> None:
    relay = article(REWRITE + "\n\nNobody was caught, the newspaper reported.\n", None, "Honey World")
    known, stems = sources([*PILE, relay])
    assert paraphrases(known, stems) == []


def test_speech_that_both_quote_is_no_rewrite() -> None:
    speech = (
        "‘{} They came with a milk tanker and a pump. They left the frames of 38 hives stacked like library books. We "
        "followed their tracks for nine kilometres, to a shuttered olive mill near Garvao,’ Abel Quintas {}.\n\n"
    )
    pile = [
        article(speech.format("Listen.", "told the Mirror") + "The council meets today.", "2025-04-20", "The Mirror"),
        article("Bees were stolen. " + speech.format("Well.", "says"), "2025-04-21", "Honey World"),
    ]
    known, stems = sources(pile)
    assert paraphrases(known, stems) == []
