#!/usr/bin/env python3
"""Where the CPU time of a whole brief goes: by stage and by function, watched from outside with py-spy.

    hot_spots.py ARTICLES.jsonl[.gz] [--sizes 1000 3000 10000] [--jobs 2] [--top 15]
    hot_spots.py --raw FILE                # a profile made before (py-spy record --format raw)

Prints, for each size, wall seconds, CPU seconds of all processes, the memory of the largest process, for each stage
its CPU seconds and the articles a CPU second, and the functions of this package in which most time is spent (what they
call elsewhere counted with them). A function of another package is told under the one of ours that called it.
"""

import argparse
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from speed import first_lines

FRAME = re.compile(r"(?P<function>[^;]*?) \((?P<file>[^;()]*?):\d+\)$")
# beside this Python, else wherever programs are looked for; `pip install py-spy`
SPY = shutil.which("py-spy", path=str(Path(sys.executable).parent)) or shutil.which("py-spy")
STAGE = re.compile(r"firsthand/stages/(\w+)")


class Profile(NamedTuple):
    """Samples by stage and by function."""

    stages: Counter[str]
    functions: Counter[str]


def profile(raw: Path) -> Profile:
    """The samples of a raw py-spy profile: one line a stack, outermost frame first, its count last."""
    stages: Counter[str] = Counter()
    functions: Counter[str] = Counter()
    for line in raw.read_text("utf-8", "replace").splitlines():
        stack, _, count = line.rpartition(" ")
        ours = [f for frame in stack.split(";") if (f := FRAME.match(frame)) and "firsthand/" in f["file"]]
        named = next((s[1] for f in ours if (s := STAGE.search(f["file"]))), None)
        stages[named or "between the stages"] += int(count)
        last = f"{ours[-1]['function']} ({ours[-1]['file'].split('firsthand/')[-1]})" if ours else "elsewhere"
        functions[last] += int(count)
    return Profile(stages, functions)


def watched(articles: Path, size: int, jobs: int, folder: Path) -> tuple[Path, float, float, int]:
    """The profile of the brief of some articles; wall and CPU seconds, megabytes of the largest process."""
    pile, raw = first_lines(articles, size, folder), folder / f"{size}.raw"
    brief = [
        sys.executable,
        "-m",
        "firsthand",
        "brief",
        str(pile),
        "-o",
        str(folder / "brief.json"),
        "--jobs",
        str(jobs),
    ]
    spy = [SPY or "py-spy", "record", "--duration", "1000000", "--rate", "5", "--nonblocking"]
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*spy, "--subprocesses", "--format", "raw", "--output", str(raw), "--", *brief], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return raw, time.monotonic() - start, cpu, after.ru_maxrss // 1024


def table(found: Profile, cpu: float | None, size: int | None, top: int) -> str:
    """The profile as lines: CPU seconds (shares where they are not known) by stage and by function."""
    total = sum(found.stages.values())
    rows = []
    for counted in (found.stages, Counter(dict(found.functions.most_common(top)))):
        for name, samples in counted.most_common():
            share = samples / total
            seconds = f"{share * cpu:9.1f} CPU s" if cpu else ""
            rate = f"{size / (share * cpu):9.1f} a CPU s" if cpu and size and counted is found.stages else ""
            rows.append(f"{100 * share:5.1f} % {seconds} {rate}  {name}".rstrip())
        rows.append("")
    return "\n".join(rows)


def main() -> None:
    """Read the command line, watch, print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("articles", nargs="?", type=Path)
    ask.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10_000])
    ask.add_argument("--jobs", type=int, default=2)
    ask.add_argument("--top", type=int, default=15)
    ask.add_argument("--raw", type=Path)
    told = ask.parse_args()
    if told.raw:
        print(table(profile(told.raw), None, None, told.top))
        return
    if told.articles is None:
        ask.error("name the articles, or a profile made before with --raw")
    if SPY is None:
        ask.error("py-spy is not installed: pip install py-spy")
    for size in told.sizes:
        with tempfile.TemporaryDirectory() as folder:
            raw, wall, cpu, megabytes = watched(told.articles, size, told.jobs, Path(folder))
            print(f"{size} articles: {wall:.0f} s, {cpu:.0f} CPU s, largest process {megabytes} MB", flush=True)
            print(table(profile(raw), cpu, size, told.top), flush=True)


if __name__ == "__main__":
    main()
