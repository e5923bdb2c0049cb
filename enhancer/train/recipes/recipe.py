"""What the loop asks of a recipe."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Protocol

import torch
from torch import Tensor

from ...events import Sink
from ...images.image import Pixels
from ...models.info import ModelInfo, Score
from ..moment import Moment
from ..monitors.monitor import Finding
from ..ranks import Ranks
from ..state import Counters, Parts


@dataclass(frozen=True)
class Verdict:
    """What the card says of a model: its scores, and whether it beats its start and what needs no network."""

    scores: tuple[Score, ...]
    better: bool


class Recipe(Protocol):
    """One way of training. It holds the configuration and the data, never anything that resume needs."""

    metric: str
    """Name of the evaluated number by which the best weights are chosen."""
    lower_is_better: bool
    whole_batches: ClassVar[bool]
    """Whether the last step takes a full batch even where the budget ends within it."""
    smaller: ClassVar[str]
    """What to change where memory does not suffice."""
    heals: bool
    """Whether the run may go back and turn a knob when a monitor objects."""

    def __init__(self, config: Any, device: torch.device, autocast: torch.dtype | None, ranks: Ranks) -> None:
        """autocast: half precision of the networks' arithmetic, None for float32."""

    def prepare(self, sink: Sink) -> None:
        """Load the data; DataError if they cannot be used."""

    def counts(self) -> tuple[int, int]:
        """Pictures to learn from, and pictures that only judge."""

    def fingerprint(self) -> str:
        """A hash of the training data: batches are functions of it, so a run that goes on should find the same."""

    def build(self) -> Parts:
        """Fresh networks, averages and optimizers, the same for the same seed."""

    def open_start(self, name: str) -> Any:
        """The exported model to start from, by name or file."""

    def adopt(self, parts: Parts, start: Any) -> None:
        """Start from an exported model instead of from random weights."""

    def rates(self) -> dict[str, float]:
        """Peak learning rate of each optimizer."""

    def batch(self, first: int, count: int) -> Any:
        """Training images number `first` to `first + count`."""

    def step(self, parts: Parts, batch: Any, moment: Moment) -> dict[str, Tensor]:
        """One update of every part. Returns named scalars, `loss` and `gradient` among them; a non-finite gradient
        leaves the part that it was for unchanged.
        """

    def evaluate(self, parts: Parts) -> dict[str, float]:
        """Judge the averages on held-out pictures."""

    def judge(self, model: Any) -> dict[str, float]:
        """The same numbers for a finished model."""

    def watch_step(self, parts: Parts, terms: Mapping[str, float], images: int) -> Finding | None:
        """What the monitors say to a step's terms."""

    def watch_tick(self, parts: Parts, scores: Mapping[str, float], images: int) -> Finding | None:
        """What the monitors say to a tick's scores."""

    def healed(self, parts: Parts, subjects: Collection[str]) -> None:
        """The run went back, or the finding was told: the monitors begin to watch anew.

        subjects: single things (an operation that leaks) that findings of the whole run were about.
        """

    def verdict(self, scores: Mapping[str, float], counters: Counters) -> Verdict:
        """What the card shall say of these scores."""

    def preview(self, parts: Parts) -> tuple[Pixels, Pixels | None]:
        """(H,W,C) uint8 and alpha (H,W) or None: a grid that stays comparable from tick to tick."""

    def leave_beside(self, run_dir: Path) -> None:
        """Write into the run folder what shall lie beside the model when it is published; nothing for most."""

    def export(self, parts: Parts) -> tuple[ModelInfo, dict[str, Tensor]]:
        """The averages as a model: its card without verdict, and its folded weights."""
