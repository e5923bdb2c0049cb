"""What fidelity exact keeps and costs, on pictures whose truth is known: through the real job, from the written files.

python -m tests.benchmarks.fidelity --data DIR [--models photo-x2 photo-x4] [--limit N]

Each picture of DIR is reduced (antialiased bicubic, 8 bits), enlarged by the job with fidelity exact and off into PNG,
and read again by Pillow. Consistency: PSNR of the file, reduced again in float, against the input. Loss: Y-PSNR against
the truth, off less exact (border = scale). Energy: of the luma's spectrum beyond the input's Nyquist frequency on
either axis, exact over off, under a Hann window so that the picture's edges do not count as detail.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from PIL import Image as Pillow

from enhancer.evaluate.enlarge import cut_to_multiple, degraded, to_rgb8
from enhancer.images.formats import EXTENSIONS
from enhancer.images.read import read
from enhancer.images.resize import reduce
from enhancer.jobs import run
from enhancer.jobs.enhance import EnhanceJob
from enhancer.metrics import luma, psnr, psnr_y
from tests.benchmarks.measure import Line, begin, finish, model_facts, parser
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.fidelity --data DIR"


def lines(row: Row) -> list[Line]:
    model, data, found = row["model"], row["settings"]["data"], row["summary"]
    asked = {
        "consistency": ("reduced again, from the 8-bit PNG", "{:.1f} dB", "45 dB / 50 dB"),
        "loss": ("loss of Y-PSNR against the truth (below 0 a gain)", "{:.3f} dB", "0.05 dB / 0.02 dB"),
        "energy": ("energy kept beyond the input's Nyquist", "{:.1f} %", "95 % / 98 %"),
    }
    return [
        Line(
            f"fidelity exact, `{model}`, {data}: {words}",
            f"mean {form.format(found[name]['mean'])}, worst {form.format(found[name]['worst'])}",
            wanted,
        )
        for name, (words, form, wanted) in asked.items()
    ]


def beyond_nyquist(pixels: np.ndarray, scale: int) -> float:
    """Energy of the luma of (H,W,3) outside the square of frequencies that a picture `scale` times smaller holds."""
    y = luma(pixels).astype(np.float64)
    window = np.hanning(y.shape[0])[:, None] * np.hanning(y.shape[1])
    spectrum = np.abs(np.fft.fft2((y - y.mean()) * window)) ** 2
    limit = 0.5 / scale
    low = np.outer(np.abs(np.fft.fftfreq(y.shape[0])) <= limit, np.abs(np.fft.fftfreq(y.shape[1])) <= limit)
    return float(spectrum[~low].sum())


def opened(path: Path) -> np.ndarray:
    with Pillow.open(path) as picture:
        return np.asarray(picture.convert("RGB"))


def measure(truths: list[Path], model: str, scale: int, root: Path) -> dict[str, dict[str, float]]:
    inputs = root / "inputs"
    inputs.mkdir(parents=True)
    for path in truths:
        truth = cut_to_multiple(to_rgb8(read(path)), scale)
        Pillow.fromarray(degraded(truth, scale)).save(inputs / f"{path.stem}.png")
    for fidelity in ("exact", "off"):
        report = run(EnhanceJob(inputs=(str(inputs),), output=f"{root / fidelity}/", model=model, fidelity=fidelity))
        assert report.counts["done"] == len(truths), report.counts
    found = {}
    for path in truths:
        truth = cut_to_multiple(to_rgb8(read(path)), scale)
        low, exact, off = (opened(root / folder / f"{path.stem}.png") for folder in ("inputs", "exact", "off"))
        again = {
            key: reduce(result.astype(np.float32) / 255, scale) for key, result in (("exact", exact), ("off", off))
        }
        unit = low.astype(np.float32) / 255
        found[path.stem] = {
            "consistency": psnr(again["exact"], unit),
            "consistency_off": psnr(again["off"], unit),
            "psnr_y": psnr_y(exact, truth, border=scale),
            "loss": psnr_y(off, truth, border=scale) - psnr_y(exact, truth, border=scale),
            "energy": 100 * beyond_nyquist(exact, scale) / beyond_nyquist(off, scale),
        }
    return found


def summary(found: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    worst = {"loss": max}
    result = {}
    for name in next(iter(found.values())):
        values = [figures[name] for figures in found.values()]
        result[name] = {"mean": round(float(np.mean(values)), 4), "worst": round(worst.get(name, min)(values), 4)}
    return result


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--data", type=Path, required=True, help="folder of good pictures that no model learned from")
    options.add_argument("--models", nargs="+", default=["photo-x2", "photo-x4"])
    options.add_argument("--limit", type=int, default=0, help="only so many pictures")
    chosen = options.parse_args()
    begin("fidelity")
    truths = sorted(path for path in chosen.data.iterdir() if path.suffix.lower() in EXTENSIONS)
    truths = truths[: chosen.limit or None]
    for model in chosen.models:
        facts = model_facts(model)
        with tempfile.TemporaryDirectory() as root:
            found = measure(truths, model, facts["scale"], Path(root))
        for name, figures in found.items():
            print(f"{name:24}", *(f"{key} {value:.4f}" for key, value in figures.items()))
        short = {name: {key: round(value, 4) for key, value in figures.items()} for name, figures in found.items()}
        settings = {"data": chosen.data.name, "pictures": len(truths), "device": "auto", "precision": "auto"}
        finish("fidelity", settings, {**facts, "summary": summary(found), "pictures": short}, chosen, lines)


if __name__ == "__main__":
    main()
