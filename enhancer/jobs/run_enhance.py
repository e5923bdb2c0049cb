"""The runner of EnhanceJob: prepare, lock, plan, run what is to be done, report. What is
done to a picture lies beside.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Literal

from .. import __version__
from ..batch.claim import claimed
from ..batch.journal import Journal, Row, journal_path
from ..batch.kin import Kin
from ..batch.plan import make_plan
from ..batch.runner import run_items
from ..errors import Cancelled, DataError
from ..events import Finished, ItemDone, Sink, Warned
from .enhance import EnhanceJob
from .enhance_engines import Engines
from .enhance_plan import STREAM, EnhancePlan, prepare
from .enhance_preview import Preview as Preview
from .enhance_preview import preview as preview
from .enhance_stages import EnhanceStages
from .enhance_stream import run_stream
from .job import ItemReport, Report

EARLIER = "Done by an earlier run of this job."


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
    with claimed(plan.state_folder, plan.identity, job.shard), journal_of(plan) as journal:
        with Kin.beside(plan.state_folder, plan.identity, job.shard) as kin:
            kin.hand_over(journal, plan.identity)
            chosen = plan.names_one_picture
            summary = make_plan(plan.candidates(), journal, job.if_exists, job.shard, sink, kin, chosen)
        if not summary.total and job.shard == "1/1":
            raise nothing_found(job)
        earlier = announce(journal, sink)
        cancelled = False
        engines = Engines(plan, journal)
        if summary.pending:
            try:
                engines.ready(sink)
                run_items(None, EnhanceStages(plan, engines), journal, sink)
            except Cancelled:
                sink.emit(Warned("Stopped. The same command goes on from here.", "stopped"))
                cancelled = True
        items = tuple(reports(journal.rows(), earlier))
        facts = job_facts(plan, journal)
    counts = {state: sum(item.state == state for item in items) for state in ("done", "skipped", "failed")}
    state: Literal["done", "partial", "cancelled"] = "partial" if counts["failed"] else "done"
    if cancelled:
        state = "cancelled"
    return finished(Report(job.kind, state, items, counts, facts=facts), began, sink)


def finished(report: Report, began: float, sink: Sink) -> Report:
    """The report with its seconds, told as the job's last event."""
    seconds = time.monotonic() - began
    sink.emit(Finished(report.state, report.counts, seconds))
    return Report(report.kind, report.state, report.items, report.counts, seconds, report.facts)


@contextmanager
def journal_of(plan: EnhancePlan) -> Iterator[Journal]:
    """The job's journal; one that ends without a single item is removed, so that a refused job leaves nothing."""
    path = journal_path(plan.state_folder, plan.identity, plan.job.shard)
    existed = path.exists()
    empty = False
    try:
        with Journal.open(path, plan.identity) as journal:
            try:
                yield journal
            finally:
                empty = not existed and not any(journal.counts().values())
    finally:
        if empty:
            for suffix in ("", "-wal", "-shm"):
                with suppress(OSError):
                    path.with_name(path.name + suffix).unlink(missing_ok=True)


def announce(journal: Journal, sink: Sink) -> frozenset[str]:
    """Tell of every item that needs no work, or got none; returns the keys that an earlier run finished."""
    earlier = set()
    for row in journal.rows():
        outputs = tuple(map(str, row.outputs))
        if row.state == "done":
            earlier.add(row.key)
            sink.emit(ItemDone(row.key, "skipped", outputs, "done-before", EARLIER))
        elif row.state in ("failed", "skipped"):
            sink.emit(ItemDone(row.key, row.state, (), row.code, row.reason))
    return frozenset(earlier)


def reports(rows: Iterator[Row], earlier: frozenset[str]) -> Iterator[ItemReport]:
    """Ends in plan order; what a stopped run left pending has none."""
    for row in rows:
        outputs = tuple(map(str, row.outputs))
        if row.state == "done" and row.key in earlier:
            yield ItemReport(row.key, "skipped", outputs, "done-before", EARLIER, row.facts)
        elif row.state == "done":
            yield ItemReport(row.key, "done", outputs, facts=row.facts)
        elif row.state == "failed":
            yield ItemReport(row.key, "failed", (), row.code, row.reason, row.facts)
        elif row.state == "skipped":
            yield ItemReport(row.key, "skipped", (), row.code, row.reason, row.facts)


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
