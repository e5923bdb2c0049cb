"""Stopping: the first signal asks, the second acts at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

RUN = """
import sys, time
from enhancer.events import Progressed
import enhancer.jobs
from enhancer.jobs.job import Report
import cli.main

def run(job, sink):
    print("running", flush=True)
    while True:
        time.sleep(0.02)
        if {obeys}:
            sink.check()

enhancer.jobs.run = run
sys.exit(cli.main.main(["enhance", "a.png"]))
"""


@pytest.fixture(autouse=True)
def heard():
    """What tests run in the background ignore, their children would ignore too."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def started(obeys: bool) -> subprocess.Popen:
    program = subprocess.Popen(
        [sys.executable, "-c", RUN.format(obeys=obeys)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "running\n"
    return program


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_one_signal_stops_the_run_with_its_status(number, status):
    if os.name == "nt":
        return  # these signals cannot be sent to another process there
    program = started(obeys=True)
    program.send_signal(number)
    _, said = program.communicate(timeout=20)
    assert program.returncode == status
    assert "Stopping" in said
    assert "Traceback" not in said


def test_a_second_signal_stops_a_run_that_does_not_listen():
    if os.name == "nt":
        return
    program = started(obeys=False)
    program.send_signal(signal.SIGINT)
    time.sleep(0.2)
    assert program.poll() is None
    program.send_signal(signal.SIGINT)
    began = time.monotonic()
    _, said = program.communicate(timeout=20)
    assert program.returncode == 130
    assert time.monotonic() - began < 5
    assert "Traceback" not in said


def test_handlers_are_given_back(capsys):
    from cli.output import shown

    before = signal.getsignal(signal.SIGINT)
    with shown(as_json=False):
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
