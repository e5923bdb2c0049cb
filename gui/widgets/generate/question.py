"""What the grid shows: pictures of seeds, near one, between two, or given ones. Plain values for the task `samples`,
and for the GenerateJob that makes files of the same pixels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

What = Literal["seeds", "near", "between", "like"]


@dataclass(frozen=True)
class Question:
    """model: name or file. seed: the first one; of near and seeds. count: pictures, of seeds, near and between."""

    model: str
    what: What = "seeds"
    seed: int = 0
    count: int = 24
    classes: tuple[str, ...] = ()
    truncation: float = 1.0
    origin: Mapping[str, Any] = field(default_factory=dict)
    strength: float = 0.25
    seeds: tuple[int, int] = (0, 1)
    paths: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """Pictures that the answer has."""
        return len(self.paths) if self.what == "like" else max(self.count, 2) if self.what == "between" else self.count

    def arguments(self, start: int, count: int, token: int) -> dict[str, Any]:
        """Of the task, for a part of the pictures. token: comes back with the answer."""
        found: dict[str, Any] = {
            "model": self.model,
            "what": self.what,
            "start": start,
            "count": min(count, self.total - start),
            "token": token,
        }
        match self.what:
            case "near":
                found |= {"origin": dict(self.origin), "seed": self.seed, "strength": self.strength}
            case "between":
                found |= {"seeds": list(self.seeds), "steps": self.total}
            case "like":
                found |= {"paths": list(self.paths)}
            case _:
                found |= {"seed": self.seed}
        if self.what in ("seeds", "between"):
            found |= {"classes": list(self.classes), "truncation": self.truncation}
        return found

    def job(self, like: Sequence[str] = ()) -> dict[str, Any]:
        """Fields of the GenerateJob that makes all of it. like: files that say how `origin` is made, for near."""
        found: dict[str, Any] = {"kind": "generate", "version": 1, "model": self.model, "count": 0}
        match self.what:
            case "near":
                return found | {
                    "like": list(like),
                    "vary": self.count,
                    "seed": self.seed,
                    "strength": self.strength,
                }
            case "between":
                found |= {"interpolate": list(self.seeds), "steps": self.total}
            case "like":
                return found | {"like": list(self.paths)}
            case _:
                found |= {"count": self.count, "seed": self.seed}
        return found | {"classes": list(self.classes), "truncation": self.truncation}
