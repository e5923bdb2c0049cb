"""An item of work (a key, 0..n inputs, 1..n outputs, parameters) and the three stages that it passes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from ..events import Sink


@dataclass(frozen=True)
class Item:
    """One unit that is done when all its outputs are in place.

    key: unique in its plan, stable between runs, printable (the input's path relative to the scanned root).
    params: plain JSON values that the stages need, fixed when the plan is made.
    """

    key: str
    inputs: tuple[Path, ...]
    outputs: tuple[Path, ...]
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Staged:
    """A finished output that waits under a temporary name beside its final one."""

    temporary: Path
    final: Path


class Stages(Protocol):
    """What the runner calls for each item; everything that passes between the stages is opaque to it."""

    def read(self, item: Item) -> tuple[Any, int]:
        """Load the inputs (reader thread). Returns the loaded thing and the bytes of memory it holds."""

    def work(self, item: Item, loaded: Any, sink: Sink) -> Any:
        """Do the work (the one device thread). `sink` carries this item's own progress from 0 to 1."""

    def write(self, item: Item, result: Any) -> tuple[list[Staged], Mapping[str, Any]]:
        """Write and verify all outputs under temporary names (writer thread); the runner puts them in place.

        Returns what is to be renamed, in the order of `item.outputs`, and the facts for the report (JSON
        values). A stage that raises leaves no temporary behind.
        """
