"""The settings of the page as a value, the job they make, and the steps back and forth. No Qt, no specs."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from enhancer.errors import EnhancerError

from ...core_words import all_in_words

LOSSY = ("jpeg", "webp")
SUFFIXES = {"png": ".png", "jpeg": ".jpg", "webp": ".webp", "tiff": ".tif"}
"""Of the formats that are written, as the core names them."""
FORMATS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp", ".tif": "tiff", ".tiff": "tiff"}
ONE_STEP = 1.0
"""Changes of one setting within so many seconds of each other, as while typing, are one step back."""
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class EnhanceSettings:
    """Fields and defaults are those of EnhanceJob, which a test holds them to; but tile 0 is "auto", quality 0 none."""

    model: str = "photo-x2"
    size: str = ""
    fidelity: str = "auto"
    precision: str = "auto"
    device: str = "auto"
    tile: int = 0
    threads: int = 0
    format: str = ""
    quality: int = 0
    depth: str = "keep"
    background: str = ""
    strip: bool = False
    strip_gps: bool = False
    max_pixels: int = 200_000_000
    allow_truncated: bool = False

    def job(self, source: Path | str, output: str = "", if_exists: str = "error") -> dict[str, Any]:
        """Values of an EnhanceJob for one picture."""
        values: dict[str, Any] = {"kind": "enhance", "version": 1, "inputs": [str(source)], "output": output}
        values |= asdict(self) | {"tile": self.tile or "auto", "if_exists": if_exists}
        if not self.quality:
            del values["quality"]
        return values

    @classmethod
    def of(cls, values: Mapping[str, Any], base: EnhanceSettings | None = None) -> EnhanceSettings:
        """From those of a job or of a settings file; what is unknown or of another type is passed over."""
        base = base or cls()
        found: dict[str, Any] = {}
        for field in fields(cls):
            value = values.get(field.name)
            if field.name == "tile" and value == "auto":
                value = 0
            if type(value) is type(getattr(base, field.name)):
                found[field.name] = value
        return replace(base, **found)

    def wrong(self, width: int = 0, height: int = 0) -> dict[str, str]:
        """What is wrong, by field, for a picture of that size if it is known."""
        from enhancer.enhance.size import parse_size

        found = {}
        try:
            rule = parse_size(self.size)
            if rule is not None and width and height:
                rule.target(width, height)
        except EnhancerError as error:
            found["size"] = all_in_words((error.message, error.hint))
        if self.background and not COLOUR.fullmatch(self.background):
            found["background"] = "#rrggbb"
        return found

    def result_size(self, width: int, height: int, scale: int) -> tuple[int, int]:
        """Of a picture of that size with a model of that scale. SpecError for a size that cannot be."""
        from enhancer.enhance.size import parse_size

        rule = parse_size(self.size)
        return (width * scale, height * scale) if rule is None else rule.target(width, height)


class Steps:
    """Undo and redo of a value."""

    def __init__(self, value: EnhanceSettings) -> None:
        self.value = value
        self._before: list[EnhanceSettings] = []
        self._after: list[EnhanceSettings] = []
        self._last: tuple[frozenset[str], float] = (frozenset(), 0.0)

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        return bool(self._after)

    def push(self, value: EnhanceSettings, now: float | None = None) -> None:
        if value == self.value:
            return
        now = time.monotonic() if now is None else now
        changed = frozenset(f.name for f in fields(value) if getattr(value, f.name) != getattr(self.value, f.name))
        same = changed == self._last[0] and now - self._last[1] < ONE_STEP and bool(self._before)
        if not same:
            self._before.append(self.value)
        self.value, self._after, self._last = value, [], (changed, now)

    def undo(self) -> EnhanceSettings:
        if self._before:
            self._after.append(self.value)
            self.value = self._before.pop()
            self._last = (frozenset(), 0.0)
        return self.value

    def redo(self) -> EnhanceSettings:
        if self._after:
            self._before.append(self.value)
            self.value = self._after.pop()
            self._last = (frozenset(), 0.0)
        return self.value
