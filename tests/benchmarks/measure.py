"""What all benchmarks share: options, timing in turn, fresh processes, pictures. Imports nothing heavy by itself."""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.rows import LOAD_AT_START, Row, append_row, cores, cpu_name, make_row

if TYPE_CHECKING:
    import numpy as np

ROOT = Path(__file__).resolve().parent.parent.parent
BUSY = 0.3


@dataclass(frozen=True)
class Line:
    """One line of a table in the README. asked: what was hoped for, in the order first / close / aim."""

    what: str
    measured: str
    asked: str = ""


def parser(doc: str | None, seed: int = 0) -> argparse.ArgumentParser:
    """The options that every benchmark has."""
    made = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--seed", type=int, default=seed)
    made.add_argument("--no-row", action="store_true", help="print only, for trials")
    return made


def begin(title: str) -> None:
    """Say what is measured and on what."""
    print(f"== {title}")
    print(f"{cpu_name()}, {cores()} cores, load {LOAD_AT_START}", flush=True)
    if LOAD_AT_START is not None and LOAD_AT_START > BUSY:
        print("The machine is busy: seconds of this run are no result.", flush=True)


def finish(
    name: str,
    settings: Mapping[str, Any],
    values: Mapping[str, Any],
    options: argparse.Namespace,
    lines: Callable[[Row], list[Line]],
) -> None:
    """Keep the row, unless it is a trial, and print what the README's table will say."""
    keep = make_row if options.no_row else lambda *given: append_row(name, *given)
    for line in lines(keep(settings, values, options.seed)):
        print(f"{line.what}: {line.measured}" + (f"  (asked: {line.asked})" if line.asked else ""))


def in_turn(variants: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, dict[str, float]]:
    """Seconds of each variant, {"wall": ..., "cpu": ...}: medians over rounds in which each runs once, in an order that
    is drawn anew, after a round that does not count. CPU seconds are those of all threads of this process.
    """
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in variants}
    order, rng = list(variants), random.Random(0)
    for number in range(repeats + 1):
        rng.shuffle(order)
        for name in order:
            wall, cpu = time.perf_counter(), time.process_time()
            variants[name]()
            spent = time.perf_counter() - wall, time.process_time() - cpu
            if number:
                times[name].append(spent)
    return {
        name: {"wall": round(median(w for w, _ in spent), 4), "cpu": round(median(c for _, c in spent), 4)}
        for name, spent in times.items()
    }


def median(values: Any) -> float:
    return float(statistics.median(list(values)))


def duration(seconds: float) -> str:
    """Three digits, in s or ms."""
    return f"{seconds:.3g} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"


def fresh(module: str, task: str, **values: Any) -> dict[str, Any]:
    """What `child(task, values)` of the module returns in a process of its own. ChildDied if it does not end well."""
    command = [sys.executable, "-m", module, "--child", task, json.dumps(values)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ChildDied(f"{task} ended with {done.returncode}: {done.stderr.strip()[-2000:]}")
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


class ChildDied(RuntimeError):
    """A fresh process that was killed or failed."""


def serve_child(tasks: Mapping[str, Callable[..., dict[str, Any]]]) -> bool:
    """Whether this process was started by `fresh`; if so its task is done now."""
    if sys.argv[1:2] != ["--child"]:
        return False
    print(json.dumps(tasks[sys.argv[2]](**json.loads(sys.argv[3]))))
    return True


def own_peak() -> int:
    """Bytes of main memory that this program held at most.

    Linux lets `getrusage` of a new program begin with the peak of the one that started it; VmHWM does not.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    from enhancer.runtime.memory import peak_memory

    return peak_memory() or 0


def photo(width: int, height: int, seed: int = 0) -> np.ndarray:
    """(H,W,3) uint8: the astronaut of scikit-image, repeated as in mirrors, with the noise of a camera."""
    import numpy as np
    from skimage import data

    tile = data.astronaut()
    for axis in (0, 1):
        tile = np.concatenate([tile, np.flip(tile, axis)], axis)
    rows, columns = np.arange(height) % tile.shape[0], np.arange(width) % tile.shape[1]
    rng = np.random.default_rng(seed)
    pixels = np.empty((height, width, 3), np.uint8)
    for top in range(0, height, 256):
        part = tile[rows[top : top + 256]][:, columns]
        noisy = part + rng.normal(0, 2, part.shape).astype(np.float32)
        pixels[top : top + 256] = np.clip(np.round(noisy), 0, 255)
    return pixels


def sides(megapixels: float) -> tuple[int, int]:
    """(width, height) of a 4:3 picture."""
    height = round((megapixels * 1e6 * 3 / 4) ** 0.5)
    return round(height * 4 / 3), height


def save_jpeg(path: Path, pixels: np.ndarray) -> Path:
    """Quality 95, 4:4:4."""
    from PIL import Image

    Image.fromarray(pixels).save(path, quality=95, subsampling=0)
    return path


def model_facts(name: str) -> dict[str, Any]:
    """Name on the card, scale and hash of a model of the store or a file: which weights a row is about."""
    from enhancer.models.store import Store

    entry = Store.default().find(name)
    return {"model": entry.info.name, "scale": entry.info.scale, "sha256": entry.sha256}
