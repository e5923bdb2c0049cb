"""The runner of EnhanceJob: prepare, then a batch of pictures, or the one on standard input. What is done to a
picture lies beside.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from .. import __version__
from ..batch.journal import Journal
from ..errors import DataError
from ..events import Sink
from .batched import finished, run_batch
from .enhance import EnhanceJob
from .enhance_engines import Engines
from .enhance_plan import STREAM, EnhancePlan, prepare
from .enhance_preview import Preview as Preview
from .enhance_preview import preview as preview
from .enhance_stages import EnhanceStages
from .enhance_stream import run_stream
from .job import Report


def run_enhance(job: EnhanceJob, sink: Sink) -> Report:
    """Do what is not done yet. One picture that fails stays alone with that; the report says why ("partial").

    Raises SpecError, ModelError, DeviceError, DataError or OutputError for what concerns the whole job,
    before any work; a disk that fills ends the run with OutputError and leaves the rest pending. Cancelled
    comes back as a report.
    """
    began = time.monotonic()
    plan = prepare(job)
    if STREAM in (job.output, *job.inputs):
        return finished(run_stream(plan, sink), began, sink)

    def stages(journal: Journal) -> EnhanceStages:
        engines = Engines(plan, journal)
        engines.ready(sink)
        return EnhanceStages(plan, engines)

    return run_batch(plan, sink, stages, lambda: nothing_found(job), lambda journal: job_facts(plan, journal))


def job_facts(plan: EnhancePlan, journal: Journal) -> dict[str, Any]:
    """Versions and weights under which the job ran; enough to repeat it."""
    return {
        "program": f"enhancer {__version__}",
        "identity": plan.identity,
        "models": plan.family.hashes,
        "device": journal.recall("device", ""),
        "journal": str(journal.database.path),
        "job": plan.job.to_mapping(),
    }


def nothing_found(job: EnhanceJob) -> DataError:
    """Says what would make a difference."""
    hint = "Pictures end in .png, .jpg, .webp or .tif."
    if job.include or job.exclude:
        hint = "Do --include and --exclude leave any?"
    elif not job.recursive and any(Path(name).is_dir() for name in job.inputs):
        hint = "Sub-folders are looked into with --recursive."
    return DataError(f"There are no pictures in {', '.join(job.inputs[:3])}.", hint, "no-pictures")
