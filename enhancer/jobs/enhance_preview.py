"""The dry run: what an EnhanceJob would do, how long it would take and how much disk, without writing anything."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from ..batch.item import Item
from ..batch.journal import Journal, journal_path
from ..batch.kin import Kin
from ..batch.plan import LeftOut, make_plan
from ..errors import OutputError
from ..events import NullSink, Progressed, Sink
from ..files.names import display
from ..images.image import Image
from ..images.write import WriteOptions, encode
from .batched import BatchPlan
from .enhance import EnhanceJob
from .enhance_engines import Engines, Forgetful
from .enhance_plan import STREAM, EnhancePlan, prepare

PROBE = 256
"""Side of the pattern that is enlarged to learn the speed; one tile of the CPU's plan."""
TYPICAL_BYTES = {"png": 1.2, "jpeg": 0.3, "webp": 0.12, "tiff": 1.2}
"""Bytes a pixel in 8 bits, by format. Eight photos enlarged twice gave 0.96, 0.22, 0.08 and 0.97 in the mean and up to
half more; a little too much is the better guess about disks."""
DEEPER = {8: 1.0, 16: 2.5, 32: 4.0}
"""How much more than 8 bits the deeper depths take; noise in the lower bits does not compress."""
LISTED = 20
LOOKED_AT = 100
"""Files between two words about how many there are."""


Measure = Callable[[EnhancePlan], tuple[dict[str, float], str]]
"""Seconds an input megapixel by model, and how that was found."""


@dataclass(frozen=True)
class PreviewItem:
    """One picture: state is pending, done, skipped or failed; sizes are [width, height];
    seconds and bytes estimates.
    """

    key: str
    state: str
    output: str = ""
    size: tuple[int, int] = (0, 0)
    target: tuple[int, int] = (0, 0)
    format: str = ""
    model: str = ""
    seconds: float = 0.0
    bytes: int = 0
    reason: str = ""
    input: str = ""


@dataclass(frozen=True)
class Preview:
    """What a job would do. `how` says where the estimate of seconds comes from; `free` is the free disk space."""

    items: tuple[PreviewItem, ...]
    seconds: float
    bytes: int
    free: int
    how: str
    problems: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def lines(self) -> list[str]:
        """For people: a line for each of the first pictures, then the sums, then what is wrong."""
        found = []
        for item in self.items[:LISTED]:
            if item.state == "pending":
                size, target = (f"{w}x{h}" for w, h in (item.size, item.target))
                note = f" ({item.reason})" if item.reason else ""
                found.append(f"{item.key}: {size} -> {target} {item.format} by {item.model}: {item.output}{note}")
            else:
                found.append(f"{item.key}: {item.state}{f' ({item.reason})' if item.reason else ''}")
        if len(self.items) > LISTED:
            found.append(f"... and {len(self.items) - LISTED} more.")
        todo = self.counts.get("pending", 0)
        rest = ", ".join(f"{count} {state}" for state, count in self.counts.items() if count and state != "pending")
        found.append(f"{todo} to do{f', {rest}' if rest else ''}.")
        if todo:
            found.append(f"About {duration(self.seconds)} ({self.how}), about {amount(self.bytes)} of disk.")
        return [*found, *self.problems]


def preview(job: EnhanceJob, sink: Sink | None = None, measure: Measure | None = None) -> Preview:
    """Plan the job as it stands, finished parts included; raises what the job itself would raise before work.

    sink: hears how many files were looked at, and may stop it. measure: in place of `measure_speed`.
    """
    sink = sink or NullSink()
    plan = prepare(job)
    if STREAM in job.inputs:
        note = "Standard input is not read for an estimate."
        return Preview((PreviewItem(STREAM, "pending"),), 0.0, 0, 0, "not measured", (note,), {"pending": 1})
    with borrowed_journal(plan) as journal:
        details: dict[str, Mapping[str, Any]] = {}
        with Kin.beside(plan.state_folder, plan.identity, job.shard) as kin:
            kin.hand_over(journal, plan.identity, settle=False)
            candidates = noted(plan.candidates(), details, sink)
            make_plan(candidates, journal, job.if_exists, job.shard, sink, kin, plan.names_one_picture)
        rows = list(journal.rows())
        counts = {state: count for state, count in journal.counts().items() if state != "writing"}
    speed, how = (measure or measure_speed)(plan) if counts["pending"] else ({}, "nothing to do")
    items = tuple(
        item_of(row.key, row.state, row.outputs, row.reason, details.get(row.key, {}), speed, plan) for row in rows
    )
    pending = [item for item in items if item.state == "pending"]
    needed, free = sum(item.bytes for item in pending), free_bytes(plan.place.folder or plan.inputs[0].parent)
    problems = [f"{display(item.key)} fails: {item.reason}" for item in items if item.state == "failed"]
    if needed > free:
        problems.append(f"The disk has only {amount(free)} left.")
    if not items:
        problems.append("There are no pictures to work on.")
    return Preview(items, sum(i.seconds for i in pending), needed, free, how, tuple(problems), counts)


