"""SIGKILL in the middle of a batch, many times: the same command again must make the same tree, and do nothing twice.

python -m tests.benchmarks.kill_sweep [--pictures 50] [--moments 20]

The real command line on small pictures (PNG and JPEG, in folders) with a tiny model. It is killed at random moments, a
quarter of them between the first sign of planning and the first output of an undisturbed run, the others from there to
its last output, and at every named point of `files/fault.py`; then it is run again to its end. Held each time: status
0; the tree has the hashes of the undisturbed one; every file that had its final name when the process died is the same
file still (inode and time of change); the second run did work on none of these; every item is done in the journal; no
temporary file is left; a third run does nothing.
"""

from __future__ import annotations

import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sysconfig
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from enhancer.files.atomic import is_temporary
from enhancer.files.fault import VARIABLE
from tests.benchmarks.measure import Line, begin, finish, parser
from tests.benchmarks.rows import Row
from tests.helpers_jobs import child_environment, make_house, pattern, tree_hash

COMMAND = "python -m tests.benchmarks.kill_sweep"
SIDE = 192


def lines(row: Row) -> list[Line]:
    settings, found = row["settings"], row["passed"]
    what = f"SIGKILL in a batch of {settings['pictures']} pictures, run again: same tree, nothing finished done twice"
    measured = ", ".join(f"{found[kind]} of {row['tried'][kind]} {words}" for kind, words in KINDS.items())
    return [Line(what, measured, "all / all")]


KINDS = {"moments": "random moments", "points": "named points (planning, mid-write, around each rename)"}


