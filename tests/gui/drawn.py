"""Pictures drawn for tests of the window, without torch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image


def draw_photos(folder: Path, count: int, side: int = 64) -> Path:
    """Edges, waves and texture, as PNG."""
    folder.mkdir(parents=True, exist_ok=True)
    y, x = np.mgrid[0:side, 0:side] / side
    for n in range(count):
        rng = np.random.default_rng(n)
        waves = 0.5 + 0.4 * np.sin((x * rng.integers(4, 14) + y * rng.integers(4, 14)) * 3.1)
        disc = np.where((x - 0.5) ** 2 + (y - 0.5) ** 2 < 0.05 + 0.03 * (n % 5), 0.9, 0.2)
        picture = np.stack([disc, waves, x], -1) + rng.normal(0, 0.02, (side, side, 3))
        Image.fromarray((np.clip(picture, 0, 1) * 255).astype(np.uint8)).save(folder / f"picture-{n}.png")
    return folder
