from firsthand.stages.copy.reprint import reprint
from firsthand.stages.copy.source import sources
from stages.copy.piles import REPORT, REPRINT, WIRE, article


def test_a_passage_in_a_longer_article_is_reuse() -> None:
    long = REPORT + "\n" + REPRINT.replace("(Iberia Wire)", "") + "\n".join(f"Room {n} was empty." for n in range(99))
    (wire, other), _ = sources([article(WIRE, "2025-05-04", "A"), article(long, "2025-05-05", "B")])
    reuse = reprint(other, wire)
    assert reuse is not None
    assert reuse.copy.of == wire.article.id
    assert len(reuse.words) > 40
    assert reprint(wire, other) == reuse


def test_one_outlet_may_repeat_its_background() -> None:
    background = WIRE.split("\n\n")[1]
    one = article("The inquiry opened. " * 20 + background, "2025-05-09", "Iberia Wire")
    (wire, later), _ = sources([article(WIRE + "It rained. " * 60, "2025-05-04", "Iberia Wire"), one])
    assert reprint(later, wire) is None


def test_articles_without_words() -> None:
    (one, other), _ = sources([article("", None, "A"), article("...", None, "B")])
    assert reprint(one, other) is None
