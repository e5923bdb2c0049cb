"""Fidelity: the reduction of the result is the input, detail stays, and nothing depends on how it is streamed."""

import numpy as np
import pytest
import torch
from skimage import data

from enhancer.enhance import fidelity
from enhancer.enhance.banded import CHUNK, Axis, chunks, cut
from enhancer.enhance.consistency import measure_consistency
from enhancer.enhance.engine import Engine
from enhancer.enhance.fidelity import Projection, choose_fidelity
from enhancer.enhance.fidelity_band import Band
from enhancer.enhance.tiles import plan_tiles
from enhancer.errors import SpecError
from enhancer.images.image import Image, ImageMeta
from enhancer.images.resize import reduce
from enhancer.metrics import psnr_y
from enhancer.runtime.workers import Workers
from tests.helpers_models import plain_info, random_model

CPU = torch.device("cpu")


def photo(height=200, width=256):
    return np.ascontiguousarray(data.astronaut()[:height, :width])


def planar(pixels):
    return torch.from_numpy(np.ascontiguousarray(pixels.transpose(2, 0, 1))).float()


def project(y, x, scale, mode="exact", limits=(0.0, 1.0), workers=1, group=1):
    """The whole projection of (C,sH,sW) y towards (C,H,W) x, in groups of so many bands."""
    height, width = x.shape[1:]
    bands = [Band(a, b, x[:, a:b].clone(), y[:, a * scale : b * scale].clone()) for a, b in cut(height)]
    groups = iter([bands[k : k + group] for k in range(0, len(bands), group)])
    projection = Projection(height, width, scale, mode, limits, 1 / 255, CPU, Workers(workers, "cpu"))
    with torch.inference_mode():
        return torch.cat([band.pixels for ready in projection(groups) for band in ready], 1)


def dense(kind, n, scale):
    """The map as one matrix, from the axis itself."""
    axis = Axis(kind, n, scale, CPU)
    side = n * scale if kind == "reduce" else n
    return axis.columns(torch.eye(side)[None], 0, n)[0].T


@pytest.mark.parametrize("scale", [2, 3, 4])
@pytest.mark.parametrize("mode", ["exact", "low"])
def test_the_stream_is_the_formula(scale, mode):
    torch.manual_seed(1)
    height, width = 83, 50
    x, y = torch.rand(2, height, width), torch.rand(2, height * scale, width * scale)
    kind = "restore" if mode == "exact" else "spread"
    down, back = ([dense(k, n, scale) for n in (height, width)] for k in ("reduce", kind))
    error = x - down[0] @ y @ down[1].T
    expected = y + back[0] @ error @ back[1].T
    streamed = project(y, x, scale, mode, limits=(-99.0, 99.0))
    assert (streamed - expected).abs().max() < 1e-4


@pytest.mark.parametrize(("workers", "group"), [(1, 5), (2, 2), (2, 7)])
def test_groups_and_workers_change_nothing(workers, group):
    torch.manual_seed(2)
    x, y = torch.rand(3, 150, 40), torch.rand(3, 300, 80) * 1.6 - 0.3
    torch.testing.assert_close(project(y, x, 2, workers=workers, group=group), project(y, x, 2), rtol=0, atol=1e-6)


def test_strips_do_not_show_in_the_result():
    """Different tile plans, so different strips: the same codes but for rounding."""
    model = random_model(plain_info(), gain=0.1)
    engine, pixels = Engine(model, "cpu", "fp32"), photo()
    results = []
    for tile in (37, 90, 999):
        plan = plan_tiles(*pixels.shape[:2], scale=2, overlap=4, tile=tile)
        results.append(engine.enhance(Image(pixels), "exact", plan=plan).image.pixels.astype(int))
    assert max(np.abs(a - results[-1]).max() for a in results) <= 1
    assert max((a != results[-1]).mean() for a in results) < 1e-3


@pytest.mark.parametrize("scale", [2, 3, 4])
def test_exact_gives_the_input_back_from_eight_bits(scale):
    model = random_model(plain_info(scale=scale), gain=0.05)
    low = Image(photo())
    off, exact = (Engine(model, "cpu").enhance(low, mode) for mode in ("off", "exact"))
    assert exact.fidelity == "exact"
    assert exact.checks.psnr > 52 > off.checks.psnr
    again = reduce(exact.image.pixels.astype(np.float32) / 255, scale)
    error = ((again - low.pixels / 255) ** 2).mean()
    assert abs(-10 * np.log10(error) - exact.checks.psnr) < 0.01


