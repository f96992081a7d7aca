"""The desk under load: how long its pages take when several people read at once, and how much memory it needs.

    desk_load.py STORE [--clients 8] [--requests 400]

It starts `firsthand desk` on the store and asks it, from CLIENTS threads, for pages of every kind drawn at random from
what the store holds. Times are those of whole answers, in milliseconds.
"""

import argparse
import random
import re
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from threading import local
from time import perf_counter
from urllib.parse import quote

from firsthand import store as kept
from measures import percentile

WORD = re.compile(r"[A-Za-z]{5,}")
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
    told = asked.parse_args()
    pages = addresses(told.store)
    draw = random.Random(0)
    kinds = [draw.choice([kind for kind in pages if pages[kind]]) for _ in range(told.requests)]
    wanted = [(kind, draw.choice(pages[kind])) for kind in kinds]
    command = [sys.executable, "-m", "firsthand", "desk", "--store", told.store, "--port", "0", "--by", "benchmark"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as desk:
        line = desk.stderr.readline()  # type: ignore[union-attr]
        port = int(re.search(r":(\d+)/", line)[1])  # type: ignore[index]
        thread = local()
        for kind in pages:  # templates are read, caches are warm
            ask(port, pages[kind][0], thread)
        began = perf_counter()
        with ThreadPoolExecutor(told.clients) as clients:
            answers = list(clients.map(lambda one: ask(port, one[1], thread), wanted))
        spent = perf_counter() - began
        peak = memory(desk.pid)
        desk.terminate()
    times: dict[str, list[float]] = defaultdict(list)
    for (kind, _), (_, took) in zip(wanted, answers, strict=True):
        times[kind].append(1000 * took)
        times["all"].append(1000 * took)
    print("page          asked   p50 ms   p95 ms")
    for kind, took in times.items():
        print(f"{kind:12} {len(took):6} {percentile(took, 50):8.0f} {percentile(took, 95):8.0f}")
    failed = sum(status >= 400 for status, _ in answers)
    rate = told.requests / spent
    print(f"{told.clients} clients: {rate:.0f} pages a second, {failed} errors, peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
