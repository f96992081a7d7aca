from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.hints import pairs
from firsthand.records import Article
from firsthand.stages.group import Stream, follow, group, member_of, put, stories
from stages.copy.piles import FIRST_HAND, OTHERS, REPORT, REPRINT, REWRITE, WIRE, article

TRAIN = [
    article(WIRE, "2025-05-04", "Iberia Wire", "Ammonia leaks from derailed train near Setubal"),
    article(REPRINT, "2025-05-04", "The Sado Courier", "Train derails near Setubal, two wagons leak"),
]
HONEY = [
    article(FIRST_HAND, "2025-04-20", "The Alentejo Mirror", "Thieves empty 38 hives in a night"),
    article(REWRITE, None, "Honey World", "38 hives of bees robbed near Ourique"),
]

DAYS = [  # month, day, text, title
    (4, 1, FIRST_HAND, "Thieves empty 38 hives in a night"),
    (4, 2, REWRITE, "38 hives of bees robbed near Ourique"),
    (4, 4, OTHERS, "Register of hives planned after thefts in Ourique"),
    (5, 4, WIRE, "Ammonia leaks from derailed train near Setubal"),
    (5, 4, REPRINT, "Train derails near Setubal, two wagons leak"),
    (5, 5, REPORT, "Nobody injured by ammonia, says Falcato"),
    (9, 1, "The hives of Abel Quintas near Ourique are full again, and Garvao has a new mill.", "Hives full again"),
]


def members(pile: list[Article]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in group(pile)}


def test_two_events_are_two_stories() -> None:
    assert members([*TRAIN, *HONEY]) == {frozenset(a.id for a in TRAIN), frozenset(a.id for a in HONEY)}


def test_title_is_that_of_an_article_verbatim() -> None:
    for story in group([*TRAIN, *HONEY]):
        assert story.title in {a.title for a in [*TRAIN, *HONEY]}
    (untitled,) = group([article(REPORT, None, "A")])
    assert untitled.title == REPORT.split("\n")[0]


def test_rare_names_lead_back_after_months() -> None:
    text = (
        "Abel Quintas has his honey back. The beekeeper of Ourique found 38 hives full again beside the olive mill in "
        "Garvao, where thieves had left them with a note."
    )
    after = article(text, "2025-12-01", "Diario Novo", "Hives return to Ourique beekeeper")
    assert members([HONEY[0], after]) == {frozenset({HONEY[0].id, after.id})}


def test_one_name_that_both_are_about_leads_back_and_an_undated_article_joins() -> None:
    first = (
        "Sailors of the Zelmira were locked out of her cabins on Sunday. Her owner said the Zelmira had lost power "
        "off Genoa, and tugs were bringing the Zelmira to the old coal quay, where doctors waited."
    )
    later = (
        "An inspector has found that a corroded cable darkened the Zelmira. Insurers will pay nothing, because the "
        "Zelmira sailed without a certificate, he wrote. A court hears the case of the Zelmira and her owner in May."
    )
    undated = "Seen from the coal quay the Zelmira is a sad sight. Her owner pays the harbour by the day, say sailors."
    pile = [
        article(first, "2024-02-03", "A", "Zelmira loses power off Genoa"),
        article(later, "2025-06-24", "B", "Corroded cable darkened Zelmira, inspector finds"),
        article(undated, None, "C", "A sad sight at the quay"),
    ]
    for more in ([], TRAIN, [*TRAIN, *HONEY]):
        assert frozenset(one.id for one in pile) in members([*pile, *more])


def test_two_events_that_share_a_politician_stay_apart() -> None:
    pile = [
        article("Trump said on Friday that he would raise the tax on steel.", "2018-03-02", "A", "Trump to tax steel"),
        article("Trump met the queen at her castle on Friday.", "2018-07-13", "A", "Trump meets queen"),
        article("Trump pardoned a turkey on Tuesday.", None, "A", "Trump pardons turkey"),
    ]
    assert len(members(pile)) == 3


def test_the_same_kind_of_event_months_later_is_another_story() -> None:
    again = article(
        "A freight train carrying grain left the rails near Faro on Monday, the railway authority said.",
        "2025-11-03",
        "Iberia Wire",
        "Grain train derails near Faro",
    )
    assert members([*TRAIN, again]) == {frozenset(a.id for a in TRAIN), frozenset({again.id})}


