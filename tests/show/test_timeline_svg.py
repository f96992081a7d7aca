import re
from dataclasses import replace

from firsthand.show.sheet import sheet
from firsthand.show.timeline_svg import MOST, WIDTH, timeline_svg
from show.sample import SAMPLE


def picture(entries):
    brief = replace(SAMPLE, timeline=tuple(entries))
    return str(timeline_svg(sheet(brief).tellings[0].moments, 1))


def entry(start, end=None, text="Words"):
    return replace(SAMPLE.timeline[0], start=start, end=end or start, text=text)


def places(svg):
    return [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', svg)]


def test_entries_stand_in_order_inside_the_picture():
    found = places(picture([entry("1931"), entry("2031-03-03"), entry("2031-03-09")]))
    assert found == sorted(set(found))
    assert all(0 < x < WIDTH for x in found)


def test_an_old_date_does_not_squeeze_the_others():
    _, one, two = places(picture([entry("1931-01-01"), entry("2031-03-03"), entry("2031-03-20")]))
    assert two - one > 100


def test_a_period_has_a_bar_and_every_entry_leads_to_the_list():
    svg = picture([entry("2031-02"), entry("2031-03-01")])
    assert svg.count('class="bar"') == 1
    assert re.findall('href="([^"]+)"', svg) == ["#m1-1", "#m1-2"]


def test_one_day_or_none_needs_no_picture():
    assert picture([]) == picture([entry("2031-03-03")] * 3) == picture([entry("soon"), entry("later")]) == ""


def test_a_long_timeline_is_thinned_in_the_picture():
    svg = picture([entry(f"2031-{1 + i // 28:02}-{1 + i % 28:02}") for i in range(300)])
    assert len(places(svg)) == MOST


def test_markup_stays_text():
    assert "<img" not in picture([entry("2031", text="<img src=x>"), entry("2032")])
