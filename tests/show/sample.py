"""A small brief made by hand: three invented articles about an invented bridge, with one of everything to show."""

from firsthand.records import (
    Actor,
    ActorMention,
    ActorMerge,
    Article,
    Brief,
    Claim,
    Copy,
    Count,
    Origin,
    Outlet,
    Part,
    Passage,
    Period,
    PlanState,
    Quantity,
    Relation,
    Statement,
    Story,
    TimeExpression,
    TimelineEntry,
    Unprocessed,
)

LAMP = (
    "Bridge at Tolvik to stay shut\n\n"
    "TOLVIK — “The bridge will stay closed for six weeks,” Mayor Ada Brandvold told Nordwire on Monday. "
    "Residents doubt it.\n\n"
    "Photo: the old bridge / L. Fosse\n\nShare this"
)
COURIER = (
    "Mayor Ada Brandvold said the bridge would stay closed for six weeks, Nordwire reported. "
    "The roads agency denied that the bridge would stay closed for six weeks.\n\n"
    "Two people had been hurt, officials said."
)
BLOG = "The bridge will stay closed for six weeks. It opened in 1931."


def day(iso: str) -> Period:
    """A day known from metadata."""
    return Period(start=iso, end=iso, basis="metadata")


def article(key: str, outlet: str, published: str | None, text: str, **more: object) -> Article:
    """An English article with a web address."""
    values: dict[str, object] = {
        "id": key,
        "path": f"pile/{key}.txt",
        "url": f"https://{key}.example/a?b=1&c=2",
        "outlet": Outlet(name=outlet, domain=f"{key}.example"),
        "title": text.partition("\n")[0],
        "authors": (),
        "language": "en",
        "published": day(published) if published else Period(start=None, end=None, basis="unknown"),
        "text": text,
        "parts": (),
    }
    return Article(**{**values, **more})  # type: ignore[arg-type]


def part(text: str, exact: str, kind: str) -> Part:
    """Where `exact` stands in `text`."""
    return Part(start=text.index(exact), end=text.index(exact) + len(exact), kind=kind)  # type: ignore[arg-type]


def statement(key: str, where: Article, exact: str, claim: str | None = None, **more: object) -> Statement:
    """The statement whose content is `exact`."""
    start = where.text.index(exact)
    values: dict[str, object] = {
        "id": key,
        "article": where.id,
        "spans": ((start, start + len(exact)),),
        "text": exact,
        "quote": "indirect",
        "source": None,
        "source_spans": (),
        "cue_spans": (),
        "cue_kind": "speech",
        "chain": (),
        "stance": "asserts",
        "hedges": (),
        "said": None,
        "claim": claim,
        "confidence": 0.9,
    }
    return Statement(**{**values, **more})  # type: ignore[arg-type]


def in_1931(where: Article) -> TimeExpression:
    """The time expression of the year 1931."""
    start = where.text.index("1931")
    year = Period(start="1931", end="1931", basis="expression")
    return TimeExpression(
        start=start, end=start + 4, text="1931", type="DATE", value="1931", mod=None, period=year, precision="year"
    )


def claim(key: str, text: str, statements: tuple[str, ...], **more: object) -> Claim:
    """A claim with one origin."""
    values: dict[str, object] = {
        "id": key,
        "text": text,
        "statements": statements,
        "origins": (),
        "independent_origins": Count(at_least=1, at_most=1),
        "denied_by": (),
        "doubted_by": (),
        "plan": False,
        "quantity": None,
    }
    return Claim(**{**values, **more})  # type: ignore[arg-type]


def actor(key: str, name: str, kind: str = "person") -> Actor:
    """An actor with one name."""
    spans = {a.id: a.text.find(name) for a in ARTICLES}
    mentions = tuple(ActorMention(article=a, spans=((at, at + len(name)),)) for a, at in spans.items() if at >= 0)
    merge = ActorMerge(one=name, two=name, score=1.0, why="same name", articles=tuple(m.article for m in mentions))
    return Actor(
        id=key,
        name=name,
        kind=kind,  # type: ignore[arg-type]
        aliases=(name,),
        member_of=None,
        mentions=mentions,
        merges=(merge,) if len(mentions) > 1 else (),
    )


