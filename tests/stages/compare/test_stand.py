from dataclasses import replace

import numpy as np

from firsthand.stages.compare.joint.model import load
from firsthand.stages.compare.side import side_of
from firsthand.stages.compare.stand import READ, WEIGHTS, in_order, read, readable, shown, stand
from firsthand.stages.compare.state import claim_of

NAMES = {"Lund": "Lund", "mill": "the mill"}


def sides(record, seen, *rows):
    """Rows of (article, day, text, source, stance, claim) → the sides of the claims, in the order of their numbers, and
    what else is needed to compare them."""
    texts, days = {}, {}
    for name, day, text, source, *_ in rows:
        texts[name] = f"{texts.get(name, '')}{source} said {text}. "
        days[name] = day
    articles = {name: record.article(name, text, day=days[name]) for name, text in texts.items()}
    said = [record.statement(f"s{n}", articles[r[0]], r[2], r[3], stance=r[4]) for n, r in enumerate(rows)]
    views, setting = seen([*articles.values()], said, [record.actor("mill", "organisation"), record.actor("Lund")])
    groups = {}
    for view, row in zip(views, rows, strict=True):
        groups.setdefault(row[5], ([], []))[row[4] == "denies"].append(view)
    found = [side_of(claim_of(*groups[n], "en"), *groups[n]) for n in sorted(groups)]
    return found, replace(setting, joint=load("en")), np.mean([*setting.meaning.values()], axis=0)


def asked(old, new, setting):
    """What the joint reader takes two claims for."""
    return read(readable(old, new, setting), setting)


def test_the_claim_told_first_is_the_old_one_on_one_day_that_further_up(record, seen):
    told = (
        ("1", "2025-03-05", "the kiln was repaired", "mill", "asserts", 0),
        ("2", "2025-03-04", "the kiln was cracked", "Lund", "asserts", 1),
        ("2", "2025-03-04", "the kiln was shut down", "Lund", "asserts", 2),
    )
    (repaired, cracked, shut), *_ = sides(record, seen, *told)
    assert in_order(repaired, cracked) == (cracked, repaired)
    assert in_order(shut, cracked) == (cracked, shut)


def test_every_weight_has_its_feature(record, seen):
    told = (
        ("1", "2025-03-04", "the kiln was cracked", "mill", "asserts", 0),
        ("2", "2025-03-09", "the kiln was sound", "Lund", "asserts", 1),
    )
    (old, new), setting, middle = sides(record, seen, *told)
    features = shown(old, new, setting, middle, "en")
    assert [*features, *asked(old, new, setting)] == [*WEIGHTS]
    assert features["days between"] == 1.0
    assert features["beside each other"] < 0.2
    assert not features["one party"]


def test_a_deniers_other_account_of_one_thing_right_behind_contradicts(record, seen):
    told = (
        ("1", "2025-03-04", "the fire began in the paint store of the mill at Vik", "Lund", "asserts", 0),
        ("1", "2025-03-04", "the fire began in the paint store of the mill at Vik", "mill", "denies", 0),
        ("1", "2025-03-04", "the fire began in a lorry outside the gate of the mill at Vik", "mill", "asserts", 1),
    )
    (store, lorry), setting, middle = sides(record, seen, *told)
    _, relation = stand(store, lorry, setting, middle, NAMES, "en")
    assert (relation.kind, relation.a, relation.b) == ("contradicts", lorry.claim.id, store.claim.id)
    assert "paint store" in relation.why
    assert "Lund" in relation.why


def test_what_one_party_says_of_two_things_has_no_relation(record, seen):
    told = (
        ("1", "2025-03-04", "the choir sang on the quay", "Lund", "asserts", 0),
        ("2", "2025-03-09", "hail broke the glass roof", "Lund", "asserts", 1),
    )
    (choir, hail), setting, middle = sides(record, seen, *told)
    assert stand(choir, hail, setting, middle, NAMES, "en") is None


def test_two_claims_are_read_together_where_both_have_vectors_and_there_is_a_reader(record, seen):
    told = (
        ("1", "2025-03-04", "the kiln will be fired up again on Sunday", "mill", "asserts", 0),
        ("2", "2025-03-06", "the kiln will not be fired up before Monday week", "mill", "asserts", 1),
    )
    (old, new), setting, _ = sides(record, seen, *told)
    assert asked(old, new, setting)["read as updating"] > 0.0
    assert asked(old, new, setting)["read as updating"] > asked(new, old, setting)["read as updating"]
    nothing = dict.fromkeys(READ, -1.0)
    assert asked(old, new, replace(setting, meaning={})) == asked(old, new, replace(setting, joint=None)) == nothing


def test_the_likeliest_pair_of_two_claims_counts_and_all_on_the_whole(record, seen):
    told = (
        ("1", "2025-03-04", "the kiln will be fired up again on Sunday", "mill", "asserts", 0),
        ("2", "2025-03-06", "the kiln will not be fired up before Monday week", "mill", "asserts", 1),
        ("3", "2025-03-06", "the kiln will not be fired up before Monday week", "mill", "asserts", 1),
        ("4", "2025-03-06", "a choir sang on the quay for the men of the kiln", "mill", "asserts", 2),
    )
    (old, new, choir), setting, _ = sides(record, seen, *told)
    alone = asked(old, new, setting)
    assert alone["read as updating"] == alone["read as updating on the whole"]
    mixed = asked(old, replace(new, told=(*new.told, *choir.told)), setting)
    assert mixed["read as updating"] == alone["read as updating"]
    other = asked(old, choir, setting)["read as updating"]
    assert mixed["read as updating on the whole"] == (alone["read as updating"] + other) / 2  # one wording counts once
