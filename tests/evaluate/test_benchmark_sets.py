"""The published protocol on pairs of files."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image as PillowImage

from enhancer.errors import DataError
from enhancer.evaluate.benchmark_sets import benchmark_set
from enhancer.evaluate.enlarge import bicubic, degraded
from enhancer.metrics import psnr_y
from tests.helpers_jobs import pattern


def make_set(folder, scale=2):
    folder.mkdir(parents=True)
    for number in range(2):
        high = pattern(48, 36, number)
        PillowImage.fromarray(high).save(folder / f"img_{number}_SRF_{scale}_HR.png")
        PillowImage.fromarray(degraded(high, scale)).save(folder / f"img_{number}_SRF_{scale}_LR.png")
    return folder


def test_a_set_is_scored_beside_bicubic_with_and_without_fidelity(tmp_path, house):
    folder = make_set(tmp_path / "set" / "x2")
    found = benchmark_set("tiny-x2", folder)
    assert [row.method for row in found.scores] == ["bicubic", "off", "exact"]
    high = pattern(48, 36, 0)
    expected = psnr_y(bicubic(degraded(high, 2), 2), high, border=2)
    assert found.scores[0].per_picture["img_0_SRF_2"] == pytest.approx(expected, abs=1e-3)
    assert found.scores[0].psnr_y == pytest.approx(np.mean(list(found.scores[0].per_picture.values())), abs=1e-3)
    assert len(found.lines()) == 3
    assert len(found.sha256) == 64


def test_pairs_that_do_not_fit_are_refused(tmp_path, house):
    folder = make_set(tmp_path / "set" / "x2")
    with pytest.raises(DataError, match="4 times"):
        benchmark_set("tiny-x4", folder)
    (folder / "img_1_SRF_2_LR.png").unlink()
    with pytest.raises(DataError, match="no partner"):
        benchmark_set("tiny-x2", folder)
    with pytest.raises(DataError, match="no pairs"):
        benchmark_set("tiny-x2", tmp_path)


def test_bicubic_of_grey_pictures_keeps_their_channels():
    assert bicubic(pattern(9, 7, channels=1), 2).shape == (14, 18, 1)