ARTICLES = (
    article(
        "lamp",
        "Tolvik Lamp",
        "2031-03-03",
        LAMP,
        parts=(
            part(LAMP, "Bridge at Tolvik to stay shut", "title"),
            part(LAMP, "TOLVIK —", "dateline"),
            part(LAMP, "Photo: the old bridge / L. Fosse", "caption"),
            part(LAMP, "Share this", "furniture"),
        ),
    ),
    article("courier", "Fjord Courier", "2031-03-04", COURIER),
    article("blog", "Bridge Blog", None, BLOG, title=None),
)
STATEMENTS = (
    statement(
        "s1",
        ARTICLES[0],
        "The bridge will stay closed for six weeks",
        "c1",
        quote="direct",
        source="mayor",
        chain=("mayor", "wire"),
        said=Period(start="2031-03-03", end="2031-03-03", basis="expression"),
    ),
    statement(
        "s2",
        ARTICLES[1],
        "the bridge would stay closed for six weeks",
        "c1",
        source="mayor",
        chain=("mayor", "wire"),
    ),
    statement(
        "s3",
        ARTICLES[1],
        "that the bridge would stay closed for six weeks",
        "c1",
        source="roads",
        chain=("roads",),
        stance="denies",
    ),
    statement("s4", ARTICLES[1], "Two people had been hurt", "c2", source="officials", chain=("officials",)),
    statement("s5", ARTICLES[2], "The bridge will stay closed for six weeks", "c1", quote="none"),
    statement("s6", ARTICLES[2], "It opened in 1931", "c3", quote="none", times=(in_1931(ARTICLES[2]),)),
    statement("s7", ARTICLES[0], "Residents doubt it", None, stance="doubts", hedges=("doubt",)),
)
SAMPLE = Brief(
    schema=1,
    firsthand="0.1.0",
    articles=ARTICLES,
    actors=(
        actor("mayor", "Ada Brandvold"),
        actor("wire", "Nordwire", "agency"),
        actor("roads", "roads agency", "government"),
        actor("officials", "officials", "unnamed"),
    ),
    statements=STATEMENTS,
    claims=(
        claim("c3", "It opened in 1931", ("s6",)),
        claim("c2", "Two people had been hurt", ("s4",), quantity=Quantity(value=2, unit="people", bound="=")),
        claim(
            "c1",
            "The bridge will stay closed for six weeks",
            ("s1", "s2", "s3", "s5"),
            origins=(
                Origin(
                    actor="mayor",
                    article=None,
                    statements=("s1", "s2", "s5"),
                    why=("s5 (Bridge Blog) rewrites s1", "s9 stays", "like s4"),
                ),
            ),
            independent_origins=Count(at_least=1, at_most=2),
            denied_by=("roads",),
            plan=True,
            state=PlanState(state="no news", since="2031-03-03", claim=None),
        ),
    ),
    relations=(Relation(a="c2", b="c1", kind="contradicts", why="six weeks, two people"),),
    copies=(
        Copy(
            article="blog",
            of="lamp",
            kind="paraphrase",
            credited=False,
            passages=(Passage(article=((0, 42),), of=((40, 82),)),),
            why="12 words in a row",
        ),
    ),
    stories=(
        Story(
            id="t1",
            title="Bridge at Tolvik to stay shut",
            articles=("lamp", "courier", "blog"),
            claims=("c3", "c2", "c1"),
        ),
    ),
    timeline=(
        TimelineEntry(
            start="1931", end="1931", precision="year", text="It opened in 1931", statements=("s6",), story="t1"
        ),
        TimelineEntry(
            start="2031-03-03",
            end="2031-03-03",
            precision="day",
            text="The bridge will stay closed for six weeks",
            statements=("s1",),
            story="t1",
        ),
    ),
    unprocessed=(Unprocessed(path="pile/locked.txt", why="permission denied", remedy="make it readable: chmod +r"),),
)
