"""`models check` for models that change pictures: does one compute what its card says? Shape, finite values, tiles
equal to the whole, precisions. Generators and feature networks are checked elsewhere.
"""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..enhance.engine import NEAR_OVERLAP, Engine
from ..enhance.tiles import smallest_tile
from ..errors import EnhancerError
from ..images.image import Image
from ..models.model import Model, open_model
from ..runtime.precision import DTYPES

EXACT_TOLERANCE = 1e-5
NEAR_TOLERANCE = 1 / 255
HALF_TOLERANCE = 1 / 255
"""Mean difference from float32 that a model may show in a precision its card offers."""
SPEED_SIDE = 256
FLAT_TOLERANCE = 0.05
"""What a model may do to a flat grey: more is not detail, it is damage."""


@dataclass(frozen=True)
class Check:
    """One question: whether it was answered well, and the measured answer in words."""

    what: str
    ok: bool
    text: str


@dataclass(frozen=True)
class ModelCheck:
    """All questions put to one model on one device.

    sha256: of its file. speed: input megapixels a second in the precision that is used by default, everything but
    reading and writing files included; of generators and feature networks, pictures a second.
    """

    name: str
    device: str
    checks: tuple[Check, ...]
    sha256: str = ""
    speed: float = 0.0

    @property
    def healthy(self) -> bool:
        return all(check.ok for check in self.checks)

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "healthy": self.healthy}

    def lines(self) -> list[str]:
        """For people: one line a question, then the verdict."""
        width = max(len(check.what) for check in self.checks)
        rows = [f"{'ok' if c.ok else 'FAILS':5}  {c.what:{width}}  {c.text}" for c in self.checks]
        verdict = "computes what its card says" if self.healthy else "must not be used"
        return [*rows, f"{self.name} {verdict} on {self.device}."]


def check_model(name: str, device: str = "auto") -> ModelCheck:
    """Put a small picture through the model by name or file; a few seconds. Raises ModelError
    if it cannot be opened.
    """
    model = open_model(name)
    whole = Engine(model, device, "fp32", 4096)
    seen = min(model.info.receptive_field, NEAR_OVERLAP) if model.info.tiling == "near" else model.info.receptive_field
    side = max(48, smallest_tile(2 * seen, model.info.multiple_of))
    picture = Image(sample(2 * side + 7, 2 * side - 9))
    wanted = _run(whole, picture)
    checks = [_shape(model, picture, wanted), _finite(wanted), _flat(whole), *_sizes(whole)]
    if model.info.tiling != "never":
        checks.append(_tiles(Engine(model, device, "fp32", side), picture, wanted, model.info.tiling))
    checks += [_precise(model, device, precision, picture, wanted) for precision in model.info.precisions[1:]]
    speed, precision = _speed(model, device)
    checks.append(Check("speed", speed > 0, f"{speed:.2f} megapixels of input a second in {precision}"))
    checks.append(Check("weights", bool(model.sha256), f"sha256 {model.sha256}"))
    return ModelCheck(model.info.name, str(whole.device), tuple(checks), model.sha256, speed)


def sample(height: int, width: int) -> NDArray[np.float32]:
    """(H,W,3) in [0,1]: waves of rising frequency, an edge and some noise; the same every time."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    waves = 0.5 + 0.3 * np.sin(x * x / (2 * width)) * np.cos(y * y / (3 * height))
    waves += 0.15 * (x > y)
    noise = np.random.default_rng(0).normal(0, 0.02, (height, width, 3))
    tint = np.array([1.0, 0.9, 0.8])
    picture: NDArray[np.float32] = np.clip(waves[:, :, None] * tint + noise, 0, 1).astype(np.float32)
    return picture


def _run(engine: Engine, picture: Image) -> NDArray[np.float32]:
    return engine.enhance(picture, "off").image.pixels.astype(np.float32)


def _shape(model: Model, picture: Image, found: NDArray[np.float32]) -> Check:
    scale = model.info.scale
    height, width = found.shape[:2]
    text = f"{picture.width} x {picture.height} becomes {width} x {height}"
    return Check("shape", (height, width) == (picture.height * scale, picture.width * scale), text)


def _finite(found: NDArray[np.float32]) -> Check:
    bad = int(np.count_nonzero(~np.isfinite(found)))
    return Check("finite", bad == 0, f"{bad} of {found.size:,} values are not numbers")


def _flat(engine: Engine) -> Check:
    found = _run(engine, Image(np.full((24, 31, 3), 0.5, np.float32)))
    worst = float(np.abs(found - 0.5).max())
    return Check("flat grey", worst <= FLAT_TOLERANCE, f"stays grey within {255 * worst:.1f} of 255")


def _sizes(engine: Engine) -> list[Check]:
    sizes = [(1, 1), (1, 9), (7, 1), (5, 3)]
    failed = []
    for height, width in sizes:
        try:
            found = _run(engine, Image(sample(height, width)))
            good = bool(np.isfinite(found).all())
        except (EnhancerError, RuntimeError, ValueError):
            good = False
        if not good:
            failed.append(f"{width} x {height}")
    text = f"fails at {', '.join(failed)}" if failed else "1 x 1 to 9 x 1 work"
    return [Check("tiny pictures", not failed, text)]


def _tiles(engine: Engine, picture: Image, whole: NDArray[np.float32], tiling: str) -> Check:
    worst = float(np.abs(_run(engine, picture) - whole).max())
    limit = EXACT_TOLERANCE if tiling == "exact" else NEAR_TOLERANCE
    return Check("tiles", worst <= limit, f"differ from the whole by {worst:.1g} at most; the card says {tiling}")


def _speed(model: Model, device: str) -> tuple[float, str]:
    """Input megapixels a second of an 8-bit picture, and the precision that was chosen for it."""
    engine = Engine(model, device)
    picture = Image(np.round(sample(SPEED_SIDE, SPEED_SIDE) * 255).astype(np.uint8))
    engine.enhance(picture)  # the first run also allocates and chooses kernels
    began = time.perf_counter()
    result = engine.enhance(picture)
    return SPEED_SIDE * SPEED_SIDE / 1e6 / (time.perf_counter() - began), result.precision


def _precise(model: Model, device: str, precision: str, picture: Image, whole: NDArray[np.float32]) -> Check:
    if precision not in DTYPES:
        return Check(precision, False, "is no precision of this program")
    found = _run(Engine(model, device, precision), picture)
    mean = float(np.abs(found - whole).mean())
    good = bool(np.isfinite(found).all()) and mean <= HALF_TOLERANCE
    return Check(precision, good, f"differs from fp32 by {65535 * mean:.1f} of 65,535 in the mean")
