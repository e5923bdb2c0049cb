"""Live preview: the part of a picture that is on the screen, with the settings of a job, in pieces from the middle."""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from enhancer.enhance.size import parse_size
from enhancer.enhance.tiles import Box
from enhancer.events import Part, Preview
from enhancer.images.image import Image
from enhancer.jobs.enhance import EnhanceJob
from enhancer.jobs.enhance_model import Family, Wanted, wanted

from ..display import converted, for_display
from ..pixels import put
from ..serving import CallSink, session
from ..turns import DEVICE
from .preview_region import Geometry, Piece, compute
from .preview_warm import WARM

if TYPE_CHECKING:
    from enhancer.enhance.engine import Engine

PIECE = 512
"""Longest side of one piece, in input pixels: what is seen first, and how soon."""
MOST = 1_048_576
"""Input pixels of a whole preview."""


@dataclass(frozen=True)
class Ready:
    """What a job would do to a picture: decoded source, engine, sizes."""

    source: Image
    engine: Engine
    geometry: Geometry
    want: Wanted


def preview(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "path"; "region" [x, y, width, height] in input pixels; "job", values of an EnhanceJob.

    Each piece is a `Preview` event whose path names raw pixels and whose text holds, as JSON, their width, height and
    format, "at", where they lie on the source, "covered", where all pieces lie, and "of", their number. The result
    tells of all: "seconds" of computing, "psnr", "size" of the whole result, "covered" region, "complete", "model",
    "scale", "fidelity", "precision", "device", "notes", "pieces".
    """
    job = EnhanceJob.from_mapping(arguments["job"], "the settings")
    ready = prepare(Path(arguments["path"]), job, sink)
    asked = within(arguments["region"], ready.source)
    region = limited(asked)
    boxes = list(from_the_middle(region))
    shown = ready.geometry.on_source(ready.geometry.result(region))
    covered = [*shown[:2], max(shown[2], 0.0), max(shown[3], 0.0)]
    found: list[Piece] = []
    seconds = 0.0
    for number, box in enumerate(boxes):
        sink.check()
        with computing(job):
            began = time.perf_counter()
            part = Part(sink, number / len(boxes), 1 / len(boxes))
            piece = compute(ready.source, ready.engine, job.fidelity, ready.geometry, box, part, measure=number == 0)
            seconds += time.perf_counter() - began
        if piece is not None:
            send(piece.image, {"at": list(piece.at), "of": len(boxes), "covered": covered}, sink)
            found.append(piece)
    return facts(ready, found, seconds) | {
        "covered": [region.left, region.top, region.width, region.height],
        "complete": region == asked,
    }


@contextmanager
def computing(job: EnhanceJob) -> Iterator[None]:
    """A turn at the device, with the threads that the job would have."""
    from enhancer.runtime.device import set_threads

    with DEVICE.short():
        set_threads(job.threads)
        yield


def prepare(path: Path, job: EnhanceJob, sink: CallSink, model: str = "") -> Ready:
    """Raises what the job itself would raise for this picture. model: in place of the job's, without its family."""
    rule = parse_size(job.size)
    family = Family.find(model or job.model, alone=rule is None or bool(model))
    sink.check()
    source = WARM.picture(path, job)
    want = wanted(family, rule, source.width, source.height)
    sink.check()
    with DEVICE.short():  # an engine sets the threads of the process
        engine = WARM.engine(want.entry, job)
    return Ready(source, engine, Geometry.of(source.width, source.height, want.scale, rule), want)


def send(image: Image, told: Mapping[str, Any], sink: CallSink) -> None:
    """Hand pixels over as the screen wants them, with what is told of them."""
    pixels, transform = for_display(image)
    if transform is not None:
        pixels = converted(pixels, transform)
    made = put(session(), pixels)
    if pixels.shape[2] == 4:
        made["format"] = "rgba_premultiplied"
    facts_of_pixels = {name: made[name] for name in ("width", "height", "format")}
    sink.emit(Preview(made["path"], json.dumps(facts_of_pixels | dict(told))))


def facts(ready: Ready, found: list[Piece], seconds: float) -> dict[str, Any]:
    first = found[0] if found else None
    notes = [*(first.notes if first else ()), *([ready.want.note] if ready.want.note else [])]
    return {
        "pieces": len(found),
        "seconds": seconds,
        "psnr": first.psnr if first else None,
        "size": [ready.geometry.to_width, ready.geometry.to_height],
        "model": ready.want.entry.name,
        "scale": ready.want.scale,
        "fidelity": first.fidelity if first else "",
        "precision": first.precision if first else "",
        "device": str(ready.engine.device),
        "notes": notes,
    }


def within(region: list[float], source: Image) -> Box:
    """The region in whole pixels that the picture has, at least one."""
    x, y, width, height = (int(n) for n in region)
    left, top = min(max(x, 0), source.width - 1), min(max(y, 0), source.height - 1)
    return Box(top, left, min(max(y + height, top + 1), source.height), min(max(x + width, left + 1), source.width))


def limited(box: Box, most: int = MOST) -> Box:
    """The middle of a box that is too large, in its shape."""
    if box.width * box.height <= most:
        return box
    shrink = (most / (box.width * box.height)) ** 0.5
    height, width = max(int(box.height * shrink), 1), max(int(box.width * shrink), 1)
    top, left = (box.top + box.bottom - height) // 2, (box.left + box.right - width) // 2
    return Box(top, left, top + height, left + width)


def from_the_middle(box: Box) -> Iterator[Box]:
    """Pieces that cover a box without overlap, the nearest to its middle first."""
    rows, columns = _cuts(box.top, box.bottom), _cuts(box.left, box.right)
    middle = (box.top + box.bottom) / 2, (box.left + box.right) / 2

    def distance(piece: Box) -> float:
        return ((piece.top + piece.bottom) / 2 - middle[0]) ** 2 + ((piece.left + piece.right) / 2 - middle[1]) ** 2

    pieces = [Box(a, c, b, d) for a, b in itertools.pairwise(rows) for c, d in itertools.pairwise(columns)]
    return iter(sorted(pieces, key=distance))


def _cuts(first: int, last: int) -> list[int]:
    """An odd number of pieces, so that one lies in the middle."""
    count = -(-(last - first) // PIECE)
    if count > 1 and count % 2 == 0:
        count += 1
    return [first + (last - first) * k // count for k in range(count + 1)]
