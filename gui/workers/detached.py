"""A training of its own, started by `runs.launch`: the command line in this process, below normal priority.

It leaves in the run folder who it is and how it ended, and outlives the window.
"""

from __future__ import annotations

import runpy
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import FrameType

from enhancer.files.process import this_process

from ..runs import Launch, read_launch, write_launch
from .serving import lower_priority

TERMINATED = 143
"""Exit status of a process that was asked to end."""


def main(words: Sequence[str]) -> int:
    folder, arguments = Path(words[0]), list(words[1:])
    own = this_process()
    found = read_launch(folder) or Launch(tuple(arguments), 0.0)
    found = replace(found, pid=own.pid, born=own.born, host=own.host)
    write_launch(folder, found)
    lower_priority()
    signal.signal(signal.SIGTERM, _leave)  # until the command line hears it itself
    sys.argv = ["enhancer", *arguments, "--json"]
    status = 1
    try:
        runpy.run_module("cli", run_name="__main__", alter_sys=True)
        status = 0
    except SystemExit as ending:
        status = ending.code if isinstance(ending.code, int) else int(ending.code is not None)
    finally:
        write_launch(folder, replace(found, ended=status))
    return status


def _leave(number: int, frame: FrameType | None) -> None:
    raise SystemExit(TERMINATED)


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))  # the bootstrap of `process` leaves the module's name before what is meant for it
