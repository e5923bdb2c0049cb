"""Processes that train one run together: who does which slice of a batch, and how gradients and words are shared.

A batch is cut into a fixed number of slices whoever computes them, so one process that passes them in turn and several
that share them take the same step, up to the order of sums. Started by `torchrun`; alone everything here is a no-op.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor
from torch.nn import Parameter

from ..errors import Cancelled, EnhancerError, SpecError
from ..runtime.memory import is_out_of_memory


class LostProcess(EnhancerError):
    """A process of the run is no longer there to talk to; what this one holds is the middle of a step."""

    default_code = "lost-process"


@dataclass(frozen=True)
class Ranks:
    """`rank` of `world` processes; the first one writes and speaks."""

    rank: int = 0
    world: int = 1

    @property
    def first(self) -> bool:
        return self.rank == 0

    def slices(self, count: int) -> range:
        """This process's part of `count` slices; SpecError if they cannot be shared equally."""
        if count % self.world:
            raise SpecError(
                f"{count} slices of a batch cannot be shared by {self.world} processes.",
                f"Set slices to a multiple of {self.world} that divides the batch.",
            )
        each = count // self.world
        return range(self.rank * each, (self.rank + 1) * each)

    def add_gradients(self, parameters: Iterable[Parameter]) -> None:
        """Sum the gradients over all processes, in place; one message for all of them.

        A parameter that no process used keeps no gradient, so that its optimizer leaves it alone.
        """
        if self.world == 1:
            return
        own = list(parameters)
        used = self.add(torch.tensor([p.grad is not None for p in own], dtype=torch.int32)).tolist()
        wanted = [p for p, count in zip(own, used, strict=True) if count]
        parts = [torch.zeros_like(p) if p.grad is None else p.grad for p in wanted]
        flat = self.add(torch.cat([part.reshape(-1) for part in parts]))
        for parameter, part in zip(wanted, torch.split(flat, [part.numel() for part in parts]), strict=True):
            parameter.grad = part.view_as(parameter).clone(memory_format=torch.preserve_format)

    def add(self, values: Tensor) -> Tensor:
        """Sum over all processes."""
        if self.world > 1:
            with _heard():
                dist.all_reduce(values)
        return values

    def told(self, words: Any) -> Any:
        """What the first process says, for all."""
        if self.world == 1:
            return words
        box = [words]
        with _heard():
            dist.broadcast_object_list(box, src=0)
        return box[0]

    def stop_together(self, cancelled: Cancelled | None) -> None:
        """Raise what the first process was told, in all of them: one that stops alone leaves the others waiting."""
        if self.world > 1:
            flag = torch.tensor([cancelled.exit_status if cancelled is not None else 0], dtype=torch.int32)
            with _heard():
                dist.broadcast(flag, src=0)
            if int(flag) and cancelled is None:
                cancelled = Cancelled(exit_status=int(flag))
        if cancelled is not None:
            raise cancelled


@contextmanager
def _heard() -> Iterator[None]:
    """LostProcess where torch says in its own words that nobody answers."""
    try:
        yield
    except RuntimeError as error:
        if is_out_of_memory(error):
            raise
        raise LostProcess(
            "Another process of this run has ended.",
            "Start all of them again: the run goes on from its last checkpoint.",
        ) from error


def join(device_type: str) -> Ranks:
    """The place that `torchrun` gave this process; joins the group on first use."""
    world = int(os.environ.get("WORLD_SIZE", "1"))
    if world == 1 or not dist.is_available():
        return Ranks()
    if not dist.is_initialized():
        # torch's differentiable collectives keep the group that exists at their import as a default argument. One that
        # is imported later (building an optimizer does it) would hold the group past `leave`, and with it threads that
        # still ask for Python while Python ends, which aborts the process.
        from torch.distributed.nn import functional  # noqa: F401

        # Words travel through main memory in any case, gradients where they are.
        dist.init_process_group("cpu:gloo,cuda:nccl" if device_type == "cuda" else "gloo")
    return Ranks(dist.get_rank(), dist.get_world_size())


def leave() -> None:
    """End the group, where there is one, and its threads."""
    if dist.is_available() and dist.is_initialized():
        dist.destroy_process_group()
        gc.collect()  # The last reference ends the threads; it may be in a circle.
