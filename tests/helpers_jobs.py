"""Pictures, small models and a house of their own for tests of whole jobs."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as PillowImage

from enhancer.errors import Cancelled
from enhancer.events import ItemDone, NullSink
from enhancer.jobs import run
from enhancer.jobs.enhance import EnhanceJob
from tests.helpers_models import save_random_model


def make_house(root: Path) -> dict[str, str]:
    """Environment of a user with `tiny-x2` and `tiny-x4` in the store and nothing else."""
    models = root / "models"
    models.mkdir(parents=True)
    for scale in (2, 4):
        save_random_model(models, f"tiny-x{scale}", scale=scale)
    return {"ENHANCER_MODELS": str(models), "ENHANCER_STATE": str(root / "state")}


@pytest.fixture
def house(tmp_path, monkeypatch):
    """The environment of such a user, set for one test."""
    variables = make_house(tmp_path / "house")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return variables


def pattern(width: int, height: int, seed: int = 0, channels: int = 3) -> np.ndarray:
    """(H,W,C) uint8: smooth waves with edges and a little noise; `seed` makes another one."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width]
    planes = []
    for channel in range(channels):
        wave = np.sin((x * (1 + channel) + seed * 3) / 7.0) + np.cos(y / (5.0 + channel))
        planes.append(128 + 45 * wave + 30 * ((x // 9 + y // 7) % 2) + rng.normal(0, 2, (height, width)))
    return np.clip(np.stack(planes, axis=2), 0, 255).astype(np.uint8)


def save_png(path: Path, width: int = 24, height: int = 16, seed: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    PillowImage.fromarray(pattern(width, height, seed)).save(path)
    return path


def tree_hash(folder: Path) -> dict[str, str]:
    """SHA-256 of every file that is not hidden, by relative name."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


def child_environment(house: dict[str, str], **more: str) -> dict[str, str]:
    """For a Python started by a test."""
    root = str(Path(__file__).resolve().parent.parent)
    return {**os.environ, **house, **more, "PYTHONPATH": root, "OMP_NUM_THREADS": "1"}


RUN_JOB = [
    sys.executable,
    "-c",
    "import sys; from pathlib import Path; from enhancer.jobs import load_job, run\nrun(load_job(Path(sys.argv[1])))",
]


class Heard(NullSink):
    """Keeps every event."""

    def __init__(self):
        self.events = []

    def emit(self, event):
        self.events.append(event)

    def of(self, kind):
        return [event for event in self.events if isinstance(event, kind)]


class Stopping(Heard):
    """Stops a job after so many pictures."""

    def __init__(self, after):
        super().__init__()
        self.after = after

    def check(self):
        if len(self.of(ItemDone)) >= self.after:
            raise Cancelled


def job(*inputs, **fields):
    values = {"model": "tiny-x2", "precision": "fp32", "threads": 1, **fields}
    return EnhanceJob(inputs=tuple(map(str, inputs)), **values)


def enhanced(*inputs, **fields):
    """The one item of a run that must succeed."""
    report = run(job(*inputs, **fields))
    assert [item.state for item in report.items] == ["done"], report.items
    return report.items[0]
