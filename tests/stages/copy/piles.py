"""Articles for the tests of the copy stage."""

from firsthand.ids import article_id
from firsthand.records import Article, Outlet, Part, Period

WIRE = (
    "LISBON, May 4 (Iberia Wire) - A freight train carrying ammonia left the rails near Setubal early on Sunday and "
    "two of its fourteen wagons leaked, the railway authority said.\n\n"
    "Firefighters sprayed the wagons with water for six hours while residents of three villages were told to keep "
    "their windows shut and to stay away from the river meadows.\n\n"
    '"We have no injured people and we want to keep it that way," Rui Falcato, who heads the civil protection service, '
    "told reporters.\n\n"
    "The line between Setubal and the harbour will stay closed until engineers have lifted the last wagon, which lies "
    "on its side in a ditch below the embankment.\n"
)
REPRINT = (
    "A freight train carrying ammonia left the rails near Setubal early on Sunday and two of its fourteen wagons "
    "leaked, the railway authority said.\n\n"
    "Firefighters sprayed the wagons with water for six hours while residents of three villages were told to keep "
    "their windows closed and to stay away from the river meadows.\n\n"
    "The mayor of Palmela has cancelled the spring fair.\n\n"
    "(Iberia Wire)\n"
)
REPORT = (
    "Rui Falcato chose his words with care at the roadside.\n\n"
    "“We have no injured people and we want to keep it that way,” he told reporters. “Nobody should swim.”\n\n"
    "A biologist from the university took samples of the mud and promised results before the weekend.\n"
)
FIRST_HAND = (
    "A beekeeper in the hills above Ourique says that 38 of his 60 hives were emptied in one night in April.\n\n"
    "‘They came with a milk tanker and a pump, and they left the frames stacked like library books,’ Abel Quintas told "
    "The Alentejo Mirror in his kitchen.\n\n"
    "Quintas, 71, followed the tyre tracks for nine kilometres, to a shuttered olive mill outside Garvao.\n\n"
    "The police in Beja took his statement but have not visited the mill, he said.\n\n"
    "Lavender honey of the region fetches 14 euros a kilogram, twice as much as ten years ago.\n"
)
REWRITE = (
    "Thieves have robbed a keeper of bees near Ourique of the content of 38 hives in one night of spring.\n\n"
    "For transport served them a tanker, otherwise used for milk, and the frames remained behind in tidy stacks.\n\n"
    "The tracks of the tyres lead after nine kilometres to an abandoned mill for olives close to Garvao.\n\n"
    "Bees were brought to the Americas by settlers, and they have done well there.\n"
)
OTHERS = (
    "The agriculture ministry is drawing up a register of hives after thefts in Ourique, Garvao and Mertola.\n\n"
    "“A register protects the honest keeper,” the minister, Lidia Sampaio, told parliament.\n"
)


def article(text: str, day: str | None, outlet: str | None, title: str | None = None) -> Article:
    """An article whose text is all body."""
    return Article(
        id=article_id(text, outlet),
        path=None,
        url=None,
        outlet=Outlet(name=outlet) if outlet else None,
        title=title,
        authors=(),
        language="en",
        published=Period(start=day, end=day, basis="metadata" if day else "unknown"),
        text=text,
        parts=(Part(start=0, end=len(text), kind="body"),) if text else (),
    )
