"""How every job of many items runs: claim the folder, plan in its journal, do what is to be done, report.

Knows plans and stages, not what is done to an item.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Literal, Protocol

from ..batch.claim import claimed
from ..batch.item import Item, Stages
from ..batch.journal import Journal, Row, journal_path
from ..batch.kin import Kin
from ..batch.plan import IfExists, LeftOut, make_plan
from ..batch.runner import run_items
from ..errors import Cancelled, DataError
from ..events import Finished, ItemDone, Sink, Warned
from .job import ItemReport, Report

EARLIER = "Done by an earlier run of this job."


class BatchJob(Protocol):
    """The fields that every job of many items has."""

    @property
    def kind(self) -> str: ...
    @property
    def if_exists(self) -> IfExists: ...
    @property
    def shard(self) -> str: ...


class BatchPlan(Protocol):
    """What is the same for all items of a job, and the items themselves."""

    @property
    def job(self) -> BatchJob: ...
    @property
    def identity(self) -> str:
        """SHA-256 (hex) of all that decides which bytes the outputs have."""

    @property
    def state_folder(self) -> Path: ...
    @property
    def names_one_picture(self) -> bool:
        """Whether the user pointed at one file as input: then that is meant, even if this program made it."""

    def candidates(self) -> Iterator[Item | LeftOut]: ...


def run_batch(
    plan: BatchPlan,
    sink: Sink,
    stages: Callable[[Journal], Stages],
    nothing_found: Callable[[], DataError],
    facts: Callable[[Journal], Mapping[str, Any]],
) -> Report:
    """Do what is not done yet. One item that fails stays alone with that; the report says why ("partial").

    stages: called once, before any item is touched and only if there is something to do, so that faults of model and
    device are the job's. OutputError where the disk or the folder stand against it. Cancelled comes back as a report.
    """
    began = time.monotonic()
    job = plan.job
    with claimed(plan.state_folder, plan.identity, job.shard), journal_of(plan) as journal:
        with Kin.beside(plan.state_folder, plan.identity, job.shard) as kin:
            kin.hand_over(journal, plan.identity)
            chosen = plan.names_one_picture
            summary = make_plan(plan.candidates(), journal, job.if_exists, job.shard, sink, kin, chosen)
        if not summary.total and job.shard == "1/1":
            raise nothing_found()
        earlier = announce(journal, sink)
        cancelled = False
        if summary.pending:
            try:
                run_items(None, stages(journal), journal, sink)
            except Cancelled:
                sink.emit(Warned("Stopped. The same command goes on from here.", "stopped"))
                cancelled = True
        items = tuple(reports(journal.rows(), earlier))
        known = facts(journal)
    counts = {state: sum(item.state == state for item in items) for state in ("done", "skipped", "failed")}
    state: Literal["done", "partial", "cancelled"] = "partial" if counts["failed"] else "done"
    if cancelled:
        state = "cancelled"
    return finished(Report(job.kind, state, items, counts, facts=known), began, sink)


def finished(report: Report, began: float, sink: Sink) -> Report:
    """The report with its seconds, told as the job's last event."""
    seconds = time.monotonic() - began
    sink.emit(Finished(report.state, report.counts, seconds))
    return Report(report.kind, report.state, report.items, report.counts, seconds, report.facts)


@contextmanager
def journal_of(plan: BatchPlan) -> Iterator[Journal]:
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
