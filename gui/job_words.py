"""A queued job in words: its state in a line, the time that is left, where its results are. No widgets here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from . import units
from .core_words import in_words
from .queued_job import QueuedJob
from .workers.protocol import Failure

MOST_REASONS = 200
FEW_SECONDS = 10


def time_left(eta: float | None) -> str:
    """Rounded as an estimate deserves; empty while unknown."""
    if eta is None:
        return ""
    if eta < FEW_SECONDS:
        return QCoreApplication.translate("Job", "a few seconds left")
    rounded = round(eta / 5) * 5 if eta < 90 else eta
    return QCoreApplication.translate("Job", "about {time} left").format(time=units.duration(rounded))


def state_line(job: QueuedJob) -> str:
    """What there is to say of it now, for example "62 % · about 2 min left", or "3 of 5 done, 2 failed"."""
    if job.state == "waiting":
        return QCoreApplication.translate("Job", "Waiting")
    if job.state == "cancelling":
        return QCoreApplication.translate("Job", "Stopping")
    if job.state == "paused":
        return " · ".join((QCoreApplication.translate("Job", "Paused"), units.percent(job.fraction)))
    if job.state == "running":
        parts = [units.percent(job.fraction), time_left(job.eta)]
        if not job.fraction and job.eta is None:
            parts = [QCoreApplication.translate("Job", "Starting")]
        if failed := job.counts["failed"]:
            parts.append(QCoreApplication.translate("Job", "%n failed", "", failed))
        return " · ".join(part for part in parts if part)
    if job.state == "failed":
        return QCoreApplication.translate("Job", "Failed")
    done, failed, total = job.counts["done"], job.counts["failed"], sum(job.counts.values())
    if job.state == "partial":
        text = QCoreApplication.translate("Job", "{done} of {total} done, {failed} failed")
        return text.format(done=units.count(done), total=units.count(total), failed=units.count(failed))
    if job.state == "cancelled":
        stopped = QCoreApplication.translate("Job", "Stopped")
        some = QCoreApplication.translate("Job", "%n done", "", done)
        return f"{stopped} · {some}" if done else stopped
    text = QCoreApplication.translate("Job", "Done")
    results = QCoreApplication.translate("Job", "%n result(s)", "", done)
    return f"{text} · {results}" if done > 1 else text


def trouble(job: QueuedJob) -> Failure | None:
    """What went wrong, to be shown in full: of the job, or of some of its items."""
    if job.failure is not None:
        return job.failure
    failed = [(key, item) for key, item in job.items.items() if item.state == "failed"]
    if not failed:
        return None
    rows = [f"{key}: {in_words(item.reason, item.code)}" for key, item in failed[:MOST_REASONS]]
    if len(failed) > MOST_REASONS:
        rows.append("…")
    return Failure(
        QCoreApplication.translate("Job", "%n of the files failed. The others are done.", "", len(failed)),
        QCoreApplication.translate("Job", "Retry does only those again. The details name each with its reason."),
        "partial",
        "\n".join(rows),
    )


def result_folder(job: QueuedJob) -> Path | None:
    """Where its results are, if it has made some: the folder of the first, or the one it was told."""
    told = str(job.values.get("output", ""))
    first = next((item.outputs[0] for item in job.items.values() if item.outputs), "")
    if not first:
        return Path(told) if told and job.state in ("done", "partial") else None
    return Path(told) if told and Path(told) in Path(first).parents else Path(first).parent
