"""The address that an article keeps, of the one it was fetched from and the one it states itself."""

from urllib.parse import urlsplit

# Hosts that differ only in these serve the same articles.
FRONTS = ("www.", "m.", "mobile.", "amp.")


def own_address(stated: str | None, fetched: str) -> str:
    """The stated ("canonical") address where it is one of the same site, else the one that was fetched.

    One on another site tells of whom an article was taken, not where it stands; one of the front page is a mistake.

    >>> own_address("https://wire.example/dam", "https://www.wire.example/dam?from=feed")
    'https://wire.example/dam'
    >>> own_address("https://wire.example/dam", "https://loop.example/dam")
    'https://loop.example/dam'
    """
    if stated is None:
        return fetched
    try:
        said, had = urlsplit(stated), urlsplit(fetched)
        same = _site(said.hostname) == _site(had.hostname)
    except ValueError:
        return fetched
    is_front = said.path in ("", "/") and not said.query
    return stated if same and (not is_front or had.path in ("", "/")) else fetched


def _site(host: str | None) -> str:
    host = host or ""
    return next((host.removeprefix(front) for front in FRONTS if host.startswith(front)), host)
