"""Pictures of a generator to look at: of seeds, near one, on the way between two, or made again; with how each is made,
so that an export has the same pixels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from enhancer.events import Sink

from ..pixels import put
from ..serving import CallSink, session
from ..turns import DEVICE

if TYPE_CHECKING:
    from enhancer.generate.origin import Origin
    from enhancer.generate.sampler import Sampler


def samples(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "model"; "what" and what belongs to it; "start" and "count", which of the pictures are asked for.

    seeds: "seed", "classes", "truncation". between: "seeds" (two), "steps", "classes", "truncation".
    near: "origin", "seed", "strength". like: "origins", "paths" of pictures or latent files; "same_only" passes over
    those of other weights. "pixels" are those of all, one below the other, each "height" high; "origins" say how each
    is made; "batch" are computed at once. "token" comes back.
    """
    from enhancer.jobs.generate_plan import generator_entry

    with DEVICE.short():
        sink.check()
        entry = generator_entry(arguments["model"])
        stat = entry.path.stat()
        sampler = _sampler(str(entry.path), stat.st_mtime_ns, stat.st_size, str(arguments.get("device", "auto")))
        first, count = int(arguments["start"]), int(arguments["count"])
        origins = _origins(arguments, sampler, first, count)
        codes = _made(sampler, origins, sink) if origins else None
    sink.check()  # nobody would remove the pixels of an answer that nobody waits for
    return {
        "pixels": None if codes is None else put(session(), codes),
        "origins": [origin.to_mapping() for origin in origins],
        "batch": sampler.plan.batch,
        "height": sampler.info.height,
        "start": first,
        "token": arguments.get("token", 0),
    }


@lru_cache(maxsize=2)
def _sampler(path: str, changed: int, size: int, device: str) -> Sampler:
    """A generator stays open between requests; a file that changed is another one."""
    from enhancer.generate.sampler import Sampler
    from enhancer.models.generator import open_generator

    return Sampler(open_generator(Path(path)), device)


def _origins(arguments: Mapping[str, Any], sampler: Sampler, start: int, count: int) -> list[Origin]:
    from enhancer import __version__
    from enhancer.generate.near import neighbour
    from enhancer.generate.origin import Origin, origin_of
    from enhancer.generate.seeds import chosen_labels, label_of

    info, plan, what = sampler.info, sampler.plan, arguments["what"]
    if what == "like":
        given = [Origin.from_mapping(values) for values in arguments.get("origins", ())]
        given += [origin_of(Path(path)) for path in arguments.get("paths", ())]
        if arguments.get("same_only"):
            given = [origin for origin in given if origin.sha256 == sampler.generator.sha256]
        return [_checked(origin, sampler) for origin in given[start : start + count]]
    if what == "near":
        parent = _checked(Origin.from_mapping(arguments["origin"]), sampler)
        seed, strength = int(arguments["seed"]), float(arguments["strength"])
        return [neighbour(parent, info, seed + nth, strength) for nth in range(start, start + count)]
    labels = chosen_labels(arguments.get("classes", ()), info.classes, info.name)
    made: list[Origin] = []

    def one(slot: int, label: int | None, **more: Any) -> Origin:
        return Origin(
            program=f"enhancer {__version__}",
            model=info.name,
            sha256=sampler.generator.sha256,
            label=label,
            class_name="" if label is None else info.classes[label],
            truncation=float(arguments.get("truncation", 1.0)),
            slot=slot,
            batch=plan.batch,
            precision=plan.precision,
            wraps=info.wraps,
            **more,
        )

    if what == "between":
        a, b = map(int, arguments["seeds"])
        steps = int(arguments["steps"])
        for nth in range(start, min(start + count, steps)):
            made.append(one(plan.slot(nth), label_of(a, labels), seeds=(a, b), position=nth / (steps - 1)))
    else:
        for seed in range(int(arguments["seed"]) + start, int(arguments["seed"]) + start + count):
            made.append(one(plan.slot(seed), label_of(seed, labels), seed=seed))
    return made


def _checked(origin: Origin, sampler: Sampler) -> Origin:
    from enhancer.errors import ModelError

    if origin.sha256 != sampler.generator.sha256:
        text = f"This was made by another model than {sampler.info.name}: {origin.model}."
        raise ModelError(text, code="model-other")
    return origin


def _made(sampler: Sampler, origins: Sequence[Origin], sink: Sink) -> Any:
    """(N*H,W,C) uint8."""
    import numpy as np

    from enhancer.generate.near import latent_of
    from enhancer.generate.produce import Want, produce

    found: list[Any] = [None] * len(origins)
    plans = dict.fromkeys((origin.batch, origin.precision) for origin in origins)
    for key in plans:
        of_plan = _under(sampler, *key)
        numbers = [number for number, origin in enumerate(origins) if (origin.batch, origin.precision) == key]
        wants = [
            Want(str(number), origin.slot, origin.label, z=latent_of(origin, sampler.info))
            for number, origin in ((number, origins[number]) for number in numbers)
        ]
        for number, made in zip(numbers, produce(of_plan, wants), strict=True):
            sink.check()
            found[number] = made.codes
    return np.concatenate(found)


def _under(sampler: Sampler, batch: int, precision: str) -> Sampler:
    """The same generator under the plan that a picture was made under, so that it has the same pixels."""
    from enhancer.generate.plan import checked
    from enhancer.generate.sampler import Sampler
    from enhancer.runtime.device import set_threads

    plan = checked(batch, precision)
    if plan == sampler.plan:
        set_threads(sampler.threads)
        return sampler
    return Sampler(sampler.generator, sampler.device, plan, sampler.threads)
