"""Trainings that outlive the window: how one is started, told to stop, and found again by its run folder. No Qt at
import time, so that the children can read runs too.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shlex
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from enhancer.errors import EnhancerError, OutputError, SpecError

LAUNCH, CONSOLE, CONTROL = "launch.json", "console.log", "control"
FOLDER_VARIABLE = "ENHANCER_RUNS"
STARTING_SECONDS = 120.0
"""A process that has not said who it is by then never started."""
INTERRUPTED = (130, 143)
"""Exit statuses of runs that were asked to stop."""
TAIL_BYTES = 16_384

State = Literal["starting", "running", "paused", "finished", "stopped", "failed"]
Order = Literal["pause", "run", "stop"]


@dataclass(frozen=True)
class Launch:
    """What LAUNCH in a run folder says. arguments: of `enhancer`, as last started. started: seconds since the epoch.

    pid, born, host: of the process, 0 until it said so. ended: its exit status, None until it ended in order.
    """

    arguments: tuple[str, ...]
    started: float
    pid: int = 0
    born: str = ""
    host: str = ""
    ended: int | None = None

    @property
    def alive(self) -> bool:
        """Whether the process runs, as far as anybody can tell."""
        from enhancer.files.process import Owner

        if self.ended is not None:
            return False
        if not self.pid:
            return time.time() - self.started < STARTING_SECONDS
        return not Owner(self.host, self.pid, self.born).is_dead()


def default_folder() -> Path:
    """Where new runs go; the environment variable ENHANCER_RUNS names another place."""
    import platformdirs

    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else platformdirs.user_data_path("enhancer") / "runs"


def run_name(text: str) -> str:
    """The text as a name of a folder and a model, "" where nothing of it can be one."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", text).strip("-._")[:64]


def free_name(parent: Path, name: str) -> str:
    """`name`, or name-2, name-3 ...: the first that is no folder of `parent`."""
    names = [name, *(f"{name}-{n}" for n in range(2, 10_000))]
    return next(one for one in names if not (parent / one).exists())


def train_arguments(
    folder: Path,
    preset: str,
    data: str,
    overrides: Sequence[str] = (),
    source: str = "",
    start: str = "",
    device: str = "",
    threads: int = 0,
) -> list[str]:
    """What `enhancer` is told for a new run; the same as a person would type."""
    words = ["train", str(folder), "--preset", preset, "--data", data]
    for option, value in (("--source", source), ("--from", start), ("--device", device), ("--threads", threads or "")):
        words += [option, str(value)] if value and value != "auto" else []
    for override in overrides:
        words += ["--set", override]
    return words


def command_line(arguments: Sequence[str]) -> str:
    """For a terminal."""
    return shlex.join(["enhancer", *arguments])


