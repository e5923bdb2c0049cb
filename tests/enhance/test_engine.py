"""The engine on real, small, random models: tiling, depth, grey, alpha, faults, cancelling."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
import torch

from enhancer.enhance.engine import Engine
from enhancer.enhance.tiles import plan_tiles, smallest_tile
from enhancer.errors import ModelError, SpecError
from enhancer.images.image import Image, ImageMeta
from enhancer.models.info import ModelInfo
from enhancer.models.model import Model
from tests.helpers_models import noise, plain_info, random_model, whole


def repeat_model(scale=2):
    info = ModelInfo(
        name="repeat", network="repeat", arguments={"scale": scale}, scale=scale, base="nearest", degradation="bicubic"
    )
    return random_model(info)


def test_tiled_equals_whole_for_fifty_random_plans_and_fails_with_one_pixel_less():
    rng = np.random.default_rng(5)
    spoiled = 0
    for trial in range(50):
        scale, depth = int(rng.choice([1, 2, 4])), int(rng.integers(0, 4))
        info = plain_info(scale=scale, channels=int(rng.integers(2, 9)), depth=depth)
        model = random_model(info, seed=trial, gain=0.3)
        engine = Engine(model, "cpu", "fp32", threads=1)
        height, width = (int(n) for n in rng.integers(1, 70, 2))
        pixels = noise(height, width, seed=trial)
        expected = whole(model, pixels)
        for less in (0, 1):
            overlap = info.receptive_field - less
            least = smallest_tile(info.receptive_field)
            tile = tuple(int(n) for n in rng.integers(least, least + 12, 2))
            plan = plan_tiles(height, width, scale=scale, overlap=overlap, tile=tile, batch=int(rng.integers(1, 5)))
            result = engine.enhance(Image(pixels), "off", plan=plan).image.pixels
            error = np.abs(result - expected).max()
            if less == 0:
                assert error < 1e-5, (trial, plan)
            else:
                spoiled += error > 1e-5
    assert spoiled > 30


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32])
@pytest.mark.parametrize("channels", [1, 3])
def test_pixel_repetition_gives_every_value_back_at_every_depth(dtype, channels):
    pixels = noise(37, 53, channels, dtype)
    result = Engine(repeat_model(), "cpu").enhance(Image(pixels), "off").image.pixels
    assert result.dtype == dtype
    np.testing.assert_array_equal(result, pixels.repeat(2, 0).repeat(2, 1))


def test_all_levels_of_sixteen_bits_survive():
    ramp = np.arange(65_536, dtype=np.uint16).reshape(256, 256, 1)
    result = Engine(repeat_model(), "cpu").enhance(Image(ramp), "off").image.pixels
    np.testing.assert_array_equal(result[::2, ::2], ramp)


def test_grey_is_run_as_colour_and_returned_as_grey():
    model = random_model(plain_info(), gain=0.1)
    grey = noise(40, 30, 1)
    result = Engine(model, "cpu", "fp32").enhance(Image(grey), "off").image.pixels
    base = model.base(torch.from_numpy(grey).permute(2, 0, 1)[None])[0]
    residual = model.residual(torch.from_numpy(grey).permute(2, 0, 1)[None].expand(1, 3, -1, -1))[0].mean(0)
    expected = (base + residual).clamp(0, 1).permute(1, 2, 0).numpy()
    np.testing.assert_allclose(result, expected, atol=1e-5)


def test_values_beyond_one_are_kept_and_broken_ones_replaced():
    pixels = np.full((20, 20, 3), 2.5, np.float32)
    pixels[3, 3] = np.nan
    result = Engine(repeat_model(), "cpu").enhance(Image(pixels), "off")
    assert result.image.pixels[0, 0, 0] == 2.5
    assert np.isfinite(result.image.pixels).all()
    assert any("not finite" in note for note in result.notes)


def test_pictures_that_may_not_be_written_to_are_left_alone():
    pixels = noise(20, 30, 3, np.uint8)
    before = pixels.copy()
    pixels.flags.writeable = False
    Engine(random_model(plain_info()), "cpu").enhance(Image(pixels))
    np.testing.assert_array_equal(pixels, before)


def disc(size=48):
    y, x = np.mgrid[:size, :size]
    inside = np.hypot(y - size / 2, x - size / 2) < size / 3
    pixels = np.where(inside[..., None], 255, 0).astype(np.uint8).repeat(3, 2)
    return pixels, inside.astype(np.uint8) * 255


@pytest.mark.parametrize("fidelity", ["off", "exact"])
def test_a_white_disc_on_transparent_black_has_no_fringe(fidelity):
    pixels, alpha = disc()
    image = Image(pixels, alpha, ImageMeta(alpha_kind="straight"))
    result = Engine(repeat_model(), "cpu").enhance(image, fidelity).image
    assert result.alpha.shape == result.pixels.shape[:2]
    assert result.pixels[result.alpha > 0].min() >= 254
    assert result.alpha.min() == 0
    assert result.alpha.max() == 255


def test_alpha_that_is_opaque_stays_exactly_opaque():
    pixels = noise(200, 60, 3, np.uint8)
    alpha = np.full((200, 60), 255, np.uint8)
    assert (Engine(repeat_model(), "cpu").enhance(Image(pixels, alpha)).image.alpha == 255).all()
    alpha[:20, :10] = 7
    result = Engine(repeat_model(), "cpu").enhance(Image(pixels, alpha)).image.alpha
    assert (result[60:] == 255).all()
    assert (result[:30, :10] == 7).all()


def test_sixteen_bits_in_half_precision_stay_close_because_only_the_residual_is_half():
    torch.manual_seed(0)
    model = random_model(plain_info(channels=32, depth=8), gain=0.02)
    y, x = np.mgrid[:256, :256] / 255
    smooth = np.stack([x, y, (x + y) / 2], 2) + 0.02 * noise(256, 256)
    pixels = (smooth / smooth.max() * 65_535).astype(np.uint16)
    engine = Engine(model, "cpu", "fp16")
    kinds = []
    for conv in engine._backend("fp16", deep=True)._model.net.convs:
        conv.register_forward_hook(
            lambda m, i, o: kinds.append((m.weight.dtype, m.weight.numel() * o.shape[-1] * o.shape[-2]))
        )
    half = engine.enhance(Image(pixels), "off")
    full = Engine(model, "cpu", "fp32").enhance(Image(pixels), "off")
    error = np.abs(half.image.pixels.astype(int) - full.image.pixels).mean()
    careless = model.to("cpu", torch.float16)
    tensor = torch.from_numpy(pixels.astype(np.float32) / 65_535).permute(2, 0, 1)[None].half()
    everything = careless.base(tensor).half() + careless.residual(tensor)
    there = (everything.float().clamp(0, 1)[0].permute(1, 2, 0).numpy() * 65_535).round()
    whole_half = np.abs(there - full.image.pixels).mean()
    work = sum(macs for _, macs in kinds)
    assert half.precision == "fp16"
    assert sum(macs for dtype, macs in kinds if dtype == torch.float16) >= 0.95 * work
    assert error < 2
    assert whole_half > 10 * error


def test_auto_takes_float32_beyond_eight_bits():
    engine = Engine(random_model(plain_info()), "cpu")
    assert engine.enhance(Image(noise(20, 20, 3, np.uint16))).precision == "fp32"
    assert engine.enhance(Image(noise(20, 20, 3, np.float32))).precision == "fp32"


def constant_residual(tiling):
    model = random_model(plain_info(depth=8, tiling=tiling))
    for conv in model.net.convs:
        conv.weight.zero_()
        conv.bias.fill_(0.25)
    return model


def test_blending_adds_up_to_one_everywhere():
    pixels = np.zeros((430, 270, 3), np.float32)
    engine = Engine(constant_residual("near"), "cpu", "fp32", tile=130)
    plan = engine.plan(430, 270, 32)
    assert plan.feather > 0
    assert plan.count > 4
    np.testing.assert_allclose(engine.enhance(Image(pixels), "off").image.pixels, 0.25, atol=1e-6)


def test_a_model_that_cannot_be_tiled_runs_whole_or_not_at_all():
    model = constant_residual("never")
    assert Engine(model, "cpu").plan(2000, 3000).count == 1
    with pytest.raises(ModelError, match="tiles"):
        Engine(model, "cpu", tile=64).plan(2000, 3000)


def test_a_small_picture_runs_as_one_tile_and_a_larger_one_in_several():
    engine = Engine(random_model(plain_info()), "cpu", "fp32")
    assert engine.plan(448, 300).count == 1
    assert engine.plan(449, 300).count > 1
    assert Engine(engine.model, "cpu", "fp32", tile=120).plan(448, 300).count > 1


def test_a_plan_for_another_picture_is_refused():
    engine = Engine(repeat_model(), "cpu")
    with pytest.raises(SpecError, match="another picture"):
        engine.enhance(Image(noise(9, 9)), plan=engine.plan(10, 9))


def test_same_plan_same_bytes_and_auto_depends_on_nothing_else():
    model, image = random_model(plain_info(), gain=0.1), Image(noise(90, 120, 3, np.uint8))
    first, second = Engine(model, "cpu", tile=50), Engine(model, "cpu", tile=50)
    a, b = first.enhance(image), second.enhance(image, plan=first.plan(90, 120))
    np.testing.assert_array_equal(a.image.pixels, b.image.pixels)
    assert a.plan == b.plan == first.plan(90, 120)


def test_meta_is_passed_on_unchanged():
    meta = ImageMeta("png", "RGB", icc=b"profile", dpi=(300.0, 300.0))
    assert Engine(repeat_model(), "cpu").enhance(Image(noise(9, 9, 3, np.uint8), meta=meta)).image.meta == meta


def test_models_that_do_not_take_colour_are_refused():
    model = repeat_model()
    with pytest.raises(ModelError, match="colour"):
        Engine(Model(replace_info(model.info, in_channels=1), model.net), "cpu")


def replace_info(info, **changes):
    return info.model_copy(update=changes)


def test_sizes_down_to_one_pixel_work():
    engine = Engine(random_model(plain_info(), gain=0.1), "cpu")
    for height, width in itertools.product((1, 2, 3, 17, 33), repeat=2):
        result = engine.enhance(replace(Image(noise(height, width, 3, np.uint8))), "exact")
        assert result.image.pixels.shape == (height * 2, width * 2, 3)
