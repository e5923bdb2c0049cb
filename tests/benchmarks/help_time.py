"""How long `enhancer --help` takes beside `python -c "import click"`: medians of alternating cold starts.

python tests/benchmarks/help_time.py [RUNS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

from rows import append_row


def seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def main(runs: int) -> None:
    program = str(Path(sysconfig.get_path("scripts")) / "enhancer")
    commands = {"click": [sys.executable, "-c", "import click"], "help": [program, "--help"]}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(seconds(command))
    medians = {name: statistics.median(values) for name, values in times.items()}
    lowest = {name: min(values) for name, values in times.items()}
    row = {
        "click_seconds": round(medians["click"], 4),
        "help_seconds": round(medians["help"], 4),
        "ratio": round(medians["help"] / medians["click"], 3),
        "ratio_of_minima": round(lowest["help"] / lowest["click"], 3),
    }
    append_row("help_time", {"runs": runs}, row)
    print(row)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 41)
