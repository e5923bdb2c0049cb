"""A training before it starts, as values: what it will be told, what is missing, how it may be called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from ... import runs

NAMELESS = "my-model"
LONGEST_PROPOSAL = 60


@dataclass(frozen=True)
class Draft:
    """data: folder of pictures, "" while none is named. facts: what was found in it, empty while nothing is known.

    place: where the folder of the run will be. start: a model to start from, "" for none.
    """

    preset: str
    data: str
    facts: Mapping[str, Any]
    place: Path
    name: str
    overrides: Sequence[str]
    start: str
    device: str
    threads: int

    @property
    def folder(self) -> Path:
        """Of the run that will be."""
        return self.place / self.name

    @property
    def is_taken(self) -> bool:
        """Whether there is a run of that name."""
        return bool(self.name) and self.folder.exists()

    @property
    def is_misnamed(self) -> bool:
        """Whether no folder and no model can be called so."""
        return bool(self.name) and runs.run_name(self.name) != self.name

    def arguments(self) -> list[str]:
        """What `enhancer` is told."""
        return runs.train_arguments(
            self.folder,
            self.preset,
            self.data,
            list(self.overrides),
            start=self.start,
            device=self.device,
            threads=self.threads,
        )

    def to_check(self) -> dict[str, Any]:
        """Arguments of the task that says whether the settings can be meant."""
        values = {"preset": self.preset, "overrides": list(self.overrides), "data": ""}
        return values | ({"data": self.data, "folder": str(self.folder)} if self.facts else {})

    def to_measure(self) -> dict[str, Any]:
        """Arguments of the task that measures time and memory."""
        return {
            "folder": str(self.folder),
            "preset": self.preset,
            "data": self.data,
            "overrides": list(self.overrides),
            "start": self.start,
            "device": self.device,
            "threads": self.threads,
        }

    def problem(self, looked_in_vain: bool, wrong: str) -> str:
        """What has to be done before it can start, "" for nothing.

        looked_in_vain: at the pictures; that is said elsewhere. wrong: with the settings, as the check of them said.
        """
        if not self.data:
            return QCoreApplication.translate("Draft", "Choose a folder of pictures.")
        if not self.facts:
            return "" if looked_in_vain else QCoreApplication.translate("Draft", "The pictures are being looked at.")
        if self.facts["source"] in ("folder", "classes") and not self.facts["count"]:
            return QCoreApplication.translate("Draft", "There are no pictures in this folder that can be read.")
        if not self.name or self.is_misnamed:
            return QCoreApplication.translate(
                "Draft", "Give it a name of letters, digits, dots, dashes and underscores."
            )
        if self.is_taken:
            return QCoreApplication.translate(
                "Draft", "There is a run called {name} already. Choose another name."
            ).format(name=self.name)
        return wrong


def proposed_name(data: str, scale: int | None, place: Path) -> str:
    """After the pictures, and by how much it enlarges where it does; none that is taken."""
    stem = runs.run_name(Path(data).name) or NAMELESS
    name = f"{stem}-x{scale}" if scale else stem
    return runs.free_name(place, name[:LONGEST_PROPOSAL])
