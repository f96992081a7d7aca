from firsthand.stages.compare.joint.model import load
from firsthand.stages.compare.joint.read import together


def test_whichever_statement_is_given_first_one_share_is_told(record, seen):
    first, second = record.article("1", day="2025-03-04"), record.article("2", day="2025-03-05")
    said = [
        record.statement("s1", first, "the ferry will sail on Monday"),
        record.statement("s2", second, "the boat leaves on Monday"),
        record.statement("s3", second, "the harbour was built in 1911"),
    ]
    (sails, leaves, harbour), _ = seen([first, second], said)
    joint = load("en")
    assert together(joint, sails, leaves, {}).same == together(joint, leaves, sails, {}).same
    assert together(joint, sails, leaves, {}).same > together(joint, sails, harbour, {}).same


def test_what_is_said_later_updates_what_was_said_before_not_the_other_way_round(record, seen):
    first, second = record.article("1", day="2025-03-04"), record.article("2", day="2025-03-06")
    said = [
        record.statement("s1", first, "four miners are dead"),
        record.statement("s2", second, "the number of miners killed has risen to six"),
    ]
    (four, six), _ = seen([first, second], said)
    joint = load("en")
    assert together(joint, four, six, {}).updates > 0.5 > together(joint, six, four, {}).updates
    assert together(joint, four, six, {}).contradicts == together(joint, six, four, {}).contradicts