def test_exact_does_not_move_a_picture_away_from_the_truth():
    """The truth reduces to the input, so the nearest consistent picture is never farther from it."""
    rng = np.random.default_rng(4)
    truth = photo(256, 256)
    low = (reduce(truth.astype(np.float32) / 255, 2) * 255).clip(0, 255).round() / 255
    guess = (truth / 255 + 0.03 * rng.standard_normal(truth.shape)).astype(np.float32)
    result = project(planar(guess), planar(low.astype(np.float32)), 2)
    rounded = (result.permute(1, 2, 0).numpy() * 255).round().astype(np.uint8)
    before = (guess.clip(0, 1) * 255).round().astype(np.uint8)
    assert psnr_y(rounded, truth) > psnr_y(before, truth) - 0.02


def energy_above_nyquist(y, scale):
    """Of the finer half of the spectrum, windowed against the borders."""
    height, width = y.shape[1:]
    window = np.outer(np.hanning(height), np.hanning(width))
    spectrum = np.abs(np.fft.fft2(y.numpy() * window)) ** 2
    rows, columns = (np.abs(np.fft.fftfreq(n)) for n in (height, width))
    return spectrum[:, np.maximum.outer(rows, columns) > 0.5 / scale].sum()


@pytest.mark.parametrize("scale", [2, 4])
def test_exact_keeps_the_detail_that_the_input_cannot_hold(scale):
    truth = photo(256, 256)
    low = (reduce(truth.astype(np.float32) / 255, scale) * 255).clip(0, 255).round() / 255
    sharp = planar(truth.astype(np.float32) / 255)
    result = project(sharp, planar(low.astype(np.float32)), scale)
    kept = energy_above_nyquist(result, scale) / energy_above_nyquist(sharp, scale)
    assert 0.98 < kept < 1.02


def test_low_moves_tone_and_leaves_detail():
    truth = photo(192, 192).astype(np.float32) / 255
    low = planar(reduce(truth, 2))
    dull = planar(truth) * 0.8 + 0.04
    result = project(dull, low, 2, "low")
    assert (result.mean((1, 2)) - low.mean((1, 2))).abs().max() < 0.004
    fine = [energy_above_nyquist(y, 2) for y in (dull, result)]
    assert 0.9 < fine[1] / fine[0] < 1.1


