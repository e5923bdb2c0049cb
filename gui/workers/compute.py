"""The child with torch: runs jobs, one at a time, and lets previews in between. Warm: models stay open."""

from __future__ import annotations

from .serving import Line, serve
from .turns import THREADS

TASKS: list[Line] = [
    ("run", "job", ".tasks.run:run"),
    ("plan_batch", "plan", ".tasks.plan_batch:plan_batch"),
    ("preview", "preview", ".tasks.preview:preview"),
    ("candidates", "preview", ".tasks.candidates:candidates"),
    ("samples", "preview", ".tasks.samples:samples"),
    ("train_plan", "probe", ".tasks.train_plan:measure"),
    ("run_use", "probe", ".tasks.train_plan:use"),
    ("model_check", "probe", ".tasks.model_check:check"),
    ("model_speed", "probe", ".tasks.model_speed:speed"),
    ("devices", "probe", ".tasks.doctor:list_devices"),
    ("doctor", "probe", ".tasks.doctor:doctor"),
]
"""Lanes: "job" for whole jobs, "plan" for dry runs, "preview" for what somebody waits for,
"probe" for trials of models and trainings; all take turns, see `turns`.
"""

if __name__ == "__main__":
    # Torch is loaded by that: every request needs it, and the window knows when it is there.
    serve("gui.workers", TASKS, THREADS.fresh, niceness=5)
