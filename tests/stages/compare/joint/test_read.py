from firsthand.stages.compare.joint.model import load
from firsthand.stages.compare.joint.read import one_claim


def test_whichever_statement_is_given_first_one_share_is_told(record, seen):
    first, second = record.article("1", day="2025-03-04"), record.article("2", day="2025-03-05")
    said = [
        record.statement("s1", first, "the ferry will sail on Monday"),
        record.statement("s2", second, "the boat leaves on Monday"),
        record.statement("s3", second, "the harbour was built in 1911"),
    ]
    (sails, leaves, harbour), _ = seen([first, second], said)
    joint = load("en")
    assert one_claim(joint, sails, leaves) == one_claim(joint, leaves, sails)
    assert one_claim(joint, sails, leaves) > one_claim(joint, sails, harbour)
