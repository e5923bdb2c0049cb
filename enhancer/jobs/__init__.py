"""Jobs: one spec a file, torch-free; the runner of each is found when it is first run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ..events import NullSink, Sink
from ..registry import Registry
from ..spec import parse_toml, read_spec_text

if TYPE_CHECKING:
    from .job import Job, Report

SPECS: Registry[type[Job]] = Registry(
    "job",
    __name__,
    [
        ("enhance", ".enhance:EnhanceJob"),
        ("train", ".train:TrainJob"),
        ("generate", ".generate:GenerateJob"),
        ("project", ".project:ProjectJob"),
    ],
)
RUNNERS: Registry[Callable[[Job, Sink], Report]] = Registry(
    "job runner",
    __name__,
    [
        ("enhance", ".run_enhance:run_enhance"),
        ("train", ".run_train:run_train"),
        ("generate", ".run_generate:run_generate"),
        ("project", ".run_project:run_project"),
    ],
)


def load_job(path: Path) -> Job:
    """The validated job in a TOML file; its `kind` says which."""
    values = parse_toml(read_spec_text(path), str(path))
    return SPECS.get(str(values.get("kind", "")) or "(no kind)").from_mapping(values, str(path))


def run(job: Job, sink: Sink | None = None) -> Report:
    """Run any job; events go to `sink`. Raises only EnhancerError; a batch with failed items returns its report."""
    return RUNNERS.get(job.kind)(job, sink or NullSink())
