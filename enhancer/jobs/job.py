"""What a job is and what is said of it afterwards: the specs' base, the registry line, the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from ..spec import Spec

ItemState = Literal["done", "skipped", "failed"]


class Job(Spec):
    """Base of all jobs. `kind` names the runner, `version` the meaning of the fields."""

    kind: str
    version: int


@dataclass(frozen=True)
class ItemReport:
    """What happened to one item. `facts` holds sizes, timings, checks and losses as plain JSON values."""

    key: str
    state: ItemState
    outputs: tuple[str, ...] = ()
    code: str = ""
    reason: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Report:
    """What happened to a job: each item's end in plan order, counts, seconds, versions and the plan it ran under."""

    kind: str
    state: Literal["done", "partial", "cancelled"]
    items: tuple[ItemReport, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    facts: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)
