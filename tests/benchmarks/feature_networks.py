"""Whether the distance of features-photos puts distortions in the order that LPIPS does, and how well digits are told.

python -m tests.benchmarks.feature_networks --data DIR --teacher DIR --digits DIR [--limit N]

Each picture of DIR is distorted in six ways (noise, blur, JPEG, colour, shrinking, warping) at three strengths near
which nothing was trained, and each copy is compared with the picture, whole, in float32. Rank: Spearman's correlation
over all kinds, strengths and pictures together, with LPIPS 0.1 on SqueezeNet 1.1; beside it that of the mean squared
error. Accuracy: of both digit networks on the test part of MNIST.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image as Pillow

from enhancer.events import NullSink
from enhancer.features import open_classifier, open_features
from enhancer.features.photos import Photos
from enhancer.metrics import spearman
from enhancer.models.store import Store
from enhancer.runtime.device import set_threads
from enhancer.train.configs.gan import GanDataConfig
from enhancer.train.feature_training.distortions import DISTORTIONS, distort
from enhancer.train.feature_training.pairs import as_tensor
from enhancer.train.feature_training.recipes import PHOTOS
from enhancer.train.feature_training.teacher import Teacher, read_teacher
from enhancer.train.pictures import load_pictures
from tests.benchmarks.measure import Line, begin, finish, parser
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.feature_networks --data DIR --teacher DIR --digits DIR"
WANTED, AHEAD = 0.8, 0.1
DIGITS = ("features-digits", "classifier-digits")


def lines(row: Row) -> list[Line]:
    rank = row["rank"]
    ahead = rank["photos"] - rank["mse"]
    pairs = f"{row['pairs']} pairs, {row['settings']['pictures']} pictures of {row['settings']['data']}"
    made = [
        Line(f"photo features: rank correlation with LPIPS ({pairs})", f"{rank['photos']:.3f}", f">= {WANTED}"),
        Line(
            "photo features: ahead of plain squared error in rank correlation",
            f"{ahead:+.3f} (squared error {rank['mse']:.3f})",
            f">= {AHEAD:+}",
        ),
    ]
    for name, value in row["accuracy"].items():
        made.append(Line(f"{name}: accuracy on MNIST's test part", f"{100 * value:.2f} %", ">= 99 %"))
    return made


@torch.inference_mode()
def compared(path: Path, number: int, photos: Photos, teacher: Teacher, seed: int) -> list[dict[str, Any]]:
    """One record a copy: kind, strength, and the three distances."""
    picture = np.asarray(Pillow.open(path).convert("RGB"), np.float32) / np.float32(255)
    true = as_tensor([picture])
    shown, seen = teacher.layers(true), photos.net.layers(true)
    found = []
    for place, kind in enumerate(DISTORTIONS):
        for step, strength in enumerate(PHOTOS.held_strengths):
            rng = np.random.Generator(np.random.Philox(key=[seed, number], counter=[0, place, step, 0]))
            copy = distort(picture, kind, strength, rng)
            other = as_tensor([copy])
            found.append(
                {
                    "picture": path.stem,
                    "kind": kind,
                    "strength": strength,
                    "lpips": float(teacher.distance_of(shown, teacher.layers(other))),
                    "photos": float(photos.net.distance_of(seen, photos.net.layers(other))),
                    "mse": float(np.mean((copy - picture) ** 2, dtype=np.float64)),
                }
            )
    return found


def ranks(records: list[dict[str, Any]]) -> dict[str, float]:
    """Rank correlation of each distance with LPIPS."""
    truth = np.array([record["lpips"] for record in records])
    return {
        name: round(spearman(np.array([record[name] for record in records]), truth), 4) for name in ("photos", "mse")
    }


def accuracies(folder: Path) -> dict[str, float]:
    data = GanDataConfig(source="mnist", path=str(folder), size=(32, 32), channels=1)
    test = load_pictures(data, "test", NullSink())
    assert test.labels is not None
    x = test.batch(np.arange(len(test))).float() / 255
    found = {}
    for name in DIGITS:
        with torch.inference_mode():
            labels = open_classifier(name).logits(x).argmax(1).numpy()
        found[name] = round(float((labels == test.labels).mean()), 5)
    return found


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--data", type=Path, required=True, help="lossless photos that nothing was trained on")
    options.add_argument("--teacher", type=Path, required=True, help="folder of the weights of SqueezeNet and LPIPS")
    options.add_argument("--digits", type=Path, required=True, help="folder of MNIST's files")
    options.add_argument("--limit", type=int, default=0, help="so many pictures, 0 for all")
    options.add_argument("--threads", type=int, default=0, help="0 for all cores")
    chosen = options.parse_args()
    begin("feature networks: against LPIPS, and on MNIST")
    set_threads(chosen.threads)
    photos, teacher = open_features("photos"), read_teacher(chosen.teacher)
    assert isinstance(photos, Photos)
    paths = sorted(path for path in chosen.data.iterdir() if path.suffix == ".png")
    paths = paths[: chosen.limit or None]
    records: list[dict[str, Any]] = []
    for number, path in enumerate(paths):
        records += compared(path, number, photos, teacher, chosen.seed)
        print(f"{path.stem}: {len(records)} pairs", flush=True)
    kinds = {kind: ranks([record for record in records if record["kind"] == kind]) for kind in DISTORTIONS}
    values = {
        "rank": ranks(records),
        "rank_within": kinds,
        "accuracy": accuracies(chosen.digits),
        "pairs": len(records),
        "sha256": {name: Store.default().find(name).sha256 for name in ("features-photos", *DIGITS)},
    }
    for kind, both in kinds.items():
        print(f"within {kind}: photos {both['photos']:.3f}, squared error {both['mse']:.3f}")
    settings = {"data": chosen.data.name, "pictures": len(paths), "strengths": list(PHOTOS.held_strengths)}
    finish("feature_networks", settings, values, chosen, lines)


if __name__ == "__main__":
    main()
