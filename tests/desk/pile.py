"""A small store for the desk's tests: an invented bridge in three articles, one of which means harm."""

import re
from pathlib import Path
from shutil import copyfile

from starlette.testclient import TestClient

from firsthand import store as stored
from firsthand.desk import make_app
from firsthand.records import Article, Outlet, Part, Period, Unprocessed

HARM = (
    "\"><script>document.title='HARM'</script><img src=x onerror=\"document.title='HARM'\">'`${7*7}{{7*7}}"
    "<svg/onload=document.title='HARM'></title></textarea></style><a href='javascript:document.title=1'>x</a>"
)
LAMP = (
    "“The bridge at Tolvik will stay closed for six weeks,” Mayor Ada Brandvold told Nordwire on Monday.\n\n"
    "Brandvold said two people had been hurt when a railing fell. “We are sorry,” the mayor said.\n\n"
    "Harbour master Olav Ness denied that the ferry would run at night."
)
COURIER = (
    "The bridge at Tolvik will stay closed for six weeks, Mayor Ada Brandvold said, Nordwire reported.\n\n"
    "The roads agency said on Tuesday that the bridge would open in two weeks. Two people were hurt, Brandvold said."
)
OLDER = LAMP.replace("six weeks", "five weeks")


def article(key: str, outlet: str, title: str, text: str, day: str = "2031-03-03", **more: object) -> Article:
    """An English article that was read from a page."""
    values: dict[str, object] = {
        "id": key,
        "path": f"pile/{key}.html",
        "url": f"https://{key}.example/tolvik",
        "outlet": Outlet(name=outlet, domain=None),
        "title": title,
        "authors": (),
        "language": "en",
        "published": Period(start=day, end=day, basis="metadata"),
        "text": text,
        "parts": (Part(start=0, end=len(text), kind="body"),),
    }
    return Article(**{**values, **more})  # type: ignore[arg-type]


HARMFUL = article(
    "harm",
    f"Harm {HARM}",
    f"Bridge at Tolvik to stay shut {HARM}",
    f"“The bridge at Tolvik will stay closed for six weeks {HARM},” Mayor Ada {HARM} Brandvold told Nordwire."
    f" {HARM}\n\n"
    f"“{HARM} is what we know,” said Olav {HARM} Ness.",
    url="javascript:document.title='HARM'",
    path=f"pile/{HARM}.html",
    authors=(HARM,),
)


def fill(place: Path) -> None:
    """Make the store."""
    held = stored.open_store(place, create=True)
    older = article("lamp0", "Tolvik Lamp", "Bridge at Tolvik to stay shut", OLDER, url="https://lamp.example/tolvik")
    given = [
        older,
        article("lamp", "Tolvik Lamp", "Bridge at Tolvik to stay shut", LAMP),
        article("courier", "Fjord Courier", "Tolvik bridge closed", COURIER, "2031-03-04"),
        HARMFUL,
        Unprocessed(path=f"pile/{HARM}.txt", why=f"unreadable {HARM}", remedy=HARM),
    ]
    for _ in stored.add(held, given):
        pass
    stored.update(held)
    stored.close(held)


def opened(made: Path, into: Path) -> stored.Store:
    """A store of one's own, as it was made."""
    return stored.open_store(copyfile(made, into / "pile.db"))


def client(held: stored.Store, **how: object) -> TestClient:
    """A browser without a screen that follows nothing."""
    app = make_app(held, "Ada", **how)  # type: ignore[arg-type]
    return TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)


def token(page: str) -> str:
    """The token of a page's forms."""
    found = re.search(r'name="csrf" value="(\w+)"', page)
    assert found
    return found[1]


def send(browser: TestClient, path: str, **fields: object):
    """Send a form of the desk."""
    page = browser.get("/article/lamp").text
    return browser.post(path, data={"csrf": token(page), "back": "/article/lamp", **fields})


def statement(held: stored.Store, words: str, home: str = "lamp") -> str:
    """The id of the statement that holds these words in an article."""
    brief = stored.dossier(held, home)
    assert brief
    return next(s.id for s in brief.statements if s.article == home and words in s.text)
