"""The registry of monitors: each watches a run of two players for one kind of failure. Torch-free when imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...registry import Registry

if TYPE_CHECKING:
    from .monitor import Monitor

MONITORS: Registry[type[Monitor]] = Registry(
    # The most serious first: of two findings at once the cause is told, not its consequence.
    "monitor",
    __name__,
    [
        ("finite", ".finite:Finite"),
        ("discriminator", ".discriminator:Discriminator"),
        ("leak", ".leak:Leak"),
        ("collapse", ".collapse:Collapse"),
        ("divergence", ".divergence:Divergence"),
        ("plateau", ".plateau:Plateau"),
    ],
)
