"""The desk under load: how long its pages take when several people read and decide at once, and how much it needs.

    desk_load.py STORE [--clients 8] [--requests 400] [--writers 0] [--add FILE]

It starts `firsthand desk` on the store and asks it, from CLIENTS threads, for pages of every kind drawn at random from
what the store holds. WRITERS more decide, meanwhile, over and over, what a statement is, with the form of its page, and
undo it; with --add, `firsthand add` puts the file into the store in a process of its own. Times are those of whole
answers, in milliseconds. The store changes: give a copy.
"""

import argparse
import os
import random
import re
import subprocess
import sys
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, local
from time import perf_counter
from urllib.parse import quote, urlencode

from firsthand import store as kept
from measures import percentile

WORD = re.compile(r"[A-Za-z]{5,}")
CSRF = re.compile(r'name="csrf" value="([0-9a-f]+)"')
DECIDED = re.compile(r"firsthand-told=([0-9a-f]+)")
DRAWN = 300  # stories and statements that addresses are made of


def addresses(place: str) -> dict[str, list[str]]:
    """Addresses of every kind of page."""
    held = kept.open_store(place)
    stories = [row.anchor for row in kept.stories(held, limit=DRAWN).rows]
    hits = [hit for word in ("said", "police", "government") for hit in kept.search(held, word, limit=100).rows]
    actors = [row.id for row in kept.actors(held, limit=100).rows]
    words = sorted({word for hit in hits for word in WORD.findall(hit.text)})
    kept.close(held)
    return {
        "stories": ["/", "/?offset=50", *(f"/?text={word}" for word in words[:20])],
        "story": [f"/story/{key}" for key in stories],
        "claim": [f"/claim/{hit.statement}" for hit in hits],
        "article": [f"/article/{hit.article}" for hit in hits],
        "actors": ["/actors", *(f"/actors?text={word}" for word in words[:20])],
        "actor": [f"/actor/{key}" for key in actors],
        "search": [f"/search?text={quote(word)}" for word in words],
        "review": ["/review"],
        "corrections": ["/corrections"],
    }


def ask(port: int, address: str, thread: local) -> tuple[int, float]:
    """The status of an answer and how many seconds it took."""
    if not hasattr(thread, "line"):
        thread.line = HTTPConnection("127.0.0.1", port, timeout=60)
    began = perf_counter()
    thread.line.request("GET", address)
    answer = thread.line.getresponse()
    answer.read()
    return answer.status, perf_counter() - began


def write(port: int, statements: list[tuple[str, str]], done: Event) -> list[tuple[int, float]]:
    """Decide about a statement (article, id) with its page's form, undo it, and so on until the readers are done."""
    answers: list[tuple[int, float]] = []
    line = HTTPConnection("127.0.0.1", port, timeout=120)
    draw = random.Random(1)

    def send(path: str, **fields: str) -> str:
        began = perf_counter()
        line.request("POST", path, urlencode(fields), {"content-type": "application/x-www-form-urlencoded"})
        answer = line.getresponse()
        answer.read()
        answers.append((answer.status, perf_counter() - began))
        return answer.headers.get("set-cookie", "")

    while not done.is_set():
        article, statement = draw.choice(statements)
        line.request("GET", f"/article/{article}?said={statement}")
        csrf = CSRF.search(line.getresponse().read().decode())
        fields = {"csrf": csrf[1] if csrf else "", "back": "/"}
        kept = send("/decide", kind="not a statement", one=f"{article}/{statement}", **fields)
        if decided := DECIDED.search(kept):
            send("/undo", id=decided[1], **fields)
    return answers


def used(pid: int) -> float:
    """Seconds of CPU that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    """Megabytes that a process holds now, and held at most."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


def main() -> None:
    """Start the desk, ask, print the table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("store")
    asked.add_argument("--clients", type=int, default=8)
    asked.add_argument("--requests", type=int, default=400)
    asked.add_argument("--writers", type=int, default=0)
    asked.add_argument("--add", type=Path)
    told = asked.parse_args()
    pages = addresses(told.store)
    statements = [(hit.article, hit.statement) for hit in statements_of(told.store)] if told.writers else []
    draw = random.Random(0)
    kinds = [draw.choice([kind for kind in pages if pages[kind]]) for _ in range(told.requests)]
    wanted = [(kind, draw.choice(pages[kind])) for kind in kinds]
    program = [sys.executable, "-m", "firsthand"]
    command = [*program, "desk", "--store", told.store, "--port", "0", "--by", "benchmark"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as desk:
        line = desk.stderr.readline()  # type: ignore[union-attr]
        port = int(re.search(r":(\d+)/", line)[1])  # type: ignore[index]
        thread, done = local(), Event()
        for kind in pages:  # templates are read, caches are warm
            ask(port, pages[kind][0], thread)
        began, cpu = perf_counter(), used(desk.pid)
        adds = subprocess.Popen([*program, "add", told.add, "--store", told.store]) if told.add else None
        with ThreadPoolExecutor(told.clients + told.writers) as clients:
            writers = [clients.submit(write, port, statements[n :: told.writers], done) for n in range(told.writers)]
            answers = list(clients.map(lambda one: ask(port, one[1], thread), wanted))
            spent = perf_counter() - began
            done.set()
        if adds is not None:
            print(f"firsthand add: exit status {adds.wait()} after {perf_counter() - began:.0f} s")
        decisions = [answer for writer in writers for answer in writer.result()]
        peak, cpu = memory(desk.pid), used(desk.pid) - cpu
        desk.terminate()
        said = desk.stderr.read()  # type: ignore[union-attr]
    times: dict[str, list[float]] = defaultdict(list)
    for (kind, _), (_, took) in zip(wanted, answers, strict=True):
        times[kind].append(1000 * took)
        times["all pages"].append(1000 * took)
    times["decisions"] = [1000 * took for _, took in decisions]
    print("page          asked   p50 ms   p95 ms   p99 ms")
    for kind, took in times.items():
        if took:
            shown = "".join(f"{percentile(took, each):9.0f}" for each in (50, 95, 99))
            print(f"{kind:12} {len(took):6}{shown}")
    failed = Counter(status for status, _ in (*answers, *decisions) if status >= 400)
    rate = told.requests / spent
    each = 1000 * cpu / (len(answers) + len(decisions))
    print(f"{told.clients} readers, {told.writers} writers: {rate:.0f} pages a second, {sum(failed.values())} errors")
    print(*(f"{number} answers of status {status}" for status, number in failed.items()), sep="\n", end="")
    print(f"the desk used {each:.0f} ms of CPU an answer, {peak:.0f} MB at most; it complained: {said or 'of nothing'}")


def statements_of(place: str) -> list[kept.Hit]:
    """Statements of many stories, to be decided about."""
    held = kept.open_store(place)
    hits = [hit for word in ("said", "police", "government") for hit in kept.search(held, word, limit=100).rows]
    kept.close(held)
    return hits


if __name__ == "__main__":
    main()
