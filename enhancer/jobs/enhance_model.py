"""Which model enhances a picture: the named one, or a larger one of its family where the wanted size asks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from ..errors import ImageError, ModelError
from ..models.store import Entry, Store

if TYPE_CHECKING:
    from ..enhance.size import SizeRule

MAX_RESULT = 4_000_000_000
"""Pixels of a result, which is held in memory as a whole: 12 GB in 8 bits. No slip of the finger may take more."""
_FAMILY = re.compile(r"^(?P<family>.+)-x(?P<scale>[1-9][0-9]?)$")


@dataclass(frozen=True)
class Family:
    """The named model, and those of the same name with another `-xN` in the store, smallest scale first."""

    named: Entry
    members: tuple[Entry, ...]

    @classmethod
    def find(cls, name: str, alone: bool, store: Store | None = None) -> Family:
        """ModelError if there is no such model or it does not enlarge or restore pictures.

        alone: the model's own scale is wanted, so the others do not matter.
        """
        store = store or Store.default()
        named = store.find(name)
        if named.info.purpose not in ("upscale", "restore"):
            raise ModelError(
                f"{named.name} is a model that does not enhance pictures (it {named.info.purpose}s).",
                "'enhancer models list' shows what each model does.",
                code="model-purpose",
            )
        match = _FAMILY.match(named.name)
        if alone or match is None or named.name not in store.names():
            return cls(named, (named,))
        found = [named]
        for other in store.names():
            beside = _FAMILY.match(other)
            if other == named.name or beside is None or beside["family"] != match["family"]:
                continue
            entry = store.find(other)
            if entry.info.purpose == named.info.purpose and entry.info.scale == int(beside["scale"]):
                found.append(entry)
        return cls(named, tuple(sorted(found, key=lambda entry: entry.info.scale)))

    @cached_property
    def hashes(self) -> dict[str, str]:
        """SHA-256 of every member by name: with which weights the job's bytes are made."""
        return {entry.name: entry.sha256 for entry in self.members}

    def choose(self, enlargement: Fraction) -> tuple[Entry, str]:
        """The model for a picture that shall become `enlargement` times as large, and a note if it falls short.

        The named one wherever its scale is enough; else the next larger of the family; else the largest,
        whose result is then resampled to the wanted size, since a second pass would invent detail from invented detail.
        """
        if self.named.info.scale >= enlargement:
            return self.named, ""
        larger = [entry for entry in self.members if entry.info.scale >= enlargement]
        if larger:
            return larger[0], ""
        most = self.members[-1]
        return most, (
            f"{most.name} enlarges x{most.info.scale}; "
            f"the rest, up to x{float(enlargement):.3g}, is resampled and adds no detail."
        )


@dataclass(frozen=True)
class Wanted:
    """For one picture: the model, the size it gives, the size that was asked for, and a note if they are far apart."""

    entry: Entry
    sha256: str
    width: int
    height: int
    note: str = ""

    @property
    def scale(self) -> int:
        return self.entry.info.scale


def wanted(family: Family, rule: SizeRule | None, width: int, height: int) -> Wanted:
    """Model and final size for a picture of width x height; without a rule the named model at its own scale.

    SpecError if the rule cannot hold for a picture of this shape, ImageError if the result would be beyond reason.
    """
    if rule is None:
        scale = family.named.info.scale
        return Wanted(family.named, family.hashes[family.named.name], width * scale, height * scale)
    to_width, to_height = rule.target(width, height)
    if to_width * to_height > MAX_RESULT:
        raise ImageError(
            f"The result would have {to_width}x{to_height} pixels, more than the limit of {MAX_RESULT:,} in all.",
            "Ask for a smaller --size.",
            "too-large",
        )
    entry, note = family.choose(rule.enlargement(width, height))
    return Wanted(entry, family.hashes[entry.name], to_width, to_height, note)
