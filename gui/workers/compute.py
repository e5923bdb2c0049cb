"""The child with torch: runs jobs, one at a time, and lets previews in between. Warm: models stay open."""

from __future__ import annotations

from .serving import Line, serve

TASKS: list[Line] = [
    ("run", "job", ".tasks.run:run"),
]
"""Lanes: "job" for whole jobs, "preview" for what somebody waits for; both take turns, see `turns`."""

if __name__ == "__main__":
    serve("gui.workers", TASKS)