def points(pictures: int) -> list[str]:
    """Each named point at its first, a middle and, where it is reached so often, its last hit."""
    middle = max(pictures // 2, 1)
    names = ("after_plan_row", "mid_write", "before_rename", "after_rename")
    return [f"{name}:{hit}" for name in names for hit in dict.fromkeys((1, middle, pictures))]


@dataclass(frozen=True)
class House:
    """Where a sweep happens, and the environment that its runs see."""

    root: Path
    environment: dict[str, str]

    def command(self, out: Path) -> list[str]:
        program = str(Path(sysconfig.get_path("scripts")) / "enhancer")
        options = ["--recursive", "--model", "tiny-x2", "--precision", "fp32", "--threads", "1", "--json"]
        return [program, "enhance", str(self.root / "in"), "-o", f"{out}/", *options]

    def start(self, out: Path, fault: str = "", report: Path | None = None) -> subprocess.Popen[bytes]:
        environment = {**self.environment, VARIABLE: fault}
        extra = ["--report", str(report)] if report else []
        return subprocess.Popen(
            [*self.command(out), *extra], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )

    def complete(self, out: Path, report: Path) -> dict[str, Any]:
        process = self.start(out, report=report)
        _, errors = process.communicate()
        if process.returncode:
            raise SystemExit(f"the run ended with {process.returncode}: {errors.decode()}")
        loaded: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        return loaded


def make_pictures(folder: Path, count: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    for number in range(count):
        place = folder / ("", "one", "one/two")[number % 3]
        place.mkdir(parents=True, exist_ok=True)
        width, height = (int(side) for side in rng.integers(SIDE // 2, SIDE, 2))
        suffix = "jpg" if number % 4 == 0 else "png"
        Image.fromarray(pattern(width, height, seed + number)).save(place / f"{number:03}.{suffix}", quality=95)


def identities(out: Path) -> dict[str, tuple[int, int]]:
    """Inode and nanoseconds of the last change of every file that has its final name."""
    found = {}
    for name in tree_hash(out) if out.is_dir() else ():
        status = (out / name).stat()
        found[name] = (status.st_ino, status.st_mtime_ns)
    return found


def journal_states(out: Path) -> dict[str, int]:
    """Items by state, read from a copy, since opening a journal settles what a kill left in it."""
    counts: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as name:
        for path in (out / ".enhancer").glob("journal-*"):
            shutil.copy(path, name)
        for path in Path(name).glob("*.sqlite"):
            with closing(sqlite3.connect(path)) as connection:
                try:
                    rows = connection.execute("SELECT state, count(*) FROM item GROUP BY state").fetchall()
                except sqlite3.OperationalError:
                    continue  # killed before the tables were there
                counts |= {str(state): int(count) for state, count in rows}
    return counts


def kill_at(house: House, out: Path, moment: float) -> tuple[int, float]:
    """Status and moment; earlier, in a new folder, if the run had ended by then."""
    while (status := killed(house, out, moment)) == 0:
        shutil.rmtree(out)
        moment *= 0.95
    return status, moment


def killed(house: House, out: Path, moment: float) -> int:
    began = time.monotonic()
    process = house.start(out)
    while time.monotonic() - began < moment and process.poll() is None:
        time.sleep(0.001)
    process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    process.communicate()
    return process.returncode


def problems(house: House, out: Path, whole: dict[str, str]) -> tuple[list[str], dict[str, int]]:
    """What a killed run that is run again did wrong, in words, and what was there when it died."""
    before, states = identities(out), journal_states(out)
    found = [
        f"{name} was not whole" for name, value in (tree_hash(out) if before else {}).items() if whole[name] != value
    ]
    if states.get("done", 0) > len(before):
        found.append("the journal said done of what had no name yet")
    report = house.complete(out, house.root / f"{out.name}.json")
    names = {Path(path).relative_to(out).as_posix(): item for item in report["items"] for path in item["outputs"]}
    after = identities(out)
    found += [f"{name} was written again" for name in before if after.get(name) != before[name]]
    found += [f"{name} was worked on again" for name in before if names[name]["state"] != "skipped"]
    if tree_hash(out) != whole:
        found.append("the tree differs")
    if journal_states(out) != {"done": len(whole)}:
        found.append(f"the journal ends with {journal_states(out)}")
    found += [f"{path.name} was left" for path in out.rglob("*") if is_temporary(path.name)]
    again = house.complete(out, house.root / f"{out.name}.json")
    if again["counts"].get("done", 0) or identities(out) != after:
        found.append("a third run did something")
    there = {"in_place": len(before), "in_journal": states.get("done", 0), "writing": states.get("writing", 0)}
    return found, there | {"done_by_second": report["counts"]["done"]}


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--pictures", type=int, default=50)
    options.add_argument("--moments", type=int, default=20)
    chosen = options.parse_args()
    begin("SIGKILL sweep")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        house = House(root, child_environment(make_house(root / "house")))
        make_pictures(root / "in", chosen.pictures, chosen.seed)
        house.complete(root / "first", root / "first.json")
        first_sign, first_output, last_output = watched(house, root / "whole", chosen.pictures)
        whole = tree_hash(root / "whole")
        assert len(whole) == chosen.pictures
        rng = random.Random(chosen.seed)
        early = chosen.moments // 4
        moments = sorted(rng.uniform(first_sign, first_output) for _ in range(early))
        moments += sorted(rng.uniform(first_output, last_output) for _ in range(chosen.moments - early))
        print(
            f"undisturbed: planning from {first_sign:.2f} s, outputs from {first_output:.2f} to {last_output:.2f} s",
            flush=True,
        )
        cases: list[tuple[str, str, float | None]] = [("moments", "", moment) for moment in moments]
        cases += [("points", point, None) for point in points(chosen.pictures)]
        tried, passed, told = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0), []
        for number, (kind, label, moment) in enumerate(cases):
            out = root / f"out-{number}"
            if moment is not None:
                status, moment = kill_at(house, out, moment)
                label = f"{moment:.3f} s"
            else:
                process = house.start(out, fault=label)
                process.communicate()
                status = process.returncode
            wrong, there = problems(house, out, whole)
            if kind == "points" and status == 0:
                wrong.append("it was never killed")
            tried[kind] += 1
            passed[kind] += not wrong
            told.append({"kind": kind, "at": label, "status": status, **there, "problems": wrong})
            counts = ", ".join(f"{key} {value}" for key, value in there.items())
            print(f"{label:>20}: status {status}, {counts}: {'; '.join(wrong) or 'as it should be'}", flush=True)
            shutil.rmtree(out, ignore_errors=True)
        house.complete(root / "last", root / "last.json")
        if not tree_hash(root / "first") == whole == tree_hash(root / "last"):
            raise SystemExit("Undisturbed runs differ: was the program changed meanwhile? Nothing was measured.")
    settings = {"pictures": chosen.pictures, "moments": chosen.moments, "side": SIDE, "threads": 1, "model": "tiny-x2"}
    finish("kill_sweep", settings, {"tried": tried, "passed": passed, "cases": told}, chosen, lines)


def watched(house: House, out: Path, pictures: int) -> tuple[float, float, float]:
    """Seconds until an undisturbed run first touches its output folder, has its first output, and its last."""
    began = time.monotonic()
    process = house.start(out)
    sign = first = last = None
    while process.poll() is None:
        there = sum(1 for path in out.rglob("[0-9]*") if not is_temporary(path.name)) if out.is_dir() else None
        now = time.monotonic() - began
        if sign is None and there is not None:
            sign = now
        if first is None and there:
            first = now
        if last is None and there == pictures:
            last = now
        time.sleep(0.002)
    process.communicate()
    assert process.returncode == 0
    assert sign is not None
    assert first is not None
    return sign, first, last or time.monotonic() - began


if __name__ == "__main__":
    main()
