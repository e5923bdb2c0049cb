"""The published super-resolution protocol on folders of `*_HR` and `*_LR` pairs, e.g. Set5 and Set14.

The LR file given, results rounded to 8-bit RGB, Y of BT.601 not rounded, border = scale left out, no ensemble.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import DataError
from ..events import NullSink, Progressed, Sink
from ..images.read import read
from ..metrics import luma, psnr_y, ssim
from ..models.store import Store
from .enlarge import Enlarger, bicubic, to_rgb8

HIGH, LOW = "_HR", "_LR"
SHAVED_SSIM_PEAK = 255.0


@dataclass(frozen=True)
class SetScore:
    """Means over the pairs of one folder. method: "bicubic", "off" or "exact" (the model's fidelity)."""

    method: str
    psnr_y: float
    ssim: float
    per_picture: dict[str, float]


@dataclass(frozen=True)
class SetResult:
    """One model on one folder."""

    model: str
    sha256: str
    scale: int
    folder: str
    scores: tuple[SetScore, ...]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def lines(self) -> list[str]:
        """One line a method."""
        head = f"{self.folder} x{self.scale}"
        names = {
            "bicubic": "bicubic",
            "off": f"{self.model} fidelity off",
            "exact": f"{self.model} fidelity exact",
        }
        return [f"{head}  {names.get(s.method, s.method)}: {s.psnr_y:.2f} dB / {s.ssim:.4f}" for s in self.scores]


def benchmark_set(
    model: str,
    folder: Path,
    fidelities: Sequence[str] = ("off", "exact"),
    device: str = "cpu",
    sink: Sink | None = None,
) -> SetResult:
    """Y-PSNR (dB) and SSIM of a model beside bicubic; DataError if the pairs do not fit together or the model."""
    sink = sink or NullSink()
    entry = Store.default().find(model)
    enlarger = Enlarger.open(entry, device)
    scale = enlarger.scale
    values: dict[str, dict[str, tuple[float, float]]] = {name: {} for name in ("bicubic", *fidelities)}
    pairs = list(find_pairs(folder))
    for number, (name, low_path, high_path) in enumerate(pairs):
        sink.check()
        low, high = to_rgb8(read(low_path)), to_rgb8(read(high_path))
        if high.shape[:2] != (low.shape[0] * scale, low.shape[1] * scale):
            raise DataError(
                f"{high_path.name} is not {scale} times {low_path.name}.", f"{entry.name} enlarges x{scale}."
            )
        values["bicubic"][name] = measured(bicubic(low, scale), high, scale)
        for fidelity in fidelities:
            values[fidelity][name] = measured(enlarger(low, fidelity, sink), high, scale)
        sink.emit(Progressed((number + 1) / len(pairs), name))
    scores = tuple(mean_score(method, found) for method, found in values.items())
    label = f"{folder.parent.name}/{folder.name}"
    return SetResult(entry.name, entry.sha256, scale, label, scores)


def find_pairs(folder: Path) -> Iterator[tuple[str, Path, Path]]:
    """(name, LR file, HR file), sorted; DataError if there are none or one has no partner."""
    highs = sorted(folder.glob(f"*{HIGH}.png"))
    if not highs:
        raise DataError(f"{folder} holds no pairs *{HIGH}.png and *{LOW}.png.", "Name the folder of one scale.")
    for high in highs:
        name = high.stem.removesuffix(HIGH)
        low = high.with_name(f"{name}{LOW}.png")
        if not low.is_file():
            raise DataError(f"{high.name} has no partner {low.name}.", "Both belong into one folder.")
        yield name, low, high


def measured(result: np.ndarray, truth: np.ndarray, scale: int) -> tuple[float, float]:
    """(PSNR-Y in dB, SSIM of Y) of (H,W,3) uint8 with a border of `scale` left out."""
    return (
        psnr_y(result, truth, border=scale),
        ssim(luma(result), luma(truth), peak=SHAVED_SSIM_PEAK, border=scale),
    )


def mean_score(method: str, found: dict[str, tuple[float, float]]) -> SetScore:
    return SetScore(
        method,
        float(np.mean([p for p, _ in found.values()])),
        float(np.mean([s for _, s in found.values()])),
        {name: round(p, 4) for name, (p, _) in found.items()},
    )
