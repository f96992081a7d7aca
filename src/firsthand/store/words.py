"""The index of words: FTS5 on SQLite, tsvector on PostgreSQL. Nothing else knows the two apart."""

import re
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, FromClause, Table, column, func, literal, literal_column, table, text

from firsthand.language import topic
from firsthand.store.tables import METADATA

CONFIGURATION = "firsthand_words"  # of PostgreSQL's text search
START, END = "\x02", "\x03"  # round the words that were found
LANGUAGE = "en"  # of the index; words of others are found as they are written
_MOST = 100_000  # code points of a text that PostgreSQL indexes: its tsvector holds a megabyte, of up to 10 bytes each
_LONGEST = 500  # code points of a word that PostgreSQL can look for: it has 2 kB for one
_TERMS = 50  # of a query that are looked for, and excluded: thousands would take seconds
_COLUMNS = {"article": ("title", "text"), "statement": ("speaker", "text")}
_TOKEN = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
_WORD = re.compile(r"\w+")


class Matching(NamedTuple):
    """What a query asks of a table: what to join, the condition, how well a row fits (least first), the marked text."""

    joined: FromClause
    condition: ColumnElement[bool]
    order: ColumnElement[Any]
    marked: ColumnElement[str]


def index_words(connection: Connection) -> None:
    """Make the index of words over articles and statements; the database keeps it up to date by itself."""
    how = _how(connection)
    if connection.dialect.name == "postgresql":
        _configure(connection)
    for name, columns in _COLUMNS.items():
        if connection.dialect.name == "sqlite":
            for statement in _fts5(name, columns, how):
                connection.exec_driver_sql(statement)
        else:
            connection.exec_driver_sql(f"CREATE INDEX {name}_words ON {name} USING gin ({_vector(columns, how)})")


def matching(connection: Connection, rows: Table, query: str) -> Matching | None:
    """What finds the rows that hold all words of a query: `"a phrase"`, `-without`, `begin*`; None without words."""
    how = _how(connection)
    last = len(_COLUMNS[rows.name]) - 1
    if connection.dialect.name == "sqlite":
        asked = fts5_query(query)
        if asked is None:
            return None
        index = table(f"{rows.name}_words", column("rowid"), column("rank"))
        return Matching(
            index,
            (index.c.rowid == rows.c.num) & literal_column(index.name).op("MATCH")(asked),
            index.c.rank,
            func.highlight(literal_column(index.name), last, START, END),
        )
    asked = web_query(query)
    if asked is None:
        return None
    config: ColumnElement[Any] = literal_column(f"'{how}'::regconfig")
    asked_for = func.websearch_to_tsquery(config, asked)
    vector: ColumnElement[Any] = literal_column(_vector(tuple(f"{rows.name}.{c}" for c in _COLUMNS[rows.name]), how))
    options = f"StartSel={START}, StopSel={END}, HighlightAll=true"
    return Matching(
        rows,
        vector.op("@@")(asked_for),
        -func.ts_rank(vector, asked_for),
        func.ts_headline(config, func.left(rows.c.text, _MOST), asked_for, literal(options)),
    )


def _how(connection: Connection) -> str:
    """FTS5's tokenizer, or the name of our configuration on PostgreSQL."""
    sqlite = connection.dialect.name == "sqlite"
    return str(topic(LANGUAGE, "search")["sqlite"]) if sqlite else CONFIGURATION


def _configure(connection: Connection) -> None:
    """PostgreSQL's own configurations leave out "no" and "not", which are what a denial is told by."""
    stems = topic(LANGUAGE, "search")["postgresql"]
    for command in (
        f"CREATE TEXT SEARCH DICTIONARY {CONFIGURATION} (TEMPLATE = snowball, LANGUAGE = {stems})",
        f"CREATE TEXT SEARCH CONFIGURATION {CONFIGURATION} (COPY = simple)",
        f"ALTER TEXT SEARCH CONFIGURATION {CONFIGURATION} ALTER MAPPING FOR "
        f"asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH {CONFIGURATION}",
    ):
        connection.exec_driver_sql(command)


def fts5_query(query: str) -> str | None:
    """A query as FTS5 reads it, whatever marks it holds; None where it holds no word to look for.

    >>> fts5_query('dam -"test run" leak* it\\'s')
    '"dam" AND "leak"* AND "it" AND "s" NOT ("test run")'
    """
    wanted, unwanted = _terms(query)
    if not wanted:
        return None
    found = " AND ".join(wanted)
    return f"{found} NOT ({' OR '.join(unwanted)})" if unwanted else found


def web_query(query: str) -> str | None:
    """A query as websearch_to_tsquery reads it; None where it holds no word to look for.

    >>> web_query('dam -"test run" leak* it\\'s')
    '"dam" "leak" "it" "s" -"test run"'
    """
    wanted, unwanted = _terms(query, _LONGEST)
    if not wanted:
        return None
    return " ".join((*(each.rstrip("*") for each in wanted), *(f"-{each}" for each in unwanted)))


def _terms(query: str, longest: int | None = None) -> tuple[list[str], list[str]]:
    """The first terms that a query asks for, and those it excludes, quoted; with a star where a word goes on."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in _TOKEN.findall(query):
        words = [each[:longest] for each in _WORD.findall(phrase or word)]
        if not words:
            continue
        terms = [" ".join(words)] if phrase or minus else words
        quoted = [f'"{each}"' for each in terms]
        if word.endswith("*"):
            quoted[-1] += "*"
        (unwanted if minus else wanted).extend(quoted)
    return list(dict.fromkeys(wanted))[:_TERMS], list(dict.fromkeys(unwanted))[:_TERMS]


def _fts5(name: str, columns: tuple[str, ...], how: str) -> list[str]:
    """An index that holds no text of its own, and what keeps it like its table."""
    listed = ", ".join(columns)
    new, old = (", ".join(f"{row}.{c}" for c in columns) for row in ("new", "old"))
    gone = f"INSERT INTO {name}_words ({name}_words, rowid, {listed}) VALUES ('delete', old.num, {old})"  # noqa: S608
    come = f"INSERT INTO {name}_words (rowid, {listed}) VALUES (new.num, {new})"  # noqa: S608
    return [
        f"CREATE VIRTUAL TABLE {name}_words USING fts5"
        f"({listed}, content = '{name}', content_rowid = 'num', tokenize = '{how}')",
        f"CREATE TRIGGER {name}_come AFTER INSERT ON {name} BEGIN {come}; END",
        f"CREATE TRIGGER {name}_gone AFTER DELETE ON {name} BEGIN {gone}; END",
    ]


def _vector(columns: tuple[str, ...], how: str) -> str:
    joined = " || ' ' || ".join(f"coalesce({c}, '')" for c in columns)
    return f"to_tsvector('{how}'::regconfig, left({joined}, {_MOST}))"


def tidy(connection: Connection) -> None:
    """Let the database look at how its rows are spread, so that it finds them fast."""
    ours = ", ".join(sorted(METADATA.tables)) if connection.dialect.name == "postgresql" else ""
    connection.execute(text(f"ANALYZE {ours}"))  # a database may hold what is not ours, and others who lock it
