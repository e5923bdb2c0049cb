"""How long `enhancer --help` takes beside `python -c "import click"`: medians of cold starts in turn.

python -m tests.benchmarks.help_time [--repeats N]
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import time
from pathlib import Path

from tests.benchmarks.measure import Line, begin, duration, finish, median, parser
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.help_time"


def lines(row: Row) -> list[Line]:
    measured = f"{row['ratio']:.2f}x ({duration(row['help_seconds'])} against {duration(row['click_seconds'])})"
    return [Line('`enhancer --help`, time against `python -c "import click"`', measured, "3x / 2x / 1.5x")]


def seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--repeats", type=int, default=41)
    chosen = options.parse_args()
    begin("enhancer --help")
    program = str(Path(sysconfig.get_path("scripts")) / "enhancer")
    commands = {"click": [sys.executable, "-c", "import click"], "help": [program, "--help"]}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(chosen.repeats + 1):
        for name, command in commands.items():
            spent = seconds(command)
            if number:
                times[name].append(spent)
    click, ours = median(times["click"]), median(times["help"])
    values = {
        "click_seconds": round(click, 4),
        "help_seconds": round(ours, 4),
        "ratio": round(ours / click, 3),
        "ratio_of_minima": round(min(times["help"]) / min(times["click"]), 3),
    }
    finish("help_time", {"repeats": chosen.repeats}, values, chosen, lines)


if __name__ == "__main__":
    main()
