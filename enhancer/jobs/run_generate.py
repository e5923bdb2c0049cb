"""The runner of GenerateJob, and its dry run. What is done to a picture lies beside."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..batch.journal import Journal
from ..batch.kin import Kin
from ..batch.plan import make_plan
from ..errors import DataError
from ..events import NullSink, Sink, Warned
from ..files.names import display
from .batched import run_batch
from .enhance_preview import TYPICAL_BYTES, amount, borrowed_journal, duration, free_bytes
from .generate import GenerateJob
from .generate_plan import GeneratePlan, prepare
from .generate_stages import GenerateStages
from .job import Report

if TYPE_CHECKING:
    from ..generate.produce import Judge
    from ..generate.sampler import Sampler

LISTED = 10


def run_generate(job: GenerateJob, sink: Sink) -> Report:
    """Make what is not made yet. A picture of which no candidate passes is a failed item; the report says why.

    Raises SpecError, ModelError, DeviceError, DataError or OutputError for what concerns the whole job, before work.
    """
    plan = prepare(job)

    def stages(journal: Journal) -> GenerateStages:
        sampler = open_sampler(plan, journal, sink)
        return GenerateStages(plan, sampler, open_judge_of(plan, sampler, sink), journal)

    def nothing() -> DataError:
        return DataError("There is nothing to generate.", "Ask for one picture or more with --count.", "no-pictures")

    report = run_batch(plan, sink, stages, nothing, lambda journal: job_facts(plan, journal))
    rejected: Counter[str] = Counter()
    for item in report.items:
        rejected.update(item.facts.get("rejected", {}))
    return Report(
        report.kind,
        report.state,
        report.items,
        report.counts,
        report.seconds,
        {**report.facts, **({"rejected": dict(rejected)} if job.reject else {})},
    )


def open_sampler(plan: GeneratePlan, journal: Journal | None, sink: Sink) -> Sampler:
    """The model under the plan that an earlier run of the job recorded, or a new one that is recorded now."""
    from ..generate.plan import SamplePlan, make_plan
    from ..generate.sampler import Sampler
    from ..models.generator import open_generator
    from ..runtime.device import choose_device

    device = choose_device(plan.job.device)
    info = plan.info
    sample = make_plan(info.height, info.width, device.kind, plan.job.batch, plan.job.precision)
    if journal is not None:
        before = journal.recall("device")
        if before not in (None, device.kind):
            text = f"An earlier run used {before}, this one uses {device.kind}: values may differ by a code."
            sink.emit(Warned(text, "device-changed"))
        journal.remember("device", device.kind)
        recorded = journal.recall("plan")
        sample = SamplePlan.from_json(recorded) if recorded else sample
        journal.remember("plan", sample.as_json())
    return Sampler(open_generator(plan.entry.path), device, sample, plan.job.threads)


def open_judge_of(plan: GeneratePlan, sampler: Sampler, sink: Sink) -> Judge | None:
    if not plan.job.reject:
        return None
    from ..generate.judge import open_judge

    return open_judge(sampler, plan.entry.path, plan.job.reference, plan.job.features, sink)


def job_facts(plan: GeneratePlan, journal: Journal) -> dict[str, Any]:
    """Version, weights and batch plan under which the job ran; enough to repeat it."""
    return {
        "program": f"enhancer {__version__}",
        "identity": plan.identity,
        "model": {"name": plan.info.name, "sha256": plan.sha256},
        "device": journal.recall("device", ""),
        "plan": journal.recall("plan", {}),
        "journal": str(journal.database.path),
        "job": plan.job.to_mapping(),
    }


@dataclass(frozen=True)
class GeneratePreview:
    """What a job would do. `first`: the first outputs; seconds and bytes are estimates; `free`: of the disk."""

    model: str
    size: tuple[int, int]
    first: tuple[str, ...]
    plan: Mapping[str, Any]
    seconds: float
    bytes: int
    free: int
    device: str
    problems: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def lines(self) -> list[str]:
        """For people."""
        found = [display(path) for path in self.first]
        total = sum(self.counts.values())
        if total > len(found):
            found.append(f"... and {total - len(found)} more.")
        todo = self.counts.get("pending", 0)
        rest = ", ".join(f"{count} {state}" for state, count in self.counts.items() if count and state != "pending")
        found.append(f"{todo} to do{f', {rest}' if rest else ''}: {self.size[0]}x{self.size[1]} by {self.model}.")
        if todo:
            how = f"{self.plan['batch']} at a time in {self.plan['precision']} on {self.device}"
            found.append(f"About {duration(self.seconds)} ({how}), about {amount(self.bytes)} of disk.")
        return [*found, *self.problems]


def preview(job: GenerateJob) -> GeneratePreview:
    """Plan the job as it stands and time one batch; raises what the job itself would raise before work."""
    import numpy as np

    plan = prepare(job)
    with borrowed_journal(plan) as journal:
        with Kin.beside(plan.state_folder, plan.identity, job.shard) as kin:
            kin.hand_over(journal, plan.identity, settle=False)
            make_plan(plan.candidates(), journal, job.if_exists, job.shard, kin=kin)
        rows = list(journal.rows())
        counts = {state: count for state, count in journal.counts().items() if state != "writing"}
        sampler = open_sampler(plan, journal, NullSink())
    open_judge_of(plan, sampler, NullSink())  # what it lacks is said now
    batch, info = sampler.plan.batch, plan.info
    z = np.zeros((batch, info.latent), np.float32)
    labels = [0] * batch if info.classes else None
    sampler.pictures(range(batch), z, labels)  # the first run also allocates
    began = time.perf_counter()
    sampler.pictures(range(batch), z, labels)
    each = (time.perf_counter() - began) / batch
    pending = counts["pending"]
    needed = round(pending * info.width * info.height * TYPICAL_BYTES.get(plan.options.format, 1.2) + 700 * pending)
    free = free_bytes(plan.folder)
    problems = [f"{display(row.key)} is skipped: {row.reason}" for row in rows if row.state == "skipped"][:LISTED]
    if needed > free:
        problems.append(f"The disk has only {amount(free)} left.")
    first = tuple(str(row.outputs[0]) for row in rows[:LISTED] if row.outputs)
    size = (info.width, info.height)
    device = str(sampler.device)
    plan_values = sampler.plan.as_json()
    return GeneratePreview(
        info.name, size, first, plan_values, each * pending, needed, free, device, tuple(problems), counts
    )
