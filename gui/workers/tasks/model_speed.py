"""How fast a model is on this machine: seconds for a megapixel of input, or generated pictures a second."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from enhancer.errors import ModelError

from ..serving import CallSink
from ..turns import DEVICE

SIDE = 256
"""Of the picture that is enlarged: many tiles' worth of work would say the same and take longer."""
SECONDS, MOST = 1.5, 20
"""A measurement repeats until it took so long, or so often; the fastest counts, since other programs only slow it."""
GENERATED = 16


def speed(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "model", a name or a file; "device". Of a generator "per_second", of others "per_megapixel"."""
    from enhancer.models.store import Store

    name, device = str(arguments["model"]), str(arguments.get("device", "auto"))
    purpose = Store.default().find(name).info.purpose
    if purpose == "features":
        raise ModelError("The speed of a network that only judges is not measured.")
    with DEVICE.short():
        return _generator(name, device, sink) if purpose == "generate" else _enhancer(name, device, sink)


def _enhancer(name: str, device: str, sink: CallSink) -> dict[str, Any]:
    import numpy as np

    from enhancer.enhance.engine import Engine
    from enhancer.images.image import Image
    from enhancer.models.model import open_model

    engine = Engine(open_model(name), device)
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    picture = Image(((np.stack([x, y, x ^ y], -1)) % 256).astype(np.uint8))
    result = engine.enhance(picture)  # the first run also allocates and chooses kernels
    seconds = _fastest(lambda: engine.enhance(picture), sink)
    return {
        "per_megapixel": seconds / (SIDE * SIDE / 1e6),
        "device": engine.device.name,
        "precision": result.precision,
    }


def _generator(name: str, device: str, sink: CallSink) -> dict[str, Any]:
    from enhancer.generate.api import generate
    from enhancer.models.generator import open_generator
    from enhancer.runtime.device import choose_device

    generator = open_generator(Path(name) if Path(name).is_file() else name)
    generate(generator, GENERATED, device=device)
    seconds = _fastest(lambda: generate(generator, GENERATED, device=device), sink)
    return {"per_second": GENERATED / seconds, "device": choose_device(device).name, "precision": "fp32"}


def _fastest(work: Callable[[], object], sink: CallSink) -> float:
    best, spent, count = float("inf"), 0.0, 0
    while count < MOST and (count == 0 or spent < SECONDS):
        sink.check()
        began = time.perf_counter()
        work()
        took = time.perf_counter() - began
        best, spent, count = min(best, took), spent + took, count + 1
    return best
