"""What the window and its child processes say to each other: one JSON object a line, both ways. No Qt here.

Window to child:  {"id": 7, "do": "thumbnail", "arguments": {...}, "replaces": "preview"}
                  {"id": 7, "order": "cancel"}
Child to window:  {"id": 0, "ready": true}  once, then for each request
                  {"id": 7, "started": true}  when it leaves the line,
                  {"id": 7, "obeyed": true}  when it stops as asked, and only finishes what must be finished,
                  {"id": 7, "event": {...}}  any number of times, then one of
                  {"id": 7, "result": {...}}  {"id": 7, "error": {"message", "hint", "code", "details"}}
An event is what `enhancer.events.Event.as_json` gives, the same as a line of `enhancer ... --json`. Pixels never travel
here; a result names a file of them, see `pixels`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from enhancer.errors import EnhancerError

Order = Literal["cancel", "pause", "resume"]
ORDERS: tuple[Order, ...] = ("cancel", "pause", "resume")
SUPERSEDED, CANCELLED = "superseded", "cancelled"
"""Codes of failures that are no fault of the request: nobody needs to be told."""
CRASHED, HUNG, UNSTARTABLE = "crashed", "hung", "cannot-start"
"""Codes of failures of the process: it ended, it had to be ended, it does not even start."""


@dataclass(frozen=True)
class Request:
    """One thing to do. replaces: a name; an earlier request with the same one is dropped: the latest wins."""

    id: int
    do: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    replaces: str = ""

    def line(self) -> bytes:
        values = {"id": self.id, "do": self.do, "arguments": dict(self.arguments)}
        return encode(values | ({"replaces": self.replaces} if self.replaces else {}))


@dataclass(frozen=True)
class Failure:
    """Why a request ended without a result. message: a sentence for people; details: for those who ask, may be long."""

    message: str
    hint: str = ""
    code: str = "error"
    details: str = ""

    @classmethod
    def of(cls, error: EnhancerError, details: str = "") -> Failure:
        """What the core says about it."""
        return cls(error.message, error.hint, error.code, details)

    @property
    def unasked(self) -> bool:
        """Whether somebody should be told: not of what the user or a newer request stopped."""
        return self.code not in (SUPERSEDED, CANCELLED)


def encode(values: Mapping[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def decode(line: bytes) -> dict[str, Any]:
    """ValueError if it is not one JSON object with the number of a request."""
    values = json.loads(line)
    if not isinstance(values, dict) or not isinstance(values.get("id"), int):
        raise ValueError("not an object with an id")
    return values
