"""The producer: what is asked for one by one is computed in full batches, each picture in its own row, judged if asked.

Which pictures are asked for, and where they go, is the caller's business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ..events import NullSink, Sink
from .pixels import to_codes
from .sampler import Pictures, Sampler
from .seeds import Latents, latent

AHEAD = 4
"""Batches of pictures that may wait, finished or not: with shards a row is often taken while others are free."""


@dataclass(frozen=True)
class Want:
    """A picture that is asked for. key: unique; slot: its row in the batch; z: a fixed latent, which is not judged, or
    None to draw the candidates of `seed` from number `first` on until one passes.
    """

    key: str
    slot: int
    label: int | None = None
    seed: int = 0
    first: int = 0
    truncation: float = 1.0
    z: Latents | None = field(default=None, compare=False)

    def latent(self, sampler: Sampler, candidate: int) -> Latents:
        if self.z is not None:
            return self.z
        info = sampler.info
        return latent(info.latent_distribution, info.latent, self.seed, candidate, self.truncation)


@dataclass(frozen=True)
class Made:
    """codes: (H,W,C) uint8, None if no candidate passed; candidate: the one that did; rejected: how many for what."""

    codes: NDArray[np.uint8] | None
    candidate: int
    rejected: Mapping[str, int]


class Judge(Protocol):
    """Says of each candidate why it is no good."""

    def __call__(self, slots: Sequence[int], pictures: Pictures, labels: Sequence[int | None]) -> list[str]:
        """One word for each of the pictures (n,C,H,W) in [0,1], "" where there is nothing against it. A verdict must
        depend on its own picture and slot alone, never on what else is in the batch.
        """


@dataclass
class _Running:
    want: Want
    candidate: int
    rejected: Counter[str] = field(default_factory=Counter)


class Producer:
    """`ahead`: all that will be asked for, in about the order in which it is; used by one thread."""

    def __init__(self, sampler: Sampler, ahead: Iterable[Want], judge: Judge | None = None, tries: int = 1) -> None:
        self.sampler = sampler
        self._ahead: Iterator[Want] = iter(ahead)
        self._judge = judge
        self._tries = tries if judge else 1
        self._waiting: dict[str, Want] = {}
        self._running: dict[int, _Running] = {}
        self._ready: dict[str, Made] = {}

    def take(self, want: Want, sink: Sink | None = None) -> Made:
        """The picture; computes what else is ahead along with it. Each key is taken once."""
        sink = sink or NullSink()
        if not self._knows(want.key):
            # Readers hand items on in nearly the order of the plan: it is one of the next.
            for other in self._ahead:
                self._waiting[other.key] = other
                if other.key == want.key:
                    break
            self._waiting.setdefault(want.key, want)
        while want.key not in self._ready:
            sink.check()
            self._fill(want)
            self._step()
        return self._ready.pop(want.key)

    def _knows(self, key: str) -> bool:
        running = any(one.want.key == key for one in self._running.values())
        return running or key in self._ready or key in self._waiting

    def _fill(self, urgent: Want) -> None:
        batch = self.sampler.plan.batch
        if urgent.key in self._waiting:
            self._start([urgent])
        self._start(list(self._waiting.values()))
        room = AHEAD * batch - len(self._waiting) - len(self._ready)
        while len(self._running) < batch and room > 0:
            more = list(islice(self._ahead, min(batch - len(self._running), room)))
            if not more:
                return
            room -= len(more)
            self._waiting.update((one.key, one) for one in more)
            self._start(more)

    def _start(self, wants: Iterable[Want]) -> None:
        for want in wants:
            if want.slot not in self._running:
                del self._waiting[want.key]
                self._running[want.slot] = _Running(want, want.first)

    def _step(self) -> None:
        slots = sorted(self._running)
        running = [self._running[slot] for slot in slots]
        z = np.stack([one.want.latent(self.sampler, one.candidate) for one in running])
        labels = [one.want.label for one in running]
        asked = None if None in labels else [label for label in labels if label is not None]
        pictures = self.sampler.pictures(slots, z, asked)
        verdicts = self._judge(slots, pictures, labels) if self._judge else [""] * len(running)
        for slot, one, picture, verdict in zip(slots, running, pictures, verdicts, strict=True):
            if verdict and one.want.z is None:
                one.rejected[verdict] += 1
                one.candidate += 1
                if one.candidate - one.want.first < self._tries:
                    continue
                made = Made(None, one.candidate, dict(one.rejected))
            else:
                made = Made(to_codes(picture), one.candidate, dict(one.rejected))
            self._ready[one.want.key] = made
            del self._running[slot]


def produce(sampler: Sampler, wants: Sequence[Want], judge: Judge | None = None, tries: int = 1) -> Iterator[Made]:
    """All of them, in their order."""
    producer = Producer(sampler, wants, judge, tries)
    return (producer.take(want) for want in wants)
