"""Rows of measurements: one JSON object a line in `rows/NAME.jsonl`, with what is needed to repeat them."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROWS = Path(__file__).parent / "rows"

Row = dict[str, Any]


def _load() -> float | None:
    # Windows keeps no such average.
    return round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None


LOAD_AT_START = _load()
"""Processes that wanted a core, averaged over the minute before this one began."""


def append_row(name: str, settings: Mapping[str, Any], values: Mapping[str, Any], seed: int | None = None) -> Row:
    """Add one row to `rows/{name}.jsonl`; returns it."""
    row = make_row(settings, values, seed)
    ROWS.mkdir(exist_ok=True)
    with (ROWS / f"{name}.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(row, sort_keys=True) + "\n")
    return row


def make_row(settings: Mapping[str, Any], values: Mapping[str, Any], seed: int | None = None) -> Row:
    """`values` with the settings that gave them, and when, on which commit and on which machine."""
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit(),
        "seed": seed,
        "machine": machine(),
        "versions": versions(),
        "settings": dict(settings),
        **values,
    }


def read_rows(name: str) -> list[Row]:
    """All rows of a benchmark, oldest first; none if it was never run."""
    path = ROWS / f"{name}.jsonl"
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def machine() -> dict[str, Any]:
    """cores: those this process may use. load: when the benchmark began."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "cpu": cpu_name(),
        "cores": cores(),
        "load": LOAD_AT_START,
    }


def cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def cpu_name() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def commit() -> str:
    """The commit that is checked out, with + if tracked files were changed since."""
    try:
        here = Path(__file__).parent
        head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=here, capture_output=True, text=True, check=True)
        # The rows themselves change with every measurement.
        changed = ["git", "diff", "--quiet", "HEAD", "--", ":/", ":!/tests/benchmarks/rows", ":!/README.md"]
        dirty = subprocess.run(changed, cwd=here, check=False)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return head.stdout.strip()[:12] + ("+" if dirty.returncode else "")


def versions() -> dict[str, str]:
    import numpy
    import torch

    return {"python": platform.python_version(), "torch": torch.__version__, "numpy": numpy.__version__}
