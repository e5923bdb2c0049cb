"""The facts of one enhanced picture as plain JSON: what came in, what came out, how faithful it is, what was kept."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..images.alpha import bleed
from ..images.image import Image

if TYPE_CHECKING:
    from ..enhance.consistency import Consistency
    from ..enhance.engine import EngineResult
    from .enhance_model import Wanted


def engine_facts(want: Wanted, result: EngineResult, device: str) -> dict[str, Any]:
    """What the engine did: model, plan, precision really used, fidelity, and the check before encoding."""
    facts: dict[str, Any] = {
        "model": {"name": want.entry.name, "sha256": want.sha256, "scale": want.scale},
        "device": device,
        "precision": result.precision,
        "fidelity": result.fidelity,
        "tiles": plan_facts(result),
        "notes": [*result.notes, *([want.note] if want.note else [])],
    }
    if result.checks is not None:
        facts["consistency"] = {"result": consistency_facts(result.checks)}
    return facts


def plan_facts(result: EngineResult) -> dict[str, Any]:
    """The tile plan in short; the journal holds it whole. `replanned` is there if memory ran out on the way."""
    plan = result.plan
    facts: dict[str, Any] = {
        "tile": list(plan.tile),
        "count": plan.count,
        "batch": plan.batch,
        "overlap": plan.overlap,
    }
    if result.replanned is not None:
        facts["replanned"] = {"tile": list(result.replanned.tile), "batch": result.replanned.batch}
    return facts


def consistency_facts(checks: Consistency) -> dict[str, Any]:
    """psnr in dB, None where the result reduced again equals the input to the last bit."""
    values = checks.as_json()
    return {
        "psnr": values["psnr"],
        "ciede2000_mean": checks.delta_e_mean,
        "ciede2000_worst": checks.delta_e_worst,
        "sample": checks.sample,
        "seed": checks.seed,
    }


def consistency_of_file(found: Image, source: Image, want: Wanted) -> dict[str, Any] | None:
    """The same check on the picture read back from its file; None where it was resized after the model.

    Once the size is another, reducing it again measures the resampling, not the model.
    """
    from ..enhance.consistency import measure_consistency

    scale = want.scale
    if (found.height, found.width) != (source.height * scale, source.width * scale):
        return None
    # Under transparency there is a background now, and colours there are not the input's.
    if source.alpha is not None and found.alpha is None:
        return None
    if source.alpha is not None and source.alpha.min() == 0:
        # The engine carries colour in under what is wholly transparent; held is what it then saw.
        filled = bleed(source.pixels, source.alpha, want.entry.info.receptive_field + 2)
        source = replace(source, pixels=filled)
    checks = measure_consistency(found, source, scale)
    return None if checks is None else consistency_facts(checks)


def picture_facts(image: Image, path: Path | None) -> dict[str, Any]:
    """Size [width, height], format, bits a channel, channels with alpha counted."""
    facts: dict[str, Any] = {
        "size": [image.width, image.height],
        "format": image.meta.format,
        "bits": depth_of(image),
        "channels": image.channels + (image.alpha is not None),
    }
    return {"path": os.fspath(path), **facts} if path is not None else facts


def kept(source: Image, found: Image) -> list[str]:
    """Names of what the input had beyond 8-bit colours and the file still has."""
    a, b = source.meta, found.meta
    held = {
        "colour profile": a.icc is not None and a.icc == b.icc,
        "EXIF": a.exif is not None and b.exif is not None,
        "XMP": a.xmp is not None and b.xmp is not None,
        "resolution": a.dpi is not None and b.dpi is not None,
        "transparency": source.alpha is not None and found.alpha is not None,
        f"{depth_of(source)} bits": depth_of(source) > 8 and depth_of(found) >= depth_of(source),
        "grey": source.channels == 1 and found.channels == 1,
    }
    return [name for name, is_held in held.items() if is_held]


def depth_of(image: Image) -> int:
    """8, 16 or 32 (float)."""
    return 32 if image.pixels.dtype == np.float32 else image.pixels.dtype.itemsize * 8