def noted(
    candidates: Iterable[Item | LeftOut], details: dict[str, Mapping[str, Any]], sink: Sink
) -> Iterator[Item | LeftOut]:
    """The same stream, with the facts of each item kept."""
    for number, candidate in enumerate(candidates, 1):
        if number % LOOKED_AT == 0:
            sink.check()
            sink.emit(Progressed(0.0, str(number)))
        if isinstance(candidate, Item):
            details[candidate.key] = {**candidate.params, "input": str(candidate.inputs[0])}
        yield candidate


def item_of(
    key: str,
    state: str,
    outputs: tuple[Path, ...],
    reason: str,
    details: Mapping[str, Any],
    speed: Mapping[str, float],
    plan: EnhancePlan,
) -> PreviewItem:
    if not details:
        return PreviewItem(key, state, reason=reason)
    (width, height), (to_width, to_height) = details["size"], details["target"]
    model = str(details["model"])
    bits = int(details["bits"]) if plan.job.depth == "keep" else int(plan.job.depth)
    deeper = next(factor for depth, factor in DEEPER.items() if bits <= depth)
    per_pixel = TYPICAL_BYTES.get(str(details["format"]), 2.0) * deeper
    return PreviewItem(
        key,
        state,
        str(outputs[0]) if outputs else "",
        (width, height),
        (to_width, to_height),
        str(details["format"]),
        model,
        round(speed.get(model, 0.0) * width * height / 1e6, 4),
        round(per_pixel * to_width * to_height),
        reason or str(details["note"]),
        str(details["input"]),
    )


def measure_speed(plan: EnhancePlan) -> tuple[dict[str, float], str]:
    """Seconds an input megapixel by model, writing included, from one short run each; and how that was found."""
    engines = Engines(plan, Forgetful())
    y, x = np.mgrid[0:PROBE, 0:PROBE]
    pattern = np.stack([x, y, (x * y) // 61 + (x // 16 + y // 16) % 2 * 40], axis=2) % 256
    picture = Image(pattern.astype(np.uint8))
    seconds = {}
    for entry in plan.family.members:
        engines.enhance(entry.name, picture, NullSink())  # the first run also allocates and compiles
        began = time.perf_counter()
        result = engines.enhance(entry.name, picture, NullSink())
        encode(result.image, WriteOptions(format=plan.options.format or "png", quality=plan.options.quality))
        seconds[entry.name] = (time.perf_counter() - began) / (PROBE * PROBE / 1e6)
    return seconds, f"from a short run on {engines.device}"


@contextmanager
def borrowed_journal(plan: BatchPlan) -> Iterator[Journal]:
    """A copy of the job's journal, if it has one, so that looking changes nothing."""
    source = journal_path(plan.state_folder, plan.identity, plan.job.shard)
    with tempfile.TemporaryDirectory(prefix="enhancer-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / source.name
        for suffix in ("", "-wal"):
            with suppress(OSError):
                shutil.copyfile(source.with_name(source.name + suffix), copy.with_name(copy.name + suffix))
        try:
            journal = Journal.open(copy, plan.identity)
        except OutputError:  # copied while another run was writing it
            for path in Path(folder).iterdir():
                path.unlink()
            journal = Journal.open(copy, plan.identity)
        with journal:
            # What a killed run left half way is settled by the next run, not by a look at it.
            with journal.database.transaction() as connection:
                connection.execute("UPDATE item SET state = 'pending' WHERE state = 'writing'")
            yield journal


def free_bytes(folder: Path) -> int:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free


def duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(seconds, 1):.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def amount(count: float) -> str:
    for unit in ("bytes", "kB", "MB", "GB"):
        if count < 1000:
            return f"{count:.0f} {unit}" if unit == "bytes" else f"{count:.3g} {unit}"
        count /= 1000
    return f"{count:.3g} TB"
