"""RUN/film.webp: the run's previews after each other, from the first pictures to the newest. Torch-free."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image as Pillow

from ...errors import DataError
from ...images.film import save_film
from ...images.image import Pixels
from ..run_folder import PREVIEWS
from .card import FILM
from .run import previews_of

FRAMES = 120
SECONDS_EACH = 1 / 12


def write_film(run_dir: Path, frames: int = FRAMES) -> Path:
    """Write RUN/film.webp from at most `frames` previews, evenly chosen, first and newest among them.

    Returns its path. DataError if there are no previews yet.
    """
    chosen = evenly(list(previews_of(run_dir).values()), frames)
    pictures = [picture for path in chosen if (picture := read_picture(path)) is not None]
    if not pictures:
        raise DataError(f"{run_dir / PREVIEWS} holds no pictures yet.", "The first come with the first tick.")
    # A preview from before a change of its layout does not fit into the film of the others.
    fitting = [picture for picture in pictures if picture.shape == pictures[-1].shape]
    path = run_dir / FILM
    save_film(fitting, path, SECONDS_EACH * len(fitting))
    return path


def evenly(items: list[Path], most: int) -> list[Path]:
    """At most `most` of the items at equal distances, first and last among them (only the last where one is asked)."""
    if len(items) <= most:
        return items
    if most < 2:
        return items[-1:]
    return [items[round(n * (len(items) - 1) / (most - 1))] for n in range(most)]


def read_picture(path: Path) -> Pixels | None:
    """(H,W,C) uint8, C 1, 3 or 4; None for a file that cannot be read, such as one that a crash cut off."""
    try:
        with Pillow.open(path) as picture:
            mode = picture.mode if picture.mode in ("L", "RGB", "RGBA") else "RGBA" if "A" in picture.mode else "RGB"
            pixels: Pixels = np.asarray(picture.convert(mode))
    except (OSError, SyntaxError, ValueError):
        return None
    return pixels[..., None] if pixels.ndim == 2 else pixels