def test_clamped_places_are_mended_by_further_passes(monkeypatch):
    """Between black and white the guess overshoots, and after clamping the reduction is off again."""
    torch.manual_seed(3)
    squares = torch.from_numpy((np.indices((128, 128)) // 16).sum(0) % 2).float()[None]
    down = dense("reduce", 64, 2)
    x, y = down @ squares @ down.T, squares + 0.1 * torch.randn(1, 128, 128)
    errors = []
    for gains in (fidelity.EXACT_GAINS[:1], fidelity.EXACT_GAINS):
        monkeypatch.setattr(fidelity, "EXACT_GAINS", gains)
        errors.append((x - down @ project(y, x, 2) @ down.T).square().mean())
    assert errors[1] < 0.2 * errors[0]


def test_only_chunks_that_were_clamped_and_their_neighbours_are_mended(monkeypatch):
    """A wide picture with one overshoot: the far side is left alone, and the result is that of mending everything."""
    torch.manual_seed(4)
    width = 4 * CHUNK // 2
    x, y = torch.full((1, 48, width), 0.5), torch.full((1, 96, 2 * width), 0.5)
    x[..., 100:110], y[..., 200:220] = 0.0, 0.6
    products = []
    real = fidelity.down
    monkeypatch.setattr(fidelity, "down", lambda matrix, rows: products.append(1) or real(matrix, rows))
    sparing = project(y, x, 2)
    some = len(products)
    monkeypatch.setattr(fidelity, "_touched", lambda flags, count: [True] * count)
    everything = project(y, x, 2)
    assert some < 0.8 * (len(products) - some)
    assert (sparing - everything).abs().max() < 1 / 255


def info(**changes):
    return plain_info().model_copy(update=changes)


@pytest.mark.parametrize(
    ("requested", "facts", "quality", "mode"),
    [
        ("auto", {}, None, "exact"),
        ("auto", {"degradation": ""}, 95, "exact"),
        ("auto", {}, 84, "low"),
        ("auto", {}, 85, "exact"),
        ("auto", {"restores": True}, None, "low"),
        ("auto", {"degradation": "camera"}, None, "low"),
        ("auto", {"scale": 1}, None, "low"),
        ("auto", {"purpose": "translate"}, None, "off"),
        ("exact", {}, 30, "exact"),
        ("exact", {"scale": 1}, None, "low"),
        ("low", {"purpose": "translate"}, None, "low"),
        ("off", {}, 30, "off"),
    ],
)
def test_the_mode_follows_model_and_picture(requested, facts, quality, mode):
    assert choose_fidelity(requested, info(**facts), ImageMeta(jpeg_quality=quality)).mode == mode


def test_a_poor_jpeg_is_said_aloud():
    assert "quality about 60" in choose_fidelity("auto", info(), ImageMeta(jpeg_quality=60)).note
    assert "blocks are enlarged" in choose_fidelity("exact", info(), ImageMeta(jpeg_quality=60)).note
    assert choose_fidelity("exact", info(), ImageMeta(jpeg_quality=90)).note == ""


@pytest.mark.parametrize(("requested", "facts"), [("exact", {"degradation": "camera"}), ("perfect", {})])
def test_what_cannot_be_held_is_refused(requested, facts):
    with pytest.raises(SpecError):
        choose_fidelity(requested, info(**facts), ImageMeta())


def test_consistency_counts_all_pixels_and_a_recorded_sample():
    pixels = photo(256, 256)
    enlarged = pixels.repeat(2, 0).repeat(2, 1)
    check = measure_consistency(Image(enlarged), Image(pixels), 2)
    expected = ((reduce(enlarged.astype(np.float32) / 255, 2) - pixels / 255) ** 2).mean()
    assert abs(check.psnr + 10 * np.log10(expected)) < 1e-3
    assert 0 < check.delta_e_mean < check.delta_e_worst
    assert 20_000 < check.sample < 65_536
    assert check == measure_consistency(Image(enlarged), Image(pixels), 2)


def test_equal_pictures_have_no_difference_and_plain_json():
    flat = Image(np.full((40, 40, 1), 77, np.uint8))
    check = measure_consistency(flat, flat, 1)
    assert check.as_json()["psnr"] is None
    assert check.delta_e_worst == 0


def test_colour_under_transparency_does_not_count():
    pixels = photo(64, 64)
    alpha = np.full((64, 64), 255, np.uint8)
    alpha[:32] = 0
    other = pixels.copy()
    other[:32] = 255 - other[:32]
    check = measure_consistency(Image(other), Image(pixels, alpha), 1)
    assert check.as_json()["psnr"] is None
    assert measure_consistency(Image(other), Image(pixels, alpha * 0), 1) is None


@pytest.mark.parametrize("mode", ["exact", "low"])
def test_reductions_kept_by_who_makes_the_bands_only_spare_work(monkeypatch, mode):
    """With one overshoot in a wide picture, so that some chunks are mended and others left, over several bands."""
    torch.manual_seed(5)
    height, width = 70, 4 * CHUNK // 2
    x, y = 0.5 + 0.1 * torch.rand(3, height, width), torch.full((3, 2 * height, 2 * width), 0.5)
    x[:, 30:40, 100:110], y[:, 60:80, 200:220] = 0.0, 0.6
    without = project(y, x, 2, mode)
    workers = Workers(1, "cpu")
    projection = Projection(height, width, 2, mode, (0.0, 1.0), 1 / 255, CPU, workers)

    def band(first, last):
        reduced = projection.reduced(first, last, 3)
        pixels = y[:, first * 2 : last * 2].clone()
        for number, (a, b) in enumerate(chunks(width, 2, CPU)):
            reduced.keep(number, pixels[..., a * 2 : b * 2])
        return Band(first, last, x[:, first:last].clone(), pixels, reduced)

    products = []
    real = fidelity.down
    monkeypatch.setattr(fidelity, "down", lambda matrix, rows: products.append(1) or real(matrix, rows))
    with torch.inference_mode():
        kept = torch.cat([b.pixels for group in projection(iter([[band(*s)] for s in cut(height)])) for b in group], 1)
    torch.testing.assert_close(kept, without, rtol=0, atol=1e-6)
    assert (len(products) == 0) == (mode == "low")
