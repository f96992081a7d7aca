"""The parts of an article: page chrome of many houses is marked, and no sentence of an article is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.stages.read.parts import mark_parts

LEAD = "The mine at Kiruna was closed on Monday after part of a lift tower fell into the shaft, the company said."
QUOTE = "“Nobody was below ground,” said Eva Berg, the mayor, who had been told at dawn by the night watch."
BODY = f"{LEAD}\n\n{QUOTE}"
PLACES = (f"{{}}\n\n{BODY}", f"{LEAD}\n\n{{}}\n\n{QUOTE}", f"{BODY}\n\n{{}}")

CHROME = (
    "HomeWorldPoliticsBusinessSciencePodcasts",
    "Home World Politics Business Science Podcasts",
    "Home / News / Region / Mining",
    "Home > News > Local",
    "News » Regional » Accidents",
    "NEWS SPORT WEATHER SHOP EARTH TRAVEL",
    "Menu",
    "☰ Menu",
    "Skip to content",
    "Skip to main content",
    "LatestWorldEconomyOpinionVideo",
    "NewsOpinionSportCultureLifestyleShow more",
    "Most viewed",
    "Advertisement",
    "ADVERTISEMENT – CONTINUE READING BELOW",
    "Share this article",
    "Share FacebookTwitterWhatsAppEmail",
    "FacebookTwitterPrint",
    "Share Tweet Email Print",
    "SHARE",
    "Save Share",
    "tweetshareemailprint",
    "sharecommentsave",
    "Comments (118)",
    "118 comments",
    "12 Comments | Print | Share",
    "Reading time: 3 min",
    "3 min read",
    "3 minutes to read",
    "Published 3 May 2024, 10:30",
    "Published: 03.05.2024 10:30 | Updated: 03.05.2024 11:12",
    "Last updated: 14 October 2025 at 09:12 CET",
    "Updated 2 hours ago",
    "14 Oct 2025 · 2 min read",
    "Listen to this story",
    "Listen · 4 min",
    "Listen to this article (4 minutes)",
    "Audio version | 3 min",
    "Read also: The mayor who would not resign",
    "READ MORE: Why the bridge was never painted",
    "Read more about the floods here",
    "Related: Ten years of the tram",
    "Related articles",
    "See also: Fares to rise in April",
    "You may also like: Five walks by the river",
    "More on this story",
    "More stories from the coast",
    "More from Politics",
    "Don't miss: our weekend guide",
    "Also on the site: Best beaches",
    "Most read: Woman finds ring in carrot",
    "Recommended for you",
    "Sign up for our morning newsletter",
    "Subscribe to The Lakeside Observer for €1 a month",
    "Subscribe for full access",
    "Get our best stories in your inbox every Friday",
    "Follow us on Instagram",
    "Follow The Lakeside Observer on Telegram",
    "Join our WhatsApp channel for breaking news",
    "Download our app",
    "Like our page on Facebook for more local news",
    "Support our journalism. Become a member today.",
    "We use cookies to improve your experience. Accept all | Settings",
    "This website uses cookies. By continuing to browse you agree to our cookie policy.",
    "Tags: mining, accident, Kiruna",
    "Topics: Energy | Wind power | Norway",
    "Filed under: Courts",
    "Keywords: dam, flood, Vistula",
    "Have you spotted an error? Write to us",
    "Report a mistake",
    "Report an error in this article",
    "Found a mistake? Select it and press Ctrl+Enter",
    "Got a story? Email tips@lakeside.example",
    "Contact: newsroom@lakeside.example | +372 555 1234",
    "© Lakeside Observer 2025",
    "© 2025 Lakeside Media Ltd. Registered in Ireland No. 12345",
    "Copyright Lakeside Observer. All rights reserved. Terms of use | Privacy",
    "All rights reserved",
    "Terms of Service · Privacy Policy · Cookie Settings · Contact",
    "About us | Contact | Advertise | Imprint",
    "Editor in chief: Maja Kranjc",
    "Publisher: Lakeside Media d.o.o., Ljubljana",
    "ISSN 1234-5678",
    "Back to top",
    "Next article: Tram drivers end strike",
    "Previous article",
    "Print this page",
    "Photo gallery (12)",
    "VIDEO: Watch the moment the crane fell",
    "1 / 7",
    "Load more comments",
    "Log in to comment",
    "Leave a comment",
    "Be the first to comment",
    "0 Comments",
    "You have 2 free articles left this month",
    "Already a subscriber? Log in",
    "Weather 12°C Ljubljana",
    "Today's paper | E-paper | Archive",
    "Breaking",
    "LIVE",
    "PREMIUM",
    "Sponsored content",
    "Story continues below",
    "Article continues after advertisement",
    "Buy a copy of today's paper",
    "Enable notifications",
    "Click here to read the full report",
    "Tap to unmute",
    "Watch: Rescue workers reach the village",
    "Our Telegram channel: all the news in one place",
    "Send us your photos and videos: WhatsApp +44 7700 900123",
    "Reprints and permissions",
    "Share on Facebook Share on X Send by e-mail",
    "A+ A- Print",
    "Text size A A A",
    "Font size: A A+",
    "Like 34 Share 12",
    "34 shares",
    "Print edition, page 4",
    "Home | News | Sport | Contact us",
    "Regional news, every morning. Sign up.",
    "Like us on Facebook",
    "Enjoying this story? Buy us a coffee",
    "Reader comments are closed",
    "Trending: storm · derby · eclipse",
    "Share|Save|Print",
    "[Share] [Print] [Email]",
    "• Share • Print • Save",
    "Editor’s choice: The last lighthouse keeper",
    "What readers are saying (41)",
)

CAPTIONS = (
    "Rescue workers at the pit head on Monday. Photo: Anders Lind",
    "Rescue workers at the pit head on Monday. (Photo: Anders Lind/Nordfoto)",
    "Rescue workers at the pit head on Monday. Photograph: Anders Lind / Nordfoto",
    "Rescue workers at the pit head on Monday (Anders Lind/Nordfoto)",
    "Rescue workers at the pit head on Monday. Anders Lind/Nordfoto",
    "Rescue workers at the pit head on Monday. — Photo by Anders Lind",
    "Rescue workers at the pit head. Picture: Nordfoto",
    "Rescue workers at the pit head. Image: Anders Lind",
    "Rescue workers at the pit head. Credit: Anders Lind",
    "Rescue workers at the pit head. © Anders Lind",
    "Rescue workers at the pit head / Photo: Anders Lind",
    "Rescue workers at the pit head | Anders Lind / Nordfoto",
    "Rescue workers at the pit head. Archive photo",
    "Rescue workers at the pit head. File photo",
    "Rescue workers at the pit head. Illustrative photo",
    "Rescue workers at the pit head [File: Anders Lind/Nordfoto]",
    "Rescue workers at the pit head. Photo courtesy of the fire brigade",
    "Rescue workers at the pit head. Courtesy of Anders Lind",
    "Photo: Anders Lind",
    "PHOTO: Rescue workers at the pit head on Monday",
    "Photo by Anders Lind/Nordfoto: Rescue workers at the pit head",
    "Photo: Nordfoto. Rescue workers at the pit head on Monday.",
    "FILE PHOTO: A lift tower in Kiruna, Sweden, May 3, 2021. NORDFOTO/Anders Lind",
    "FILE - The lift tower in Kiruna, May 3, 2021. (NF Photo/Anders Lind, File)",
    "Image copyright Getty Images",
    "Getty Images",
    "Anders Lind/Nordfoto",
    "(Anders Lind/Nordfoto)",
    "Photo: Facebook",
    "Photo credit: Kiruna municipality",
    "Image source: Kiruna fire brigade",
    "The mine seen from above. Drone image: Nordfoto",
    "The mine seen from above. Graphic: Lakeside Observer",
    "The mine seen from above. Source: Google Earth",
    "The mayor, Eva Berg, in her office. PHOTO: ANDERS LIND",
    "The mayor in her office. Foto: A. Lind",
    "The mayor in her office. Photo: A. Lind for the Lakeside Observer",
    "The mayor in her office. Photographer: Anders Lind",
    "The mayor in her office (photo: A. Lind)",
    "The mayor in her office. (Courtesy photo)",
    "Pictured: the mayor in her office",
    "The mayor in her office. Photo taken on 3 May 2024 by Anders Lind",
    "The mayor in her office – Photo: A. Lind",
    "The mayor in her office, 3 May 2024. Photo: private",
    "The mayor in her office. Photo: Lakeside Observer archive",
)

PROSE = (
    "“Follow us,” the guide said, and they followed.",
    "Share prices fell 4 per cent in Oslo.",
    "Comments by the minister drew laughter.",
    "The photo: a man on a bridge, alone, waving a flag.",
    "A photo by Lind shows the lift tower before the collapse.",
    "He signed up for the newsletter and never read it, she said.",
    "Sign-ups for the scheme closed on Friday.",
    "Follow the money, prosecutors like to say.",
    "Watch what they do, not what they say.",
    "The company updated its privacy policy on Tuesday.",
    "Privacy policy was the subject of the hearing on Tuesday, and nobody from the company came.",
    "Copyright law does not cover the recipes.",
    "More than 40 people were hurt.",
    "More: that is what the union wants.",
    "Listen to him long enough and you believe it.",
    "Related charges were dropped in March.",
    "The editor in chief, Maja Kranjc, denied the report.",
    "Editor in chief Maja Kranjc said the paper would appeal.",
    "Publisher Jan Hus said he had not been told.",
    "Video of the crash was posted on Facebook by a passer-by.",
    "Video showed the lift falling.",
    "Photographs released on Monday by the police show the tower.",
    "Join the army, his uncle told him.",
    "Read the report and weep, said Berg.",
    "Subscribers to the service were told on Monday that it would close.",
    "Get out, they were told.",
    "Tags were found on 12 of the birds.",
    "McDonald's and YouTube signed the pledge.",
    "OpenAI, DeepMind and SpaceX declined to comment.",
    "Related to this, the ministry said, is the price of gas.",
    "By Friday the water had reached the church.",
    "By Monday morning, Berg was gone.",
    "Report of the committee: nothing new.",
    "Terms of use of the land were never agreed.",
    "Contact with the vessel was lost at 4 a.m.",
    "Donate blood, the hospital pleaded.",
    "Advertisements for the job ran for three weeks.",
    '"Share it," she said.',
    "Kiruna, 3 May 2024",
    "Live music will be banned after midnight.",
    "Trending upwards since May, the rate hit 9 per cent.",
    "Correction of the river's course began in 1911.",
    "Corrections officers at the jail walked out.",
    "Update the software or lose the data, users were told.",
    "Clarification is needed, the judge said.",
    "The story was first reported by Nordfoto.",
    "This article of the treaty was never ratified.",
    "This report was rejected by the council.",
    "The bank said it would contact customers by email and that nobody needed to click on a link.",
    "We use less water than ten years ago, the mayor said.",
    "Support for the plan fell to 31 per cent.",
    "She said: “Subscribe to nothing.”",
    "Berg and Lind/Nord, a joint venture, will build it.",
    "The deal covers AC/DC and Guns N' Roses.",
    "The winner was Lind (Sweden/Norway).",
    "Reuters reported on Monday that the deal was off.",
    "The agency AFP quoted him as saying so.",
    "He was pictured: a broken man.",
    "Two officials - Berg and Lind - were named.",
    "Police said 12 people were held. (Nordfoto)",
    "Save the whale campaigners met in Bergen.",
    "Next: the budget.",
    "It will be back, Berg said. “Photo: none,” read the notice.",
)


def kinds(text, piece=None, **about):
    """The kinds of the parts that overlap a piece of the text (or of all)."""
    start = text.index(piece) if piece else 0
    end = start + len(piece or text)
    return [part.kind for part in mark_parts(text, "en", **about) if part.end > start and part.start < end]


def told(text, **about):
    return [(part.kind, text[part.start : part.end]) for part in mark_parts(text, "en", **about)]


@pytest.mark.parametrize("place", PLACES, ids=["above", "between", "below"])
@pytest.mark.parametrize("line", CHROME)
def test_chrome_is_furniture_wherever_it_stands(line, place):
    found = kinds(place.format(line), line, title="Mine closed")
    assert set(found) <= {"furniture", "caption"}


@pytest.mark.parametrize("place", PLACES, ids=["above", "between", "below"])
@pytest.mark.parametrize("line", CAPTIONS)
def test_a_picture_credit_makes_a_caption(line, place):
    found = kinds(place.format(line), line, title="Mine closed")
    assert set(found) <= {"caption", "furniture"}


@pytest.mark.parametrize("place", PLACES, ids=["above", "between", "below"])
@pytest.mark.parametrize("line", PROSE)
def test_a_sentence_of_the_article_is_never_chrome(line, place):
    found = kinds(place.format(line), line, title="Mine closed")
    assert set(found) <= {"body", "title", "dateline"}


def test_a_page_as_it_is_copied():
    text = (
        "Home\nNews\nSport\nWeather\n\nMine tower falls in Kiruna\n\nBy Eva Lund | 3 May 2024\n\n"
        f"The tower on Monday. Photo: Anders Lind\n\nKIRUNA, May 3 (Nordfoto) - {LEAD}\n\n{QUOTE}\n\n"
        "Correction, 4 May: the mayor's name was misspelled.\n\nReporting by Eva Lund; editing by Jan Hus\n\n"
        "Related articles\nTram drivers end strike\nTen years of the tram\n\n© 2024 Nordfoto"
    )
    assert told(text) == [
        *[("furniture", word) for word in ("Home", "News", "Sport", "Weather")],
        ("title", "Mine tower falls in Kiruna"),
        ("byline", "By Eva Lund | 3 May 2024"),
        ("caption", "The tower on Monday. Photo: Anders Lind"),
        ("dateline", "KIRUNA, May 3 (Nordfoto) -"),
        ("body", LEAD),
        ("body", QUOTE),
        ("correction", "Correction, 4 May: the mayor's name was misspelled."),
        ("byline", "Reporting by Eva Lund; editing by Jan Hus"),
        ("furniture", "Related articles"),
        ("furniture", "Tram drivers end strike"),
        ("furniture", "Ten years of the tram"),
        ("furniture", "© 2024 Nordfoto"),
    ]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (f"HomeNewsSportMine tower falls, nobody hurt\n\n{BODY}", "HomeNewsSport"),
        (f"Home | News | Sport | {BODY}", "Home | News | Sport |"),
        (f"{BODY}Share Print Comments (4)", "Share Print Comments (4)"),
        (f"{BODY}pdfshareprint", "pdfshareprint"),
        (f"{BODY} © 2024 Nordfoto. All rights reserved.", "© 2024 Nordfoto. All rights reserved."),
        (f"{BODY} Read more: Why the bridge was never painted", "Read more: Why the bridge was never painted"),
        (f"Editor in chief: Maja Kranjc. {BODY}", "Editor in chief: Maja Kranjc."),
    ],
)
def test_chrome_glued_to_prose_is_cut_off(text, cut):
    assert ("furniture", cut) in told(text)
    assert any(kind == "body" and LEAD[:-20] in piece for kind, piece in told(text))


def test_a_caption_given_twice_with_and_without_its_credit():
    text = f"The tower on Monday morning.\n\nThe tower on Monday morning. Photo: A. Lind\n\n{BODY}"
    assert [kind for kind, _ in told(text)] == ["caption", "caption", "body", "body"]


def test_a_line_given_twice_in_a_row_is_a_caption_but_speech_is_not():
    line = "The tower that fell, seen from the church"
    assert [kind for kind, _ in told(f"{line}\n\n{line}\n\n{BODY}")] == ["caption", "caption", "body", "body"]
    assert "caption" not in kinds(f"{LEAD}\n\n{QUOTE}\n\n{QUOTE}")


def test_the_title_of_the_metadata_is_found_in_the_text():
    text = f"NewsSport\n\nMINE CLOSED!\n\n{BODY}"
    assert told(text, title="Mine closed")[1] == ("title", "MINE CLOSED!")


def test_a_name_alone_is_a_byline_only_when_it_is_the_author():
    text = f"Eva Lund\n\n{BODY}"
    assert kinds(text, "Eva Lund", title="Mine closed", authors=["Eva Lund"]) == ["byline"]
    assert kinds(text, "Eva Lund", title="Mine closed") == ["body"]


def test_the_outlet_as_masthead_is_furniture():
    assert kinds(f"The Lakeside Observer\n\n{BODY}", "The Lakeside Observer", outlet="Lakeside Observer") == ["title"]
    assert kinds(f"Lakeside Observer\n\n{BODY}", "Lakeside Observer", outlet="Lakeside Observer") == ["furniture"]


def test_a_wire_credit_alone_on_a_line_is_kept_as_a_byline():
    assert kinds(f"{BODY}\n\n(Adria Wire)", "(Adria Wire)") == ["byline"]


def test_a_place_and_a_date_on_a_line():
    assert told(f"Kiruna, 3 May 2024\n\n{BODY}")[0] == ("dateline", "Kiruna, 3 May 2024")


def test_markdown_headings_are_titles_and_front_matter_is_furniture():
    text = f"---\ntitle: Mine closed\n---\n\n# Mine closed\n\n{LEAD}\n\n## What next\n\n{QUOTE}"
    assert told(text, markdown=True)[3:] == [
        ("furniture", "#"),
        ("title", "Mine closed"),
        ("body", LEAD),
        ("furniture", "##"),
        ("title", "What next"),
        ("body", QUOTE),
    ]


def test_one_part_a_block_of_body_lines():
    text = f"{LEAD}\n{QUOTE}\n\n{LEAD} Again."
    assert told(text) == [("body", f"{LEAD}\n{QUOTE}"), ("body", f"{LEAD} Again.")]


def test_transcripts_keep_their_speakers():
    text = "BERG: The tower fell on Monday.\n\nLIND: Was anybody hurt in the mine?\n\nBERG: Nobody was below ground."
    assert {part.kind for part in mark_parts(text, "en", title="Interview")} == {"body"}


@given(st.text(max_size=300))
def test_parts_are_in_order_apart_and_cover_what_is_not_blank(text):
    at = 0
    for part in mark_parts(text, "en"):
        assert at <= part.start < part.end <= len(text)
        assert not text[at : part.start].strip()
        at = part.end
    assert not text[at:].strip()
