"""What happens to one picture: read | enlarge, resize | encode, read again, check; from files or from a pipe alike."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from ..batch.item import Item, Staged
from ..enhance.target import to_target
from ..events import Sink, Warned
from ..files.atomic import discard, write_temporary
from ..files.hashing import sha256_bytes
from ..images.image import Image
from ..images.read import read
from ..images.verify import verify
from ..images.write import Encoded, check_writable, encode
from .enhance_engines import Engines
from .enhance_facts import consistency_of_file, engine_facts, kept, picture_facts
from .enhance_model import Wanted, wanted
from .enhance_plan import EnhancePlan

REMARKS = ("It is named ", "Kept ")
"""How reading begins to tell of an extension that does not fit, or of what it kept in another form: worth a note,
but nothing was lost."""


@dataclass(frozen=True)
class Loaded:
    """A decoded input, what shall become of it, and the seconds it took."""

    image: Image
    want: Wanted
    format: str
    seconds: float


@dataclass(frozen=True)
class Worked:
    """A finished picture at its final size, what it was made from, the facts and the seconds by stage so far."""

    source: Loaded
    image: Image
    facts: Mapping[str, Any]
    seconds: Mapping[str, float]


@dataclass(frozen=True)
class EnhanceStages:
    """The stages of `batch.item.Stages` for pictures. `params` of items only inform; everything is decided
    here anew, since an input may have been replaced since the plan was first made.
    """

    plan: EnhancePlan
    engines: Engines

    def read(self, item: Item) -> tuple[Loaded, int]:
        loaded = load(self.plan, item.inputs[0], item.outputs[0])
        samples = loaded.want.width * loaded.want.height * loaded.image.channels
        return loaded, loaded.image.pixels.nbytes + samples * loaded.image.pixels.itemsize

    def work(self, item: Item, loaded: Loaded, sink: Sink) -> Worked:
        return work(self.plan, self.engines, loaded, sink)

    def write(self, item: Item, result: Worked) -> tuple[list[Staged], Mapping[str, Any]]:
        final = item.outputs[0]
        began = time.perf_counter()
        encoded = encoded_as(self.plan, result)
        temporary = write_temporary(final, encoded.data)
        seconds = time.perf_counter() - began
        try:
            return [Staged(temporary, final)], check(result, encoded, temporary, seconds)
        except BaseException:
            discard(temporary)
            raise


def load(plan: EnhancePlan, origin: Path | BinaryIO, output: Path | None) -> Loaded:
    """Decode, and refuse here, ahead of the device, what its format could not hold."""
    began = time.perf_counter()
    image = read(origin, max_pixels=plan.job.max_pixels, allow_truncated=plan.job.allow_truncated)
    want = wanted(plan.family, plan.rule, image.width, image.height)
    target = plan.output_format(image.meta.format, output)
    check_writable(target, want.width, want.height, is_transparent(image), plan.options.background)
    return Loaded(image, want, target, time.perf_counter() - began)


def work(plan: EnhancePlan, engines: Engines, source: Loaded, sink: Sink) -> Worked:
    """Enlarge by the model, hold fidelity at its scale, then bring to the size that was asked for, in linear light."""
    want, image = source.want, source.image
    result = engines.enhance(want.entry.name, image, sink)
    for note in (*result.notes, *([want.note] if want.note else [])):
        sink.emit(Warned(note, "note"))
    began = time.perf_counter()
    final = result.image if plan.rule is None else to_target(result.image, plan.rule, image.width, image.height)
    seconds = {"read": source.seconds, **result.timings, "resize": time.perf_counter() - began}
    return Worked(source, final, engine_facts(want, result, str(engines.device)), seconds)


def encoded_as(plan: EnhancePlan, result: Worked) -> Encoded:
    return encode(result.image, replace(plan.options, format=result.source.format))


def check(result: Worked, encoded: Encoded, origin: Path | bytes, encoding: float) -> dict[str, Any]:
    """Read what was written again, hold it against what was meant, and put all facts together."""
    began = time.perf_counter()
    source, facts = result.source.image, dict(result.facts)
    verified = verify(origin, encoded)
    opened = time.perf_counter()
    measured = consistency_of_file(verified.image, source, result.source.want)
    if measured is not None and "consistency" in facts:
        facts["consistency"] = {**facts["consistency"], "file": measured}
    seconds = {
        **result.seconds,
        "encode": encoding,
        "verify": opened - began,
        "measure": time.perf_counter() - opened,
    }
    read_notes = source.meta.notes
    quality = {} if source.meta.jpeg_quality is None else {"jpeg_quality": source.meta.jpeg_quality}
    return {
        "input": picture_facts(source, source.meta.source) | quality,
        "output": picture_facts(verified.image, None)
        | {"bytes": len(encoded.data), "sha256": sha256_bytes(encoded.data)},
        **facts,
        "kept": kept(source, verified.image),
        "losses": [note for note in (*read_notes, *verified.losses) if not note.startswith(REMARKS)],
        "notes": [*read_notes, *facts["notes"]],
        # To the tenth of a millisecond: more digits are noise in every report.
        "seconds": {name: round(value, 4) for name, value in seconds.items()},
    }


def is_transparent(image: Image) -> bool:
    """Whether any pixel is; an alpha channel that is full everywhere needs no background."""
    if image.alpha is None:
        return False
    full = 1.0 if image.alpha.dtype == np.float32 else np.iinfo(image.alpha.dtype).max
    return bool(image.alpha.min() < full)
