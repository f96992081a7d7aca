"""A small invented pile: a leak at a dam (a copy, a denial, a later word), a stolen violin, a page in German."""

from firsthand.ids import article_id
from firsthand.records import Article, Outlet, Part, Period

LEAK = """Engineers found a crack in the Hollin Dam above Ternby on Monday, the river agency said.

“The crack is as wide as a hand, and water runs through it,” chief engineer Maud Ostrander told the council of Ternby. \
“We have lowered the lake by two metres.”

Ostrander said that 400 families in Ternby should leave their homes before Wednesday. The Hollin Dam was built in 1931.

The mayor of Ternby, Piet Quillfeather, said buses would stand ready at the market hall from noon."""

COPY = LEAK + "\n\nThe school of Ternby stays shut until Friday."

DENIAL = """Nordwasser, the company that runs the Hollin Dam above Ternby, denied on Tuesday that the dam was unsafe.

“There is no crack in the Hollin Dam,” its spokesman, Ulf Brandvold, said. “Chief engineer Maud Ostrander has seen a \
wet joint, nothing else.”

The river agency confirmed that the lake at the Hollin Dam had been lowered by two metres. The mayor of Ternby, Piet \
Quillfeather, said he trusted Ostrander."""

LATER = """Families may go home to Ternby, chief engineer Maud Ostrander said on Friday, three days after a crack was \
found in the Hollin Dam.

“The crack in the Hollin Dam is filled, and no water runs through it,” Ostrander said. The mayor of Ternby, Piet \
Quillfeather, promised that every family would get 200 crowns."""

THEFT = """A violin made in 1740 was stolen from the museum of Grauvik on Sunday night, the museum said.

“They came through the roof and took nothing else,” curator Ines Calloway said. Police in Grauvik believe that two \
thieves were at work.

Calloway said that the violin of Tomaso Berti was worth nine million crowns."""

REWARD = """The museum of Grauvik offers 50,000 crowns for the violin of Tomaso Berti, stolen from it on Sunday.

Curator Ines Calloway said the museum would ask no questions. Police in Grauvik denied that they knew the thieves."""

GERMAN = """Am Staudamm von Hollin ist am Montag ein Riss gefunden worden, teilte die Flussbehörde mit. „Wir haben den \
See um zwei Meter abgesenkt“, sagte die Ingenieurin. Vierhundert Familien sollen ihre Häuser bis Mittwoch verlassen."""


def article(
    text: str, day: str | None, outlet: str, title: str | None, language: str = "en", url: str | None = None
) -> Article:
    """An article of one body part, published on a day."""
    return Article(
        id=article_id(text, url),
        path=None,
        url=url,
        outlet=Outlet(name=outlet, domain=None),
        title=title,
        authors=(),
        language=language,
        published=Period(start=day, end=day, basis="metadata" if day else "unknown"),
        text=text,
        parts=(Part(start=0, end=len(text), kind="body"),),
    )


def at(name: str) -> str:
    """The address of an article of the pile."""
    return f"https://{name}.example/"


PILE = {
    "leak": article(LEAK, "2025-03-03", "Ternby Post", "Crack found in the Hollin Dam", url=at("leak")),
    "theft": article(THEFT, "2025-03-03", "Grauvik News", "Violin stolen in Grauvik", url=at("theft")),
    "copy": article(COPY, "2025-03-03", "The Lowland Echo", "Crack in the Hollin Dam", url=at("copy")),
    "denial": article(DENIAL, "2025-03-04", "Daily Weir", "Nordwasser: Hollin Dam has no crack", url=at("denial")),
    "german": article(GERMAN, "2025-03-04", "Der Bote", "Riss im Staudamm von Hollin", "de", at("german")),
    "reward": article(REWARD, "2025-03-05", "Grauvik News", "Museum offers 50,000 crowns for violin", url=at("reward")),
    "later": article(LATER, "2025-03-07", "Ternby Post", "Families go home below the Hollin Dam", url=at("later")),
}
CHANGED = article(
    LEAK.replace("400 families", "900 families"), "2025-03-03", "Ternby Post", PILE["leak"].title, url=at("leak")
)
