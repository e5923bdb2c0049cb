"""The same part of a picture by several models, one after the other: time, fidelity and size of each."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from enhancer.enhance.size import parse_size
from enhancer.enhance.tiles import Box
from enhancer.errors import Cancelled, EnhancerError
from enhancer.events import NullSink, Part, Preview
from enhancer.images.image import Image
from enhancer.images.resize import resize_to
from enhancer.jobs.enhance import EnhanceJob

from ..serving import CallSink
from .preview import computing, limited, prepare, send, within
from .preview_region import Geometry, compute, cut_out
from .preview_warm import WARM

BICUBIC = ""
"""The name of plain enlargement among the models."""
MOST = 65_536
"""Input pixels of the part: small enough for many models to answer soon."""
WARM_UP = 48
"""Side of the part that runs first and is not counted: a network's first run also allocates."""


def candidates(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "path"; "region" [x, y, width, height] in input pixels; "models", names, "" for bicubic; "job".

    Each candidate is a `Preview` event; its text holds, as JSON, "model", "seconds" a megapixel of input, "psnr",
    "size" of the whole result, and the pixels' facts as in `preview`; or "model" and "error" where one cannot.
    """
    job = EnhanceJob.from_mapping(arguments["job"], "the settings")
    path = Path(arguments["path"])
    source = WARM.picture(path, job)
    region = limited(within(arguments["region"], source), MOST)
    names = [str(name) for name in arguments["models"]]
    done = 0
    for number, name in enumerate(names):
        sink.check()
        try:
            part = Part(sink, number / len(names), 1 / len(names))
            if name == BICUBIC:
                told, image = _bicubic(source, job, region)
            else:
                told, image = _model(path, job, name, region, sink, part)
        except Cancelled:
            raise
        except EnhancerError as error:
            sink.emit(Preview("", json.dumps({"model": name, "error": error.message, "code": error.code})))
            continue
        send(image, told | {"model": name}, sink)
        done += 1
    return {"done": done, "region": [region.left, region.top, region.width, region.height]}


def _model(
    path: Path, job: EnhanceJob, name: str, region: Box, sink: CallSink, part: Part
) -> tuple[dict[str, Any], Image]:
    ready = prepare(path, job, sink, name)
    middle = limited(region, WARM_UP**2)
    with computing(job):
        compute(ready.source, ready.engine, job.fidelity, ready.geometry, middle, NullSink(), measure=False)
        sink.check()
        began = time.perf_counter()
        piece = compute(ready.source, ready.engine, job.fidelity, ready.geometry, region, part)
        seconds = time.perf_counter() - began
    geometry = ready.geometry
    if piece is None:  # cut away by `fill`
        return {"seconds": 0.0, "psnr": None, "size": [geometry.to_width, geometry.to_height]}, _part(
            ready.source, region
        )
    told = {
        "seconds": seconds / (region.width * region.height / 1e6),
        "psnr": piece.psnr,
        "fidelity": piece.fidelity,
        "size": [geometry.to_width, geometry.to_height],
        "scale": ready.want.scale,
    }
    return told, piece.image


def _bicubic(source: Image, job: EnhanceJob, region: Box) -> tuple[dict[str, Any], Image]:
    """Plain enlargement to the size that the job's model would give, without a network."""
    from enhancer.models.store import Store

    rule = parse_size(job.size)
    scale = Store.default().find(job.model).info.scale if rule is None else 1
    geometry = Geometry.of(source.width, source.height, scale, rule)
    began = time.perf_counter()
    context = 8
    read = Box(
        max(region.top - context, 0),
        max(region.left - context, 0),
        min(region.bottom + context, source.height),
        min(region.right + context, source.width),
    )
    part = _part(source, read)
    down, across = geometry.down / source.height, geometry.across / source.width
    enlarged = resize_to(part, max(round(read.height * down), 1), max(round(read.width * across), 1))
    box = Box(
        round((region.top - read.top) * down),
        round((region.left - read.left) * across),
        max(round((region.bottom - read.top) * down), 1),
        max(round((region.right - read.left) * across), 1),
    )
    seconds = time.perf_counter() - began
    told = {
        "seconds": seconds / (region.width * region.height / 1e6),
        "psnr": None,
        "size": [geometry.to_width, geometry.to_height],
        "scale": 1,
    }
    return told, cut_out(enlarged, box)


def _part(source: Image, box: Box) -> Image:
    part = cut_out(source, box)
    return replace(part, meta=replace(part.meta, notes=()))
