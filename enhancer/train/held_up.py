"""Whether other programs hold the threads of a training up, and what to do about it.

Threads of one step wait for each other many times, and beside another busy program each of these waits becomes a slice
of the scheduler's: on two cores with one such program, two threads made 9 images/s and one alone 450.
"""

from __future__ import annotations

from collections.abc import Iterable

from torch import nn

from ..events import Warned
from ..runtime.device import current_threads
from ..runtime.waiting import thread_seconds

WINDOW = 30.0
"""Seconds that are looked at together: a build or a film beside the training is no reason to speak."""
SHARE = 0.25
"""Measured on two cores with two threads: 0.01 alone, 0.50 beside one busy program, 0.67 beside two."""


class HeldUp:
    """Looks at the threads of this process from time to time; speaks once.

    networks: those that are trained. Where a GPU trains them, or a single thread, others slow it only as much as they
    must, and nothing is said.
    """

    def __init__(self, networks: Iterable[nn.Module]) -> None:
        devices = {parameter.device.type for net in networks for parameter in net.parameters()}
        self.threads = current_threads() if devices == {"cpu"} else 1
        self.since: float | None = None
        self.before: dict[str, tuple[float, float]] = {}
        self.told = self.threads < 2

    def look(self, now: float) -> Warned | None:
        """now: of a monotonic clock, in seconds."""
        if self.told or (self.since is not None and now - self.since < WINDOW):
            return None
        seconds, before = thread_seconds(), self.before
        self.since, self.before = now, seconds
        # Only of threads that lived all the time: one that began or ended takes its past with it.
        lived = seconds.keys() & before.keys()
        ran, waited = (sum(seconds[thread][n] - before[thread][n] for thread in lived) for n in (0, 1))
        share = waited / max(ran + waited, 1e-9)
        if share < SHARE:
            return None
        self.told = True
        return Warned(
            f"Other programs hold this training up: its {self.threads} threads wait {share:.0%} of their time. "
            "Stop it and go on with --threads 1, or end the others.",
            "held-up",
        )
