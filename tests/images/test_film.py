"""A film plays every frame once, in order, and stays on its last."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageSequence

from enhancer.errors import ImageError
from enhancer.images.film import HELD, SUFFIXES, save_film

LEVELS = (20, 90, 160, 230)


def frames(channels, side=16):
    made = [np.full((side, side, channels), level, np.uint8) for level in LEVELS]
    if channels == 4:
        for frame in made:
            frame[: side // 2, :, 3], frame[side // 2 :, :, 3] = 0, 255
    return made


def play(path):
    """Frames as RGBA arrays, with the milliseconds of each."""
    with Image.open(path) as film:
        found = []
        for frame in ImageSequence.Iterator(film):
            frame.load()  # WebP tells the time of a frame only then
            found.append((np.asarray(frame.convert("RGBA")), frame.info["duration"]))
        return found


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_every_frame_is_shown_in_order_and_the_last_longer(tmp_path, suffix, channels):
    path = tmp_path / f"film{suffix}"
    save_film(frames(channels), path, seconds=0.4)
    shown = play(path)
    assert [int(picture[12, 3, 0]) for picture, _ in shown] == pytest.approx(LEVELS, abs=1)
    assert [round(time) for _, time in shown] == [100, 100, 100, 100 + HELD]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_transparent_stays_so(tmp_path, suffix):
    path = tmp_path / f"film{suffix}"
    save_film(frames(4), path, seconds=1)
    for picture, _ in play(path):
        assert (picture[:8, :, 3] == 0).all()
        assert (picture[8:, :, 3] == 255).all()


def test_small_frames_are_exact_in_webp(tmp_path):
    noise = [np.random.default_rng(n).integers(0, 256, (24, 24, 3), np.uint8) for n in range(3)]
    path = tmp_path / "film.webp"
    save_film(noise, path, seconds=1)
    assert all(np.array_equal(shown[..., :3], frame) for (shown, _), frame in zip(play(path), noise, strict=True))


def test_one_frame_is_a_film_too(tmp_path):
    save_film(frames(3)[:1], tmp_path / "film.webp", seconds=1)
    with Image.open(tmp_path / "film.webp") as film:
        assert film.size == (16, 16)


def test_what_is_no_film_is_refused_and_leaves_nothing(tmp_path):
    with pytest.raises(ImageError, match=r"\.webp, \.gif, \.png"):
        save_film(frames(3), tmp_path / "film.mp4", seconds=1)
    with pytest.raises(ImageError, match="at least one"):
        save_film([], tmp_path / "film.webp", seconds=1)
    with pytest.raises(ImageError, match="different shapes"):
        save_film([*frames(3), *frames(3, side=8)], tmp_path / "film.webp", seconds=1)
    assert not list(tmp_path.iterdir())
