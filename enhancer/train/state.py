"""TrainState: all that resume needs, in one object; and the checkpoints that keep it, atomic and self-checking."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import torch
from torch import nn
from torch.optim import Optimizer

from ..errors import EnhancerError
from ..files.atomic import write_bytes
from .run_folder import checkpoint_path

FORMAT = 1
MAGIC = b"enhancer-state-1"
KEEP = 2
"""Newest checkpoints that are kept, beside the very first: the way back when a run was never healthy."""


class CheckpointError(EnhancerError):
    """A checkpoint that cannot be used."""

    default_code = "checkpoint"


class Stateful(Protocol):
    """Anything else that learns or remembers while training: gives plain values and tensors, and takes them back."""

    def state_dict(self) -> dict[str, Any]: ...

    def load_state_dict(self, values: dict[str, Any], /) -> Any: ...


@dataclass
class Parts:
    """What a recipe trains, by name. Averages are networks too: the same layout, never stepped.

    others: adaptive augmentation, monitors, the scaler of half-precision gradients.
    """

    networks: dict[str, nn.Module]
    averages: dict[str, nn.Module]
    optimizers: dict[str, Optimizer]
    others: dict[str, Stateful] = field(default_factory=dict)


@dataclass
class Counters:
    """What happened so far, beside the weights.

    images: crops trained on. skipped: steps left out for a non-finite gradient. rollbacks: returns to a checkpoint.
    knobs: factors that rollbacks have put on settings ("lr": 0.5), by name. stopped: why the run ended early.
    events: what monitors found and what was done, oldest first. rolled_to: images of the last return, -1 for none.
    best: the best value of the chosen metric so far, its sign turned where lower is better.
    data: hash of the training data, which the crops are a function of.
    started_images: what the starting model had seen. started_from: its sha256.
    start_scores: how the starting model did on the held-out pictures.
    """

    images: int = 0
    skipped: int = 0
    rollbacks: int = 0
    knobs: dict[str, float] = field(default_factory=dict)
    stopped: str = ""
    events: list[dict[str, Any]] = field(default_factory=list)
    rolled_to: int = -1
    best: float = float("-inf")
    best_images: int = 0
    data: str = ""
    started_images: int = 0
    started_from: str = ""
    start_scores: dict[str, float] = field(default_factory=dict)


@dataclass
class TrainState:
    """Parts and counters of one run."""

    parts: Parts
    counters: Counters

    def collect(self) -> dict[str, Any]:
        """Everything as tensors and plain values, loadable with `weights_only=True`."""
        return {
            "format": FORMAT,
            "counters": dict(vars(self.counters)),
            "networks": {k: m.state_dict() for k, m in self.parts.networks.items()},
            "averages": {k: m.state_dict() for k, m in self.parts.averages.items()},
            "optimizers": {k: o.state_dict() for k, o in self.parts.optimizers.items()},
            "others": {k: o.state_dict() for k, o in self.parts.others.items()},
        }

    def restore(self, values: dict[str, Any]) -> None:
        """Take over what `collect` gave; CheckpointError if it belongs to another format or network."""
        if values.get("format") != FORMAT:
            raise CheckpointError(f"This checkpoint has format {values.get('format')}, the program reads {FORMAT}.")
        try:
            for name, module in self.parts.networks.items():
                module.load_state_dict(values["networks"][name])
            for name, module in self.parts.averages.items():
                module.load_state_dict(values["averages"][name])
            for name, optimizer in self.parts.optimizers.items():
                optimizer.load_state_dict(values["optimizers"][name])
            for name, other in self.parts.others.items():
                if "others" in values:  # the first releases kept none
                    other.load_state_dict(values["others"][name])
            self.counters = _counters(values["counters"])
        except (KeyError, TypeError, ValueError, RuntimeError) as error:
            text = str(error).splitlines()[0]
            raise CheckpointError(f"This checkpoint does not fit the configuration: {text}") from None


def _counters(values: dict[str, Any]) -> Counters:
    """Also those of the first releases, whose only knob had a field of its own."""
    values = dict(values)
    if "lr_scale" in values:
        values["knobs"] = {"lr": values.pop("lr_scale")}
    return Counters(**values)


def save_checkpoint(folder: Path, state: TrainState) -> Path:
    """Write `images-NNN.state` whole or not at all, then drop all but the first and the newest two."""
    buffer = io.BytesIO()
    torch.save(state.collect(), buffer)
    data = buffer.getvalue()
    folder.mkdir(parents=True, exist_ok=True)
    path = checkpoint_path(folder, state.counters.images)
    write_bytes(path, MAGIC + hashlib.sha256(data).digest() + data)
    for old in checkpoints(folder)[1:-KEEP]:
        old.unlink(missing_ok=True)
    return path


def checkpoints(folder: Path) -> list[Path]:
    """Oldest first."""
    return sorted(folder.glob("images-*.state"))


def read_checkpoint(path: Path) -> dict[str, Any]:
    """The verified content; CheckpointError if a byte is missing or changed. Runs nothing from the file."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CheckpointError(f"{path} cannot be read: {error.strerror}.") from None
    head = len(MAGIC) + 32
    body = data[head:]
    if not data.startswith(MAGIC) or hashlib.sha256(body).digest() != data[len(MAGIC) : head]:
        raise CheckpointError(f"{path} is damaged or cut off.")
    values: dict[str, Any] = torch.load(io.BytesIO(body), map_location="cpu", weights_only=True)
    return values


def load_latest(folder: Path, state: TrainState) -> tuple[bool, list[str]]:
    """Restore the newest usable checkpoint. Returns whether there was one, and a sentence for each passed over."""
    problems: list[str] = []
    for path in reversed(checkpoints(folder)):
        try:
            state.restore(read_checkpoint(path))
            return True, problems
        except CheckpointError as error:
            problems.append(f"{error} Going back to the one before.")
    if problems:
        raise CheckpointError(
            f"No checkpoint in {folder} can be used: {problems[-1].removesuffix(' Going back to the one before.')}",
            "Start in a new folder, or remove the checkpoints to start over.",
        )
    return False, problems