def test_a_stream_taken_up_again_gives_what_all_at_once_give() -> None:
    pile = days(*DAYS)
    whole = group(pile)
    assert 1 < len(whole) < len(pile)
    for cut in range(len(pile)):
        known = follow(pile[:cut], Stream())
        before = {frozenset(story.articles) for story in stories(known)}
        assert stories(follow(pile[cut:], known)) == whole
        assert all(any(old <= set(new.articles) for new in whole) for old in before)  # grown or united, never regrouped
        assert sum(len(one.members) for one in known.stories) == known.articles == len(pile)


def test_a_later_article_unites_two_stories() -> None:
    first = "A gate of the Bregava weir stood open all night. Water took the footbridge at Lazine."
    second = "Farmers of Podvelez sue the power firm Tremor. Their maize drowned, they say, and Tremor offers seed."
    link = (
        "The power firm Tremor left a gate of the Bregava weir open in the night in which the water took the "
        "footbridge at Lazine, an inspector says. Farmers of Podvelez sue Tremor because their maize drowned."
    )
    pile = [
        article(first, "2025-03-02", "A", "Gate of Bregava weir stood open"),
        article(second, "2025-03-04", "B", "Podvelez farmers sue Tremor over drowned maize"),
        article(link, "2025-03-05", "C", "Tremor left Bregava weir gate open, drowned Lazine maize"),
    ]
    assert [len(members(pile[:n])) for n in (1, 2, 3)] == [1, 2, 1]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(alphabet=st.characters(), max_size=120), max_size=5, unique=True))
def test_every_article_is_in_one_story(texts: list[str]) -> None:
    pile = [article(text, None, None) for text in texts]
    assert sorted(i for story in group(pile) for i in story.articles) == sorted(a.id for a in pile)


def days(*texts: tuple[int, int, str, str]) -> list[Article]:
    return [article(text, f"2025-{month:02}-{day:02}", "A Post", title) for month, day, text, title in texts]


def test_a_person_puts_articles_into_one_story_or_keeps_them_apart() -> None:
    pile = days(*DAYS)
    hives, rewrite, others, wire, reprint, report, late = (one.id for one in pile)

    def told(*decisions: tuple[bool, list[list[str]]]) -> set[frozenset[str]]:
        return {frozenset(story.articles) for story in group(pile, pairs(decisions))}

    assert told() == {frozenset({hives, rewrite, others, late}), frozenset({wire, reprint, report})}
    assert any({hives, rewrite, others, wire, reprint} <= story for story in told((True, [[hives, wire]])))
    assert told((False, [[wire], [reprint]])) >= {frozenset({hives, rewrite, others, late})}
    assert all(not {wire, reprint} <= story for story in told((False, [[wire], [reprint]])))
    for one in pile[1:]:
        assert all(not {hives, one.id} <= story for story in told((False, [[hives], [one.id]])))
        assert any({hives, one.id} <= story for story in told((True, [[hives, one.id]])))


def test_a_contradiction_keeps_apart() -> None:
    pile = days(*DAYS)
    one, two, three = pile[0].id, pile[3].id, pile[6].id
    decisions = [(True, [[one, two]]), (True, [[two, three]]), (False, [[one], [three]])]
    found = {frozenset(story.articles) for story in group(pile, pairs(decisions))}
    assert any({one, two} <= story for story in found)
    assert all(not {one, three} <= story for story in found)


def test_a_later_decision_puts_known_stories_together() -> None:
    pile = days(*DAYS)
    known = follow(pile, Stream())
    assert len(stories(known)) == 2
    follow([], known, pairs([(True, [[pile[0].id, pile[3].id]])]))
    assert len(stories(known)) == 1
    assert set(known.home.values()) == {0}
    assert list(known.absorbed.values()) == [0]


def test_a_kept_article_is_put_as_the_article_itself() -> None:
    pile = days(*DAYS)
    kept = [member_of(one, place) for place, one in enumerate(pile)]
    assert stories(put(kept, Stream())) == group(pile)
    assert kept[0].title == DAYS[0][3]
    assert kept[0].titled
    assert not member_of(article(REPORT, None, "A")).titled
