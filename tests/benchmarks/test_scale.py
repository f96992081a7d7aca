from scale import STEPS, measure
from stories import article


def test_a_line_for_each_step() -> None:
    pile = [article({"text": "Rain fell on Lazine.", "title": "Rain"}), article({"text": "Bees swarm."})]
    lines = [measure(step, pile) for step in STEPS]
    assert [line.split()[0] for line in lines] == ["copy", "group"]
    assert ["2 found" in line for line in lines] == [False, True]
    assert all("MB at most" in line for line in lines)
