"""Workers: independent pieces of one picture side by side, each on a single thread.

torch splits every single operation over all cores and joins them again. For the many small operations that follow a
network this costs more than it gives, and on a machine that is busy with something else up to a hundred times as much,
since each join waits for the slowest core. Here the pieces are whole, and are joined once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

import torch

A = TypeVar("A")
B = TypeVar("B")

MOST = 4
"""Each worker holds a piece of the picture, and memory should not grow with the number of cores."""


class Workers:
    """`threads`: of the process, as `set_threads` returned it. On a GPU the pieces run one after the other."""

    def __init__(self, threads: int, device_kind: str) -> None:
        self.threads = threads
        self.count = min(threads, MOST) if device_kind == "cpu" else 1
        self._split = device_kind == "cpu"
        self._pool: ThreadPoolExecutor | None = None

    def map(self, work: Callable[[A], B], pieces: Iterable[A]) -> list[B]:
        """`work` of each piece, in order; an exception of any of them is raised once all have ended."""
        pieces = list(pieces)
        if not self._split or not pieces:
            return [work(piece) for piece in pieces]
        torch.set_num_threads(1)
        try:
            if self.count == 1 or len(pieces) == 1:
                return [work(piece) for piece in pieces]
            if self._pool is None:
                # The number of threads is each thread's own in OpenMP, and the process's in MKL.
                self._pool = ThreadPoolExecutor(self.count, "enhancer", partial(torch.set_num_threads, 1))
            futures = [self._pool.submit(_without_gradients, work, piece) for piece in pieces]
            errors = [error for error in (future.exception() for future in futures) if error is not None]
            if errors:
                raise errors[0]
            return [future.result() for future in futures]
        finally:
            torch.set_num_threads(self.threads)


def _without_gradients(work: Callable[[A], B], piece: A) -> B:
    # Inference mode is a thread's own, and its tensors may only be changed within it.
    with torch.inference_mode():
        return work(piece)
