"""The tables of a store, the same on SQLite and PostgreSQL.

What articles gave on their own is kept (`article.found`); what a dossier gave as a whole is kept as its brief
(`dossier.brief`). `statement`, `claim` and `actor` only list what these hold, to be searched and paged through.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

METADATA = MetaData()

# Days and moments sort as they are written, whatever language a PostgreSQL database sorts by.
Moment = Text().with_variant(Text(collation="C"), "postgresql")

version = Table("store_version", METADATA, Column("number", Integer, nullable=False))

# A group of stories that have to do with each other: what is worked out as a whole. `turn` counts what was put into it.
dossier = Table(
    "dossier",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("turn", Integer, nullable=False, default=0),
    Column("done", Integer, nullable=False, default=-1),  # the turn that `brief` is of
    Column("brief", LargeBinary),
    Column("made_by", Text),
)

story = Table(
    "story",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("dossier", Integer, ForeignKey("dossier.id"), nullable=False, index=True),
    Column("anchor", Text, nullable=False, default=""),  # its first article, which names it in addresses
    Column("title", Text, nullable=False, default=""),
    Column("articles", Integer, nullable=False, default=0),
    Column("outlets", Integer, nullable=False, default=0),
    Column("first", Moment),
    Column("last", Moment),
    Column("claims", Integer, nullable=False, default=0),
    Column("disputed", Integer, nullable=False, default=0),
    Column("added", Moment, index=True),  # when its newest article was added
)

article = Table(
    "article",
    METADATA,
    Column("num", Integer, primary_key=True),  # in the order of adding
    Column("id", Text, nullable=False, unique=True),
    Column("path", Text),
    Column("url", Text, index=True),
    Column("outlet", Text),
    Column("title", Text),
    Column("language", Text),
    Column("first", Moment, index=True),  # its time of publication
    Column("last", Moment),
    Column("digest", Text, nullable=False, index=True),  # SHA-256 of the text
    Column("text", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),  # the Article without its text
    Column("found", LargeBinary),  # what the article stages found; null where they could not work
    Column("member", LargeBinary),  # what grouping keeps of it
    Column("made_by", Text, nullable=False),
    Column("added", Moment, nullable=False),
    Column("newer", Text),  # the id of the version that took its place
    Column("place", Integer),  # in the stream of articles, once it is in a story
    Column("story", Integer, ForeignKey("story.id"), index=True),
    Column("shown", Boolean, nullable=False, default=False),  # its dossier's brief holds it
)

# A sample of the fingerprints of an article's passages.
mark = Table(
    "mark",
    METADATA,
    Column("hash", BigInteger, nullable=False),
    Column("article", Integer, ForeignKey("article.num"), nullable=False),
    PrimaryKeyConstraint("hash", "article"),
    sqlite_with_rowid=False,
)

statement = Table(
    "statement",
    METADATA,
    Column("num", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("article", Integer, ForeignKey("article.num"), nullable=False, index=True),
    Column("dossier", Integer, ForeignKey("dossier.id"), nullable=False, index=True),
    Column("story", Integer, nullable=False, index=True),
    Column("speaker", Text),
    Column("actor", Text, index=True),
    Column("stance", Text, nullable=False),
    Column("said", Moment),  # when it was said, else when it was published: the first day
    Column("confidence", Float, nullable=False),
    Column("decided", Boolean, nullable=False, default=False),  # an analyst has looked at it
    Column("text", Text, nullable=False),
)

actor = Table(
    "actor",
    METADATA,
    Column("dossier", Integer, ForeignKey("dossier.id"), nullable=False),
    Column("id", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    PrimaryKeyConstraint("dossier", "id"),
)

alias = Table(
    "alias",
    METADATA,
    Column("dossier", Integer, ForeignKey("dossier.id"), nullable=False, index=True),
    Column("actor", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),  # without case
)

# What a person should look at: statements of low confidence, suspected rewrites, names that may be one actor.
doubt = Table(
    "doubt",
    METADATA,
    Column("num", Integer, primary_key=True),
    Column("dossier", Integer, ForeignKey("dossier.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("doubt", Float, nullable=False),
    Column("article", Text, nullable=False),
    Column("statement", Text),
    Column("other", Text),
    Column("text", Text, nullable=False),
    Column("why", Text, nullable=False),
)

correction = Table(
    "correction",
    METADATA,
    Column("num", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("record", LargeBinary, nullable=False),
    Column("undone", Text),
    Column("undone_by", Text),
)

DERIVED = (statement, actor, alias, doubt)  # what lists a dossier's brief

# The articles and names that a correction speaks of, to find the dossiers that it touches.
touched = Table(
    "touched",
    METADATA,
    Column("correction", Text, nullable=False, index=True),
    Column("digest", Text, index=True),  # SHA-256 of an article's text
    Column("folded", Text, index=True),  # a name without case
)

unprocessed = Table(
    "unprocessed",
    METADATA,
    Column("key", Text, primary_key=True),  # an input may have several: each article, each kind of fault
    Column("path", Text, nullable=False, index=True),
    Column("why", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    Column("article", Text, index=True),
    Column("failed", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
)

# An address that was fetched, and what its server is asked with next time.
page = Table(
    "page",
    METADATA,
    Column("url", Text, primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

visit = Table(
    "visit",
    METADATA,
    Column("who", Text, nullable=False),
    Column("anchor", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("upto", Integer),  # the last article that was in the store then: clocks jump, numbers only grow
    PrimaryKeyConstraint("who", "anchor"),
)

Index("statement_said", statement.c.said)
_old = article.c.newer.is_not(None)  # few are: the index is of these only, else the database does not trust it
Index("article_newer", article.c.newer, sqlite_where=_old, postgresql_where=_old)
Index("dossier_turns", dossier.c.turn, dossier.c.done)
Index("doubt_order", doubt.c.doubt.desc(), doubt.c.num)
# What a list of actors over all dossiers is added up from, in one place.
actor_totals = Index("actor_totals", actor.c.id, actor.c.name, actor.c.kind, actor.c.statements, actor.c.articles)
