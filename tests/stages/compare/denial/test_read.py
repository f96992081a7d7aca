"""What denies something, and what a denial speaks against, told by more than shared words."""

from dataclasses import replace

from firsthand.stages.compare.denial.model import load
from firsthand.stages.compare.denial.read import denies, opposed


def test_a_denial_in_other_words_goes_to_its_claim(spill):
    (told, season, denial), setting = spill
    found = opposed(load("en"), [(told, denial), (season, denial)], setting.articles, {})
    assert found["s1", "s3"] > found["s2", "s3"]
    assert all(0 <= share <= 1 for share in found.values())


def test_an_answer_is_read_in_its_article(record, seen):
    text = "Lund says the mayor took money.\n\nMoe rejected that. “I live on my pay,” he said."
    plain = "The mayor opened the fair.\n\nMoe spoke of his life. “I live on my pay,” he said."
    told = (("1", text, "Mayor accused"), ("2", plain, "Fair opens"))
    articles = [replace(record.article(name, words), title=title) for name, words, title in told]
    said = [record.statement(f"s{n}", a, "I live on my pay", "Moe") for n, a in enumerate(articles)]
    (accused, fair), setting = seen(articles, said, [record.actor("Moe")])
    reader = load("en")
    rejected, spoken = (denies(reader, v, setting.articles[v.statement.article], {}) for v in (accused, fair))
    assert rejected > spoken
