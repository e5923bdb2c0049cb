"""Everything but the net: a model that repeats pixels, x2, through the real job on a JPEG of 12 megapixels.

python -m tests.benchmarks.overhead [--megapixels 12] [--repeats N]

Each run is a fresh process. Counted is the time from `import enhancer` to the written report (JSON), fidelity exact:
imports but torch, planning, journal, lock, tiles, base, correction, both checks, hashes, fsync. Not counted are the
interpreter's start and `import torch`, which come before, and, by the timings in the report, what decodes the input
(`read`), encodes the result (`encode`) and opens it again (`verify`). The report's stages contain more than the codec,
e.g. writing the file, so the same is also told with no more taken off for each than bare Pillow needs ("strict").

The floor: each array of the picture once through memory by each stage that must see it: input read by base, correction
and both checks, result written by the engine and read by both checks, over the bandwidth measured in the same run.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import Line, begin, duration, finish, fresh, median, parser, serve_child, sides
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.overhead"
MODULE = "tests.benchmarks.overhead"
SCALE = 2
TAKEN_OFF = ("read", "encode", "verify")


def lines(row: Row) -> list[Line]:
    size, found = row["settings"]["megapixels"], row["per_megapixel"]
    what = f"everything but the network: pixel repetition x2, {size:g}-megapixel JPEG, fidelity exact, report"
    measured = f"{duration(found['wall'])} a megapixel of input ({row['times_floor']:.0f}x the memory floor)"
    strict = f"{duration(found['strict_wall'])} a megapixel of input"
    return [
        Line(what, measured, "0.6 s / 0.35 s / 0.2 s"),
        Line(f"{what}; no more taken off for the codec than bare Pillow needs", strict),
    ]


def child_picture(path: str, width: int, height: int, seed: int) -> dict[str, Any]:
    from tests.benchmarks.measure import photo, save_jpeg

    save_jpeg(Path(path), photo(width, height, seed))
    return {}


def child_model(path: str) -> dict[str, Any]:
    from enhancer.models.file import save_model
    from enhancer.models.info import ModelInfo
    from enhancer.models.model import build

    info = ModelInfo(
        name="repeat-x2",
        network="repeat",
        arguments={"scale": SCALE},
        scale=SCALE,
        base="nearest",
        degradation="bicubic",
        precisions=("fp32", "bf16", "fp16"),
    )
    save_model(Path(path), info, build(info).state_dict())
    return {}


def child_job(picture: str, model: str, folder: str, threads: int) -> dict[str, Any]:
    began = time.perf_counter()
    import torch

    torch_seconds = time.perf_counter() - began
    began, cpu = time.perf_counter(), time.process_time()
    import json

    from enhancer.jobs import run
    from enhancer.jobs.enhance import EnhanceJob

    job = EnhanceJob(inputs=(picture,), output=f"{folder}/", model=model, fidelity="exact", threads=threads)
    report = run(job)
    Path(folder, "report.json").write_text(json.dumps(report.as_json()), encoding="utf-8")
    wall, cpu = time.perf_counter() - began, time.process_time() - cpu
    assert report.counts["done"] == 1, report.items
    item = report.items[0]
    facts = item.facts
    return {
        "import_torch": torch_seconds,
        "threads": torch.get_num_threads(),
        "wall": wall,
        "cpu": cpu,
        "stages": dict(facts["seconds"]),
        "fidelity": facts["fidelity"],
        "consistency": facts["consistency"],
        "output": item.outputs[0],
    }


def child_pillow(source: str, result: str) -> dict[str, Any]:
    """Seconds of bare Pillow: the input decoded, the result encoded to memory, the result decoded."""
    import io

    import numpy as np
    from PIL import Image

    def decode(path: str) -> tuple[float, np.ndarray]:
        began = time.perf_counter()
        with Image.open(path) as picture:
            pixels = np.asarray(picture.convert("RGB"))
        return time.perf_counter() - began, pixels

    Image.MAX_IMAGE_PIXELS = None
    opened = decode(source)[0]
    checked, pixels = decode(result)
    began = time.perf_counter()
    Image.fromarray(pixels).save(io.BytesIO(), "jpeg", quality=95, subsampling=0)
    return {"read": opened, "encode": time.perf_counter() - began, "verify": checked}


def child_bandwidth() -> dict[str, Any]:
    """Bytes read and written a second when half a gigabyte is copied, more than the caches hold; best of five."""
    import numpy as np

    source = np.ones(2**29, np.uint8)
    target = np.zeros_like(source)
    best = float("inf")
    for _ in range(5):
        began = time.perf_counter()
        np.copyto(target, source)
        best = min(best, time.perf_counter() - began)
    return {"bytes_per_second": 2 * source.nbytes / best}


def floor_bytes(width: int, height: int) -> int:
    source, result = width * height * 3, width * height * 3 * SCALE**2
    return 4 * source + 3 * result


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--megapixels", type=float, default=12.0)
    options.add_argument("--repeats", type=int, default=5)
    options.add_argument("--threads", type=int, default=0, help="0 for all cores")
    chosen = options.parse_args()
    begin("everything but the network")
    width, height = sides(chosen.megapixels)
    megapixels = width * height / 1e6
    runs, codecs = [], []
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        picture, model = str(root / "photo.jpg"), str(root / "repeat-x2.safetensors")
        fresh(MODULE, "picture", path=picture, width=width, height=height, seed=chosen.seed)
        fresh(MODULE, "model", path=model)
        for number in range(chosen.repeats + 1):
            folder = root / f"run-{number}"
            folder.mkdir()
            run = fresh(MODULE, "job", picture=picture, model=model, folder=str(folder), threads=chosen.threads)
            codec = fresh(MODULE, "pillow", source=picture, result=run["output"])
            Path(run["output"]).unlink()
            if number:
                runs.append(run)
                codecs.append(codec)
        bandwidth = fresh(MODULE, "bandwidth")["bytes_per_second"]
    stages = {stage: round(median(run["stages"][stage] for run in runs), 4) for stage in runs[0]["stages"]}
    bare = {stage: round(median(codec[stage] for codec in codecs), 4) for stage in TAKEN_OFF}
    wall = median(run["wall"] - sum(run["stages"][stage] for stage in TAKEN_OFF) for run in runs)
    strict = median(
        run["wall"] - sum(min(run["stages"][stage], codec[stage]) for stage in TAKEN_OFF)
        for run, codec in zip(runs, codecs, strict=True)
    )
    total, cpu = median(run["wall"] for run in runs), median(run["cpu"] for run in runs)
    floor = floor_bytes(width, height) / bandwidth
    print(f"{megapixels:.2f} megapixels, {runs[0]['threads']} threads; median of {len(runs)} fresh processes")
    print(
        f"job {total:.3f} s wall, {cpu:.3f} s CPU; import torch {median(r['import_torch'] for r in runs):.3f} s before"
    )
    for stage, seconds in stages.items():
        beside = f"   (bare Pillow {bare[stage]:.3f} s), taken off" if stage in TAKEN_OFF else ""
        print(f"  {stage:10} {seconds:8.3f} s{beside}")
    print(f"  {'other':10} {total - sum(stages.values()):8.3f} s   (imports, plan, journal, report)")
    print(f"counted {wall:.3f} s, strict {strict:.3f} s; floor {floor:.3f} s ({bandwidth / 1e9:.1f} GB/s)")
    values = {
        "model": "repeat-x2",
        "seconds": {
            "wall": round(total, 4),
            "cpu": round(cpu, 4),
            "counted": round(wall, 4),
            "strict": round(strict, 4),
        },
        "stages": stages,
        "pillow": bare,
        "per_megapixel": {"wall": round(wall / megapixels, 5), "strict_wall": round(strict / megapixels, 5)},
        "bandwidth": round(bandwidth),
        "floor_seconds": round(floor, 4),
        "times_floor": round(wall / floor, 2),
        "consistency": runs[0]["consistency"],
    }
    settings = {
        "megapixels": round(megapixels, 2),
        "size": [width, height],
        "scale": SCALE,
        "quality": 95,
        "repeats": chosen.repeats,
        "threads": runs[0]["threads"],
        "taken_off": list(TAKEN_OFF),
    }
    finish("overhead", settings, values, chosen, lines)


if __name__ == "__main__":
    tasks = {"picture": child_picture, "model": child_model, "job": child_job, "pillow": child_pillow}
    if not serve_child({**tasks, "bandwidth": child_bandwidth}):
        main()