def launch(folder: Path, arguments: Sequence[str]) -> None:
    """Start a training that does not end with the window; OutputError where that cannot be."""
    from PySide6.QtCore import QProcess, QProcessEnvironment

    from enhancer.files.oserrors import output_error

    from .workers.process import BOOTSTRAP, ROOT

    found = read_launch(folder)
    if is_busy(folder, found):
        raise SpecError(f"{folder} is being trained already.", "Wait for it, or stop it first.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / CONTROL).unlink(missing_ok=True)
        (folder / CONSOLE).write_text("", encoding="utf-8")
    except OSError as error:
        raise output_error(error, folder) from error
    write_launch(folder, Launch(tuple(arguments), time.time()))
    process = QProcess()
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONUNBUFFERED", "1")
    process.setProcessEnvironment(environment)
    process.setProgram(sys.executable)
    process.setArguments(["-P", "-c", BOOTSTRAP, str(ROOT), "gui.workers.detached", str(folder), *arguments])
    process.setWorkingDirectory(str(folder))
    process.setStandardInputFile(QProcess.nullDevice())
    process.setStandardOutputFile(str(folder / CONSOLE), QProcess.OpenModeFlag.Append)
    process.setStandardErrorFile(str(folder / CONSOLE), QProcess.OpenModeFlag.Append)
    if not process.startDetached():
        raise OutputError(f"The training could not be started: {process.errorString()}.")


def go_on(folder: Path, arguments: Sequence[str] = ()) -> None:
    """Start a run again where it stopped. One that failed before it was configured starts with what it was told."""
    found = read_launch(folder)
    configured = (folder / "config.toml").is_file()
    again = ["train", str(folder), *arguments] if configured or found is None else list(found.arguments)
    launch(folder, again)


def order(folder: Path, word: Order) -> None:
    """Tell a running training; it obeys within a second or a step."""
    from enhancer.files.atomic import write_text

    write_text(folder / CONTROL, word + "\n")


def stop(folder: Path) -> None:
    """Ask a training to stop where it is safe, also while it still reads its pictures and obeys no file yet."""
    order(folder, "stop")
    found = read_launch(folder)
    if found is None or not found.pid or not found.alive or (folder / "metrics.jsonl").exists():
        return
    from enhancer.files.process import host

    if found.host == host() and sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.kill(found.pid, signal.SIGTERM)


def ordered(folder: Path) -> str:
    """What it was last told, "" for nothing."""
    try:
        return (folder / CONTROL).read_text(encoding="utf-8").strip().lower()[:10]
    except (OSError, UnicodeDecodeError):
        return ""


def read_launch(folder: Path) -> Launch | None:
    """None where the window never started this run."""
    try:
        values: Mapping[str, Any] = json.loads((folder / LAUNCH).read_text(encoding="utf-8"))
        ended = values.get("ended")
        return Launch(
            tuple(map(str, values["arguments"])),
            float(values["started"]),
            int(values.get("pid", 0)),
            str(values.get("born", "")),
            str(values.get("host", "")),
            None if ended is None else int(ended),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_launch(folder: Path, values: Launch) -> None:
    from enhancer.files.atomic import write_text

    write_text(folder / LAUNCH, json.dumps(vars(values)) + "\n")


def is_busy(folder: Path, found: Launch | None) -> bool:
    """Whether a process trains there, whoever started it."""
    from enhancer.files.lock import is_held

    return is_held(folder) or (found is not None and found.alive)


def state_of(folder: Path, found: Launch | None, images: int, budget: int, ended_early: bool = False) -> State:
    """ended_early: whether a monitor ended the run."""
    from enhancer.files.lock import is_held

    if is_held(folder):
        return "paused" if ordered(folder) == "pause" else "running"
    if found is not None and found.alive:
        return "starting"
    done = bool(budget) and images >= budget
    if found is None:
        return "finished" if done or ended_early else "stopped"
    if found.ended == 0:
        return "finished" if done or ended_early else "stopped"
    return "stopped" if found.ended in INTERRUPTED else "failed"


def console_tail(folder: Path) -> list[str]:
    """The last lines of what the process said."""
    try:
        with (folder / CONSOLE).open("rb") as stream:
            stream.seek(0, os.SEEK_END)
            stream.seek(max(0, stream.tell() - TAIL_BYTES))
            return stream.read().decode("utf-8", "replace").splitlines()
    except OSError:
        return []


def warnings(folder: Path) -> list[tuple[str, str]]:
    """What its process warned of since it was last started, in the words of the core, each with its code."""
    try:
        lines = (folder / CONSOLE).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        with contextlib.suppress(ValueError):  # the last one may still be written
            event = json.loads(line) if line.startswith('{"kind": "warning"') else {}
            found += [(str(event["message"]), str(event["code"]))] if event else []
    return found


def failure_text(folder: Path) -> tuple[str, str]:
    """Why a run failed: a sentence, and the tail of what it said without its events."""
    spoken = [line for line in console_tail(folder) if line.strip() and not line.startswith('{"kind"')]
    said = next((line.removeprefix("enhancer: ") for line in reversed(spoken) if line.startswith("enhancer: ")), "")
    return said, "\n".join(spoken[-40:])


def is_model_file(path: Path) -> bool:
    """Whether a run has best weights that can be used."""
    from enhancer.models.file import read_header

    try:
        read_header(path)
    except EnhancerError:
        return False
    return True
