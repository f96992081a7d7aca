from dataclasses import replace

import pytest

from corrections.invented import BAKKE, CAST, DAM, HOLM, actor, article
from firsthand.corrections.cast import made, meant
from firsthand.ids import actor_id

FAR = article("Another text.", url="https://far.example/")


@pytest.mark.parametrize("name", ["Ada Holm", "ada  holm", "Ádà Holm", "the engineer", "Engineer"])
def test_an_actor_is_meant_by_any_of_its_names(name):
    assert meant(name, DAM, CAST) == (HOLM,)


def test_half_a_name_means_nobody():
    assert meant("Holm", DAM, CAST) == ()


def test_whoever_is_shown_under_the_name_goes_before_who_is_also_called_so():
    other = actor("Ada Holm Strand", "Ada Holm", articles=[DAM])
    assert meant("Ada Holm", DAM, (other, *CAST)) == (HOLM,)


def test_whom_the_article_mentions_goes_before_others():
    far = actor("Odd Bakke", kind="organisation", articles=[FAR])
    assert meant("Odd Bakke", DAM, (far, BAKKE)) == (BAKKE,)
    assert meant("Odd Bakke", FAR, (far, BAKKE)) == (far,)
    near = replace(far, mentions=BAKKE.mentions)
    assert meant("Odd Bakke", DAM, (near, BAKKE)) == (near, BAKKE)


def test_an_unnamed_source_is_told_within_its_article_alone():
    guards = actor("two guards", kind="unnamed", articles=[FAR], unique=f"two guards {FAR.id}")
    assert meant("two guards", DAM, (guards,)) == ()
    assert meant("two guards", FAR, (guards,)) == (guards,)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ruth  Strand", "person"),
        ("two guards", "unnamed"),
        ("The Valley Post", "outlet"),
        ("Reuters", "agency"),
        ("The Guardian", "outlet"),
    ],
)
def test_a_new_actor_has_the_kind_that_its_name_tells(name, kind):
    assert made(name, DAM).kind == kind


def test_a_new_actor_has_the_id_that_the_pile_would_give_it():
    new = made("Ruth  Strand", DAM, ((4, 7),))
    assert (new.id, new.name, new.aliases) == (actor_id("person", "Ruth Strand"), "Ruth Strand", ("Ruth Strand",))
    assert [(m.article, m.spans) for m in new.mentions] == [(DAM.id, ((4, 7),))]
    assert made("two guards", DAM).id != made("two guards", FAR).id
    assert made("Reuters", replace(DAM, language="xx", outlet=None)).kind == "agency"
