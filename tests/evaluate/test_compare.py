"""Comparisons of pictures, folders and models."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image as PillowImage

from enhancer.errors import DataError, ImageError, ModelError, SpecError
from enhancer.evaluate.compare import compare
from enhancer.evaluate.compare_models import interval, sentence
from enhancer.evaluate.scores import score
from enhancer.images.image import Image
from enhancer.metrics import psnr_y
from tests.helpers_jobs import pattern
from tests.helpers_models import save_random_model


def save(path, pixels):
    path.parent.mkdir(parents=True, exist_ok=True)
    PillowImage.fromarray(pixels).save(path)
    return path


def noisy(pixels, amount, seed=0):
    noise = np.random.default_rng(seed).normal(0, amount, pixels.shape)
    return np.clip(np.round(pixels + noise), 0, 255).astype(np.uint8)


def test_two_pictures_are_scored_in_every_way(tmp_path):
    truth = pattern(40, 30)
    a, b = save(tmp_path / "a.png", truth), save(tmp_path / "b.png", noisy(truth, 4))
    found = compare(a, b)
    scores = found.rows[0].scores["a with b"]
    assert scores.psnr_y == pytest.approx(psnr_y(truth, noisy(truth, 4)), abs=0.01)
    assert scores.ssim < 1
    assert scores.ciede_worst > scores.ciede_mean > 0
    assert "PSNR-Y" in found.lines()[0]
    json.dumps(found.as_json(), allow_nan=False)


def test_equal_pictures_are_called_equal_and_stay_json(tmp_path):
    a = save(tmp_path / "a.png", pattern(20, 20))
    found = compare(a, a)
    assert found.rows[0].scores["a with b"].psnr is None
    assert "PSNR equal" in found.lines()[0]
    json.dumps(found.as_json(), allow_nan=False)


def test_with_a_truth_the_nearer_picture_is_named(tmp_path):
    truth = pattern(40, 30)
    near, far = save(tmp_path / "near.png", noisy(truth, 2)), save(tmp_path / "far.png", noisy(truth, 9))
    found = compare(far, near, truth=save(tmp_path / "truth.png", truth))
    assert set(found.rows[0].scores) == {"a with truth", "b with truth"}
    assert found.verdict.startswith("near.png is nearer to the truth")


def test_an_exact_multiple_is_reduced_and_other_sizes_are_refused(tmp_path):
    small = save(tmp_path / "small.png", pattern(20, 15))
    large = save(tmp_path / "large.png", np.repeat(np.repeat(pattern(20, 15), 2, 0), 2, 1))
    found = compare(large, small)
    assert "reduced 2 times" in found.rows[0].note
    assert found.rows[0].scores["a with b"].psnr > 30
    with pytest.raises(ImageError) as caught:
        compare(small, save(tmp_path / "odd.png", pattern(33, 15)))
    assert caught.value.code == "size-mismatch"


def test_transparency_is_compared_too():
    pixels = pattern(24, 24)
    clear, solid = np.full((24, 24), 100, np.uint8), np.full((24, 24), 255, np.uint8)
    scores = score(Image(pixels, clear), Image(pixels, solid))
    assert scores.psnr_alpha < 10
    assert scores.psnr < 30
    assert score(Image(pixels), Image(pixels)).psnr_alpha is None


def test_depth_makes_no_difference_to_the_score():
    pixels = pattern(24, 24)
    deep = Image(pixels.astype(np.uint16) * 257)
    assert score(Image(pixels), deep).psnr is None or score(Image(pixels), deep).psnr > 120


def test_folders_are_paired_by_name_and_what_is_missing_is_listed(tmp_path):
    truth = pattern(30, 20)
    for name in ("one", "sub/two"):
        save(tmp_path / "a" / f"{name}.png", noisy(truth, 2))
        save(tmp_path / "b" / f"{name}.webp", noisy(truth, 6))
        save(tmp_path / "t" / f"{name}.png", truth)
    save(tmp_path / "a" / "alone.png", truth)
    found = compare(tmp_path / "a", tmp_path / "b", truth=tmp_path / "t")
    assert [row.name for row in found.rows] == ["one", "sub/two"]
    assert "Missing in b: alone." in found.notes
    assert found.verdict.startswith("a is nearer")
    assert any(line.startswith("mean of 2") for line in found.lines())
    assert any(line.startswith("worst") for line in found.lines())
    with pytest.raises(DataError):
        compare(tmp_path / "a", save(tmp_path / "c" / "other.png", truth).parent)


def test_a_pair_that_cannot_be_read_is_left_out_and_said(tmp_path):
    for folder in ("a", "b"):
        save(tmp_path / folder / "good.png", pattern(20, 20))
        save(tmp_path / folder / "bad.png", pattern(20, 20))
    (tmp_path / "b" / "bad.png").write_bytes(b"nothing")
    found = compare(tmp_path / "a", tmp_path / "b")
    assert [row.name for row in found.rows] == ["good"]
    assert found.notes[0].startswith("bad is left out")


def test_arguments_that_do_not_belong_together_say_what_to_do(tmp_path):
    a = save(tmp_path / "a.png", pattern(20, 20))
    with pytest.raises(SpecError, match="--data"):
        compare(a, tmp_path / "missing")
    with pytest.raises(SpecError, match="folder"):
        compare(a, tmp_path)


def test_models_are_compared_on_pictures_beside_bicubic(tmp_path, house):
    from pathlib import Path

    save_random_model(Path(house["ENHANCER_MODELS"]), "wild-x2", channels=4)
    for number in range(2):
        save(tmp_path / "data" / f"{number}.png", pattern(65, 52, number))
    save(tmp_path / "data" / "small.png", pattern(8, 8))
    found = compare("tiny-x2", "wild-x2", data=tmp_path / "data")
    assert found.kind == "models"
    assert set(found.rows[0].scores) == {
        "bicubic",
        "tiny-x2 (off)",
        "tiny-x2 (exact)",
        "wild-x2 (off)",
        "wild-x2 (exact)",
    }
    assert any("small is left out" in note for note in found.notes)
    assert "too few" in found.verdict
    json.dumps(found.as_json(), allow_nan=False)
    with pytest.raises(ModelError, match="scale"):
        compare("tiny-x2", "tiny-x4", data=tmp_path / "data")


def test_the_interval_is_seeded_and_the_verdict_follows_it():
    values = np.random.default_rng(1).normal(0.2, 0.05, 12)
    found = interval(values)
    assert found == interval(values)
    assert found.low < found.mean < found.high
    assert sentence("a", "b", found).startswith("a is better than b")
    assert sentence("a", "b", interval(-values)).startswith("b is better than a")
    assert sentence("a", "b", interval(values - values.mean())).startswith("No difference")
    assert "too few" in sentence("a", "b", interval(values[:3]))
