"""What a run will take, from a short probe on this machine: time, memory, and what the data are."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..events import Event, NullSink, Sink, Warned
from ..runtime.device import Device, choose_device, current_threads, set_threads
from ..runtime.memory import freed_memory_kept, peak_device_memory, peak_memory
from .moment import Moment
from .precision import training_dtype
from .ranks import Ranks
from .recipes import RECIPES
from .run_folder import CHECKPOINTS
from .state import Counters, TrainState, checkpoints, load_latest

if TYPE_CHECKING:
    from ..jobs.train import TrainJob

WARM_STEPS = 3
PROBE_SECONDS = 5.0
PROBE_STEPS = 200
HELD_UP = 0.8
"""Threads that get less of the time than this may be held up by other programs (see `held_up`): one alone is tried."""


@dataclass(frozen=True)
class TrainingPlan:
    """Sizes in images (crops), times in seconds.

    peak_memory: bytes on the device that trains, None where nobody says. one_thread: images/s of a single thread, only
    where other programs hold the processor up and it is faster. notes: what was warned of while the data were loaded.
    """

    name: str
    device: str
    precision: str
    pictures: int
    held_out: int
    parameters: int
    budget: int
    remaining: int
    batch: int
    images_per_second: float
    seconds_per_tick: float
    ticks: int
    seconds: float
    peak_memory: int | None
    one_thread: float | None
    notes: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def lines(self) -> list[str]:
        """For people."""
        memory = f"{self.peak_memory / 1e9:.1f} GB" if self.peak_memory else "not known here"
        busy = "busy      other programs hold the processor up: --threads 1 makes {:,.0f} images/s"
        return [
            f"{self.name}: {self.parameters:,} parameters, {self.precision} on {self.device}",
            f"data      {self.pictures} pictures to learn from, {self.held_out} only to judge by",
            f"work      {self.remaining:,} of {self.budget:,} images left, {self.batch} at a time",
            f"speed     {self.images_per_second:,.0f} images/s (measured in a {PROBE_SECONDS:.0f} second probe)",
            *([busy.format(self.one_thread)] if self.one_thread else []),
            f"judging   {self.ticks} times, {self.seconds_per_tick:.1f} s each",
            f"time      {duration(self.seconds)} in all",
            f"memory    {memory} at most",
            *(f"note      {note}" for note in self.notes),
        ]


def plan_training(job: TrainJob, sink: Sink | None = None) -> TrainingPlan:
    """Load the data, take a few steps that are thrown away, judge once, and multiply. Writes nothing."""
    config = job.config
    device = choose_device(job.device)
    set_threads(job.threads)
    dtype = training_dtype(config.precision, device)
    recipe = RECIPES.get(config.recipe)(config, device.torch, dtype, Ranks())
    heard = _Heard(sink or NullSink())
    recipe.prepare(heard)
    state = TrainState(recipe.build(), Counters())
    folder = Path(job.run_dir) / CHECKPOINTS
    if checkpoints(folder):
        load_latest(folder, state)
    done = state.counters.images
    steps = _steps(recipe, state, config.batch)
    with freed_memory_kept():  # as in the training
        speed = probe(steps)
        one_thread = _one_thread(steps, speed, device)
        began = time.monotonic()
        recipe.evaluate(state.parts)
        judging = time.monotonic() - began
    rate = speed.steps_per_second * config.batch
    remaining = max(0, config.budget - done)
    ticks = -(-remaining // config.tick)
    pictures, held_out = recipe.counts()
    return TrainingPlan(
        name=config.name,
        device=device.name,
        precision="fp32" if dtype is None else str(dtype).removeprefix("torch."),
        pictures=pictures,
        held_out=held_out,
        parameters=sum(p.numel() for net in state.parts.networks.values() for p in net.parameters()),
        budget=config.budget,
        remaining=remaining,
        batch=config.batch,
        images_per_second=rate,
        seconds_per_tick=judging,
        ticks=ticks,
        seconds=remaining / rate + ticks * judging,
        peak_memory=peak_device_memory(device.torch) or peak_memory(),
        one_thread=one_thread and one_thread * config.batch,
        notes=tuple(heard.notes),
    )


class _Heard:
    """Passes everything on, and remembers the warnings."""

    def __init__(self, sink: Sink) -> None:
        self.sink = sink
        self.notes: list[str] = []

    def emit(self, event: Event) -> None:
        if isinstance(event, Warned):
            self.notes.append(event.message)
        self.sink.emit(event)

    def check(self) -> None:
        self.sink.check()


def _steps(recipe: Any, state: TrainState, batch: int) -> Iterator[None]:
    first = state.counters.images
    while True:
        terms = recipe.step(state.parts, recipe.batch(first, batch), Moment(first, batch))
        float(terms["loss"])  # waits for the device
        first += batch
        yield


@dataclass(frozen=True)
class Speed:
    """share: of the time of all its threads, what this process really ran."""

    steps_per_second: float
    share: float


def probe(steps: Iterator[None]) -> Speed:
    """How fast they come, after a few to warm up."""
    for _ in range(WARM_STEPS):
        next(steps)
    began, ran, count = time.monotonic(), time.process_time(), 0
    while count < PROBE_STEPS and (count == 0 or time.monotonic() - began < PROBE_SECONDS):
        next(steps)
        count += 1
    spent = time.monotonic() - began
    return Speed(count / spent, (time.process_time() - ran) / (spent * current_threads()))


def _one_thread(steps: Iterator[None], speed: Speed, device: Device) -> float | None:
    """Steps a second of a single thread, if the threads of the CPU are held up and it makes more."""
    threads = current_threads()
    if device.kind != "cpu" or threads == 1 or speed.share >= HELD_UP:
        return None
    set_threads(1)
    try:
        alone = probe(steps).steps_per_second
    finally:
        set_threads(threads)
    return alone if alone > speed.steps_per_second else None


def duration(seconds: float) -> str:
    """Human units: "2 h 05 min", "3 min 20 s", "45 s"."""
    whole = round(seconds)
    if whole >= 3600:
        return f"{whole // 3600} h {whole % 3600 // 60:02d} min"
    return f"{whole // 60} min {whole % 60:02d} s" if whole >= 60 else f"{whole} s"
