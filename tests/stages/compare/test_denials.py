import pytest

from firsthand.hints import pairs
from firsthand.stages.compare.decided import decided
from firsthand.stages.compare.denials import settle

TEXT = "Nine crates broke, Lund said. Moe denied that nine crates broke. Moe said it was not so. The choir sang."


@pytest.fixture
def put(record, seen):
    """Decisions → the denials of each cluster, and those of none."""

    def settled(*told):
        one = record.article("1", TEXT)
        two = record.article("2")
        said = [
            record.statement("s1", one, "Nine crates broke", "Lund"),
            record.statement("s2", one, "nine crates broke", "Moe", stance="denies", start=TEXT.index("nine")),
            record.statement("s3", one, "it was not so", "Moe", stance="denies"),
            record.statement("s4", one, "The choir sang"),
            record.statement("s5", two, "the owner slept", "Dahl", stance="doubts"),
        ]
        known = decided(pairs(told), [s.id for s in said])
        views, setting = seen([one, two], said, [record.actor(n) for n in ("Lund", "Moe", "Dahl")], decided=known)
        clusters = [[views[0]], [views[3]]]
        denials, alone, home = settle([views[1], views[2], views[4]], clusters, setting, "en")
        assert all(home[v.statement.id] == place for place, rows in denials.items() for v in rows)
        found = {place: [v.statement.id for v in rows] for place, rows in denials.items() if rows}
        return found, [v.statement.id for v in alone]

    return settled


def test_a_denial_goes_to_what_it_denies_and_the_next_of_its_party_follows(put):
    assert put() == ({0: ["s2", "s3"]}, ["s5"])


def test_a_decision_puts_a_denial_to_a_claim(put):
    assert put((True, [["s4", "s5"]])) == ({1: ["s5"], 0: ["s2", "s3"]}, [])
    assert put((True, [["s4", "s2"]]))[0][1][0] == "s2"


def test_a_decision_keeps_a_denial_from_a_claim_on_every_way(put):
    assert put((False, [["s1"], ["s2", "s3"]])) == ({}, ["s2", "s3", "s5"])
    assert put((False, [["s2"], ["s3"]])) == ({0: ["s2"]}, ["s3", "s5"])


def test_denials_of_one_claim_go_together(put):
    assert put((True, [["s2", "s5"]])) == ({0: ["s2", "s3", "s5"]}, [])
