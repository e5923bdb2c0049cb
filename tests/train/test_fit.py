"""Any picture in the size and the channels that are learned."""

from __future__ import annotations

import numpy as np
import torch

from enhancer.events import NullSink
from enhancer.train.pictures import load_pictures
from enhancer.train.sources.fit import fit
from tests.helpers_sources import (
    config,
    random_picture,
    write_mnist,
)


def test_mnist_gets_a_black_border_and_others_a_centre_crop(tmp_path):
    made = write_mnist(tmp_path)
    loaded = load_pictures(config("mnist", tmp_path, channels=1), "train", NullSink())
    batch = loaded.batch(np.array([4, 0]))
    assert batch.dtype == torch.uint8
    assert batch.shape == (2, 1, 32, 32)
    assert np.array_equal(batch[0, 0, 2:30, 2:30].numpy(), made["train"][0][4])
    batch[:, :, 2:30, 2:30] = 0
    assert not batch.any()
    large = load_pictures(config("mnist", tmp_path, channels=1, size=(64, 64)), "train", NullSink())
    assert large.batch(np.array([0]))[0, 0, :2].any()  # too far for a border: enlarged


def test_a_picture_is_cropped_to_the_aspect_in_the_middle():
    pixels = np.zeros((40, 100, 3), np.uint8)
    pixels[:, 30:70] = 200
    assert (fit(pixels, (20, 20), 3) == 200).all()
    assert (fit(pixels.transpose(1, 0, 2), (20, 20), 3) == 200).all()
    same = random_picture(3, 16, 24)
    assert np.array_equal(fit(same, (16, 24), 3), same)
    checks = np.indices((64, 64)).sum(0)[..., None] % 2 * np.uint8(255)
    assert np.abs(fit(checks.astype(np.uint8), (16, 16), 1).astype(int) - 128).max() <= 3  # antialiased


def test_channels_are_converted_by_rule():
    red = np.full((8, 8, 3), (255, 0, 0), np.uint8)
    assert (fit(red, (8, 8), 1) == 76).all()
    grey = np.full((8, 8, 1), 90, np.uint8)
    assert (fit(grey, (8, 8), 3) == 90).all()
    assert (fit(grey, (8, 8), 4) == (90, 90, 90, 255)).all()
    assert (fit(red, (8, 8), 4) == (255, 0, 0, 255)).all()
    glass = np.full((8, 8, 4), (255, 0, 0, 51), np.uint8)
    assert (fit(glass, (8, 8), 3) == (255, 204, 204)).all()
    assert (fit(glass, (8, 8), 4) == (255, 0, 0, 51)).all()
    padded = fit(np.full((6, 6, 1), 9, np.uint8), (8, 8), 4, pads=True)
    assert (padded[0, 0] == (0, 0, 0, 255)).all()


def test_invisible_colour_is_never_learned():
    pixels = np.zeros((32, 32, 4), np.uint8)
    pixels[..., 1] = 255  # green that nobody sees
    pixels[:, :15] = (255, 0, 0, 255)
    for size in ((32, 32), (16, 16), (48, 48)):
        out = fit(pixels, size, 4)
        assert not out[..., 1].any()
        assert (out[out[..., 3] == 0] == 0).all()
        assert (out[..., 0][out[..., 3] > 8] > 240).all()
    other = np.where(pixels[..., 3:] > 0, pixels, np.uint8(77))
    other[..., 3] = pixels[..., 3]
    assert np.array_equal(fit(other, (16, 16), 4), fit(pixels, (16, 16), 4))
    assert (fit(np.zeros((8, 8, 4), np.uint8), (4, 4), 3) == 255).all()
