"""Throws inputs that mean harm at every reader and at the whole pipeline (tests/fuzz), and watches time and memory.

    python benchmarks/fuzzing.py --inputs 10000 --finds finds       # 10,000 inputs for each target
    python benchmarks/fuzzing.py pile --first 500 --inputs 100      # some of one target

A find is an input that raises what no caller expects, takes more than 5 s of CPU time for an article, or brings the process above
1 GB; it is written to the folder `--finds`. An input has a number, and the same number is the same input on any machine.
Each target runs in a process of its own, so that what hangs can be ended.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
import traceback
from pathlib import Path
from threading import Thread

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

# For each article, of which an input has three at most.
SECONDS, MOST, MEGABYTES = 5.0, 3, 1024
TICK = os.sysconf("SC_CLK_TCK")


def work(target: str, first: int, last: int) -> None:
    """The worker: runs inputs, and tells each one before (its number) and after (seconds, MB, what it raised)."""
    from fuzz.mutations import made
    from fuzz.targets import TARGETS

    kind, run = TARGETS[target]
    warm(run, kind)
    for number in range(first, last):
        data = made(kind, number)
        tell({"begin": number})
        start = time.process_time()
        articles, raised = 1, None
        try:
            articles = run(data) or 1
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            raised = f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}: {str(error)[:300]}"
        seconds = time.process_time() - start
        high = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        tell({"end": number, "seconds": round(seconds, 3), "articles": articles, "mb": high, "raised": raised})


def warm(run, kind: str) -> None:
    """Loads what is loaded once, so that it is not counted to the first input."""
    from fuzz.mutations import seeds

    for seed in seeds(kind):
        run(seed)


def tell(line: dict) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


class Watched:
    """A worker, what it has told last, and how much CPU time it had used by then."""

    def __init__(self, target: str, first: int, last: int) -> None:
        command = [sys.executable, __file__, "--work", target, "--first", str(first), "--inputs", str(last - first)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.lines: list[dict] = []
        self.running: int | None = None  # the input it is at
        self.since = 0.0
        self.ended_by_us = ""
        Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while self.process.poll() is None:
            time.sleep(0.3)
            try:
                used, resident = spent(self.process.pid)
            except OSError:
                return
            if self.running is not None and used - self.since > SECONDS * MOST:
                self._end(f"more than {SECONDS * MOST:g} s of CPU time")
            elif resident > MEGABYTES:
                self._end(f"{resident} MB")

    def _end(self, why: str) -> None:
        self.ended_by_us = why
        self.process.kill()

    def told(self):
        """What the worker tells, line by line, until it ends."""
        for line in self.process.stdout:
            found = json.loads(line)
            if "begin" in found:
                self.since = spent(self.process.pid)[0]
            self.running = found.get("begin")
            yield found
        self.process.wait()


def spent(process: int) -> tuple[float, int]:
    """CPU seconds and resident MB of a process."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK, int(fields[21]) * os.sysconf("SC_PAGE_SIZE") >> 20


def throw(target: str, first: int, last: int, finds: Path | None) -> dict:
    """Runs the inputs `first` to `last` of a target; what it cost and what was found."""
    from fuzz.mutations import made
    from fuzz.targets import TARGETS

    out = {"target": target, "inputs": 0, "seconds": 0.0, "slowest": 0.0, "mb": 0, "finds": []}

    def found(number: int, why: str) -> None:
        out["finds"].append({"input": number, "why": why})
        print(f"FIND {target} {number}: {why}", file=sys.stderr, flush=True)
        if finds:
            finds.mkdir(parents=True, exist_ok=True)
            (finds / f"{target.replace(' ', '-')}-{number}").write_bytes(made(TARGETS[target][0], number))

    at = first
    while at < last:
        worker = Watched(target, at, last)
        for line in worker.told():
            if "end" in line:
                at = line["end"] + 1
                out["inputs"] += 1
                out["seconds"] += line["seconds"]
                out["slowest"] = max(out["slowest"], line["seconds"])
                out["mb"] = max(out["mb"], line["mb"])
                slow = line["seconds"] > SECONDS * line["articles"] and f"{line['seconds']} s of CPU time"
                if why := line["raised"] or slow:
                    found(line["end"], why)
        if at < last and worker.running is None:
            raise SystemExit(f"the worker for {target} ended by itself with status {worker.process.returncode}")
        if at < last:
            found(worker.running, worker.ended_by_us or f"the process ended with status {worker.process.returncode}")
            out["inputs"] += 1
            at = worker.running + 1
    return out


def main() -> None:
    from fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("targets", nargs="*", help=f"of: {', '.join(TARGETS)} (default: all)")
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--inputs", type=int, default=1000, help="inputs a target")
    parser.add_argument("--finds", type=Path, help="folder for inputs that broke something")
    parser.add_argument("--work", help=argparse.SUPPRESS)
    given = parser.parse_args()
    last = given.first + given.inputs
    if given.work:
        work(given.work, given.first, last)
        return
    total = finds = 0
    for target in given.targets or TARGETS:
        ran = throw(target, given.first, last, given.finds)
        total, finds = total + ran["inputs"], finds + len(ran["finds"])
        print(
            f"{target:20} {ran['inputs']:8,} inputs  {1000 * ran['seconds'] / max(1, ran['inputs']):7.1f} ms each  "
            f"slowest {ran['slowest']:6.2f} s  {ran['mb']:5} MB  {len(ran['finds'])} finds",
            flush=True,
        )
    print(f"{'all':20} {total:8,} inputs  {finds} finds")
    sys.exit(bool(finds))


if __name__ == "__main__":
    main()
