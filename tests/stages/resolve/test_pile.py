from dataclasses import replace

from firsthand.records import Outlet, Speakers
from firsthand.stages.resolve.pile import pile_of

NOBODY = Speakers(entities=(), sources=(), chains=())


def test_names_are_folded_and_know_their_article(make):
    one, speakers = make.identified(
        "The pier is safe, said Josef Čapek.", ("The pier is safe", "Josef Čapek"), outlet=None
    )
    pile = pile_of([one], [speakers])
    at = [e.name for e in pile.entities].index("Josef Čapek")
    assert pile.names[at] == ("josef", "capek")
    assert (pile.home[at], pile.articles) == (0, [one.id])
    assert pile.speaking == {at}


def test_an_outlet_is_one_by_its_name_and_by_its_domain(make):
    named = [make.article(f"Text {n}.", outlet) for n, outlet in enumerate(("The Harbour Times", "Harbour Times"))]
    assert len(pile_of(named, [NOBODY] * 2).outlets) == 1
    site = [
        replace(a, outlet=Outlet(name=name, domain="www.lemonde.fr"))
        for a, name in zip(named, ("Le Monde - Politique", "lemonde.fr"), strict=True)
    ]
    pile = pile_of(site, [NOBODY] * 2)
    (outlet,) = (pile.entities[n] for n in pile.outlets)
    assert (outlet.name, outlet.kind) == ("Le Monde", "outlet")
    assert set(outlet.aliases) == {"Le Monde", "Le Monde - Politique", "lemonde.fr"}
    assert pile.publishers == [("le", "monde"), ("le", "monde")]
