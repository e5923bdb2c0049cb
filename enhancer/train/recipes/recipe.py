"""What the loop asks of a recipe."""

from __future__ import annotations

from typing import Any, Protocol

import torch
from torch import Tensor

from ...events import Sink
from ...images.image import Pixels
from ...models.info import ModelInfo
from ...models.model import Model
from ..config import TrainConfig
from ..state import Parts


class Recipe(Protocol):
    """One way of training. It holds the configuration and the data, never anything that resume needs."""

    metric: str
    """Name of the evaluated number by which the best weights are chosen; higher is better."""

    def __init__(self, config: TrainConfig, device: torch.device, autocast: torch.dtype | None) -> None:
        """autocast: half precision of the networks' arithmetic, None for float32."""

    def prepare(self, sink: Sink) -> None:
        """Load the data; DataError if they cannot be used."""

    def counts(self) -> tuple[int, int]:
        """Pictures to learn from, and pictures that only judge."""

    def fingerprint(self) -> str:
        """A hash of the training data: crops are functions of it, so a run that goes on should find the same."""

    def build(self) -> Parts:
        """Fresh networks, averages and optimizers, the same for the same seed."""

    def adopt(self, parts: Parts, start: Model) -> None:
        """Start from an exported model instead of from random weights."""

    def batch(self, first: int, count: int) -> Any:
        """Training images number `first` to `first + count`."""

    def step(self, parts: Parts, batch: Any, decay: float) -> dict[str, Tensor]:
        """One update of every part. Returns named scalars; a non-finite gradient leaves all parts unchanged."""

    def evaluate(self, parts: Parts) -> dict[str, float]:
        """Judge the averages on held-out pictures."""

    def judge(self, model: Model) -> dict[str, float]:
        """The same numbers for a finished model."""

    def baseline(self) -> dict[str, float]:
        """The same numbers without a network (bicubic)."""

    def preview(self, parts: Parts) -> Pixels:
        """(H,W,3) uint8: a grid of fixed held-out pictures."""

    def export(self, parts: Parts) -> tuple[ModelInfo, dict[str, Tensor]]:
        """The averages as a model: its card without verdict, and its folded weights."""
