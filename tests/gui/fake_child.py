"""A child process for tests, with tasks that behave badly: `python -m tests.gui.fake_child`."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time

from enhancer.errors import Cancelled, DataError
from enhancer.events import ItemDone, Metric, Progressed
from gui.workers.serving import serve, session

TARGETS = (
    "echo",
    "noisy",
    "segfault",
    "leave",
    "deaf",
    "wait",
    "burst",
    "progress",
    "refuse",
    "fault",
    "priority",
    "pixels",
    "slow_end",
)
TASKS = [(name, "one", f"tests.gui.fake_child:{name}") for name in TARGETS]
TASKS += [(f"other_{name}", "two", f"tests.gui.fake_child:{name}") for name in TARGETS]


def echo(arguments, sink):
    return {"said": arguments["say"]}


def noisy(arguments, sink):
    print("a library prints")
    os.write(1, b"and writes to the handle\n")
    subprocess.run([sys.executable, "-c", "print('as its children do'); input()"], check=False)
    return {"said": "heard"}


def segfault(arguments, sink):
    ctypes.string_at(0)


def leave(arguments, sink):
    os._exit(3)


def deaf(arguments, sink):
    time.sleep(60)


def wait(arguments, sink):
    sink.emit(Metric({"began": 1.0}))
    while True:
        sink.check()
        time.sleep(0.005)


def burst(arguments, sink):
    for number in range(arguments["count"]):
        sink.emit(Progressed(number / arguments["count"]))
        sink.emit(ItemDone(str(number), "done"))
    return {}


def progress(arguments, sink):
    """Ticks, so that a pause can be seen."""
    number = 0
    while True:
        sink.check()
        number += 1
        sink.emit(Metric({"tick": float(number)}))
        time.sleep(0.01)


def refuse(arguments, sink):
    raise DataError("There are no pictures.", "Name some.", "no-pictures")


def fault(arguments, sink):
    return {"never": 1 // 0}


def slow_end(arguments, sink):
    """Stops as asked, and then writes what is done."""
    try:
        wait(arguments, sink)
    except Cancelled:
        time.sleep(0.8)
    return {"written": True}


def pixels(arguments, sink):
    """Made for somebody who may have gone, although it does not listen."""
    path = session() / f"{arguments['name']}.raw"
    sink.emit(Metric({"began": 1.0}))
    time.sleep(0.2)
    path.write_bytes(b"0")
    return {"path": str(path)}


def priority(arguments, sink):
    return {"nice": os.nice(0)}


def prepare():
    if os.environ.get("FAKE_CHILD_FAILS"):
        print("I cannot find my library", file=sys.stderr)
        os._exit(1)


if __name__ == "__main__":
    serve("tests.gui", TASKS, prepare)
