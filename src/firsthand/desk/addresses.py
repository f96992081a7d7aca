"""Where things are on the desk: addresses of articles and statements, which no re-run changes."""

from urllib.parse import quote, urlencode


def story(article: str) -> str:
    """The story that holds the article."""
    return f"/story/{quote(article, safe='')}"


def claim(statement: str) -> str:
    """The claim that holds the statement."""
    return f"/claim/{quote(statement, safe='')}"


def article(article: str) -> str:
    """An article."""
    return f"/article/{quote(article, safe='')}"


def words(article: str, statement: str) -> str:
    """A statement's words in its article, open to be corrected.

    >>> words("a1", "s2")
    '/article/a1?s=s2#ss2'
    """
    return f"/article/{quote(article, safe='')}?s={quote(statement, safe='')}#s{quote(statement, safe='')}"


def actor(actor: str) -> str:
    """An actor."""
    return f"/actor/{quote(actor, safe='')}"


def query(path: str, **fields: object) -> str:
    """`path` with those fields that hold something.

    >>> query("/search", text="a b", stance="", page=2)
    '/search?text=a+b&page=2'
    """
    told = urlencode({name: str(value) for name, value in fields.items() if value not in ("", None, 0, False)})
    return f"{path}?{told}" if told else path


def here(address: str) -> str:
    """`address` where it is a path of this desk, else the first page: nobody is sent elsewhere.

    >>> here("/story/a?x=1#s2"), here("//elsewhere.example/"), here("https://elsewhere.example/")
    ('/story/a?x=1#s2', '/', '/')
    """
    local = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if local and address.isascii() and address.isprintable() and "\\" not in address else "/"
