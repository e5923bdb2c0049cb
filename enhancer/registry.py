"""A registry: names to "module:Attribute" lines, written out, resolved on first use, no scanning, no duplicates."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Generic, TypeVar

from .errors import SpecError

T = TypeVar("T")


def did_you_mean(name: str, known: Sequence[str]) -> str:
    """A sentence that names the nearest spelling, or all of them."""
    close = difflib.get_close_matches(name, known, n=1)
    return f"Did you mean {close[0]!r}?" if close else f"Known: {', '.join(sorted(known)) or 'none'}."


class Registry(Generic[T]):
    """Lazily imported entries of one `noun`; a name that is listed twice is refused when the registry is built."""

    def __init__(self, noun: str, package: str, lines: Sequence[tuple[str, str]]) -> None:
        names = [name for name, _ in lines]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"{noun} listed twice: {', '.join(twice)}")
        self.noun = noun
        self._package = package
        self._targets = dict(lines)

    def __iter__(self) -> Iterator[str]:
        return iter(self._targets)

    def __contains__(self, name: object) -> bool:
        return name in self._targets

    def names(self) -> list[str]:
        return list(self._targets)

    def target(self, name: str) -> str:
        """The "module:Attribute" line behind a name."""
        if name not in self._targets:
            raise SpecError(f"There is no {self.noun} {name!r}.", did_you_mean(name, self.names()))
        return self._targets[name]

    def get(self, name: str) -> T:
        """Import and return the entry; SpecError with the nearest spelling when there is none."""
        module, _, attribute = self.target(name).partition(":")
        entry: T = getattr(import_module(module, self._package), attribute)
        return entry
