"""The engine on real, small, random models: tiling, depth, grey, alpha, faults, cancelling."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
import torch

from enhancer.enhance.engine import Engine
from enhancer.enhance.tiles import plan_tiles, smallest_tile
from enhancer.errors import Cancelled, DeviceError, ModelError, SpecError
from enhancer.events import ControlledSink, Progressed
from enhancer.images.image import Image, ImageMeta
from enhancer.models.info import ModelInfo
from enhancer.models.model import Model
from tests.helpers_models import plain_info, random_model


def repeat_model(scale=2):
    info = ModelInfo(
        name="repeat", network="repeat", arguments={"scale": scale}, scale=scale, base="nearest", degradation="bicubic"
    )
    return random_model(info)


def noise(height, width, channels=3, dtype=np.float32, seed=0):
    values = np.random.default_rng(seed).random((height, width, channels), np.float32)
    if dtype == np.float32:
        return values
    return (values * np.iinfo(dtype).max).astype(dtype)


def whole(model, pixels):
    x = torch.from_numpy(pixels).permute(2, 0, 1)[None]
    with torch.inference_mode():
        return model(x)[0].permute(1, 2, 0).numpy()


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


def overflowing(fine=False):
    """A model whose first layer is beyond what fp16 holds, while its result is ordinary."""
    model = random_model(plain_info(depth=1), gain=0.1)
    for k, factor in ((0, 3e6), (1, 1e-6 if fine else 1.0)):
        model.net.convs[k].weight.mul_(factor)
    return model


def test_half_precision_that_overflows_is_redone_in_float32_and_remembered():
    model, pixels = overflowing(fine=True), noise(60, 90, 3, np.uint8)
    model.net.convs[0].bias.zero_()
    half = Engine(model, "cpu", "fp16", tile=40).enhance(Image(pixels), "off")
    full = Engine(model, "cpu", "fp32", tile=40).enhance(Image(pixels), "off")
    np.testing.assert_array_equal(half.image.pixels, full.image.pixels)
    assert sum("not finite" in note for note in half.notes) == 1
    assert not full.notes


def test_a_model_that_is_broken_in_float32_too_is_refused():
    model = random_model(plain_info())
    model.net.convs[0].bias.fill_(float("nan"))
    with pytest.raises(ModelError, match="not numbers"):
        Engine(model, "cpu").enhance(Image(noise(9, 9, 3, np.uint8)))


def short_of_memory(engine, limit, error):
    """Let the backend fail above `limit` input pixels, as a device with little memory does; returns what ran."""
    backend = engine._backend("fp32")
    run, shapes = backend.residual, []

    def residual(x, exact=False):
        if x.shape[0] * x.shape[2] * x.shape[3] > limit:
            raise error
        shapes.append(tuple(x.shape))
        return run(x, exact)

    backend.residual = residual
    return shapes


@pytest.mark.parametrize(
    "error",
    [torch.OutOfMemoryError("CUDA out of memory."), RuntimeError("DefaultCPUAllocator: can't allocate memory")],
)
def test_out_of_memory_goes_on_with_smaller_tiles_in_the_same_picture(error):
    model, pixels = random_model(plain_info(), gain=0.1), noise(150, 130)
    engine = Engine(model, "cpu", "fp32", tile=80)
    first_row = engine.plan(150, 130).rows[0].keep[1]
    backend, done = engine._backend("fp32"), []
    run = backend.residual

    def residual(x, exact=False):
        if len(done) >= 2 and x.shape[-1] > 45:
            raise error
        done.append(x.shape[-1])
        return run(x, exact)

    backend.residual = residual
    result = engine.enhance(Image(pixels), "off")
    np.testing.assert_allclose(result.image.pixels, whole(model, pixels), atol=1e-5)
    assert first_row > 0
    assert done[0] > 45 > done[-1]
    assert result.replanned.tile[1] <= 45
    assert any("Memory ran out" in note for note in result.notes)


def test_no_memory_at_all_is_one_clear_error():
    engine = Engine(random_model(plain_info()), "cpu", "fp32")
    short_of_memory(engine, 0, torch.OutOfMemoryError("CUDA out of memory."))
    with pytest.raises(DeviceError) as caught:
        engine.enhance(Image(noise(300, 300, 3, np.uint8)))
    assert caught.value.code == "out-of-memory"
    assert caught.value.hint


def test_other_faults_of_the_network_are_not_taken_for_a_lack_of_memory():
    engine = Engine(random_model(plain_info()), "cpu", "fp32")
    short_of_memory(engine, 0, RuntimeError("shape mismatch"))
    with pytest.raises(RuntimeError, match="shape mismatch"):
        engine.enhance(Image(noise(30, 30, 3, np.uint8)))


def test_cancelling_takes_effect_before_the_next_layer():
    model = random_model(plain_info(depth=4))
    engine, sink, layers = Engine(model, "cpu", "fp32", tile=40), ControlledSink(), []

    def count(module, inputs, output):
        layers.append(module)
        if len(layers) == 9:
            sink.cancel()

    for conv in engine._backend("fp32")._model.net.convs:
        conv.register_forward_hook(count)
    with pytest.raises(Cancelled):
        engine.enhance(Image(noise(200, 200, 3, np.uint8)), sink=sink)
    assert len(layers) == 9
    assert all(len(m._forward_pre_hooks) == 0 for m in engine._backend("fp32")._model.net.modules())


class Listening(ControlledSink):
    def __init__(self):
        super().__init__()
        self.seen = []

    def emit(self, event):
        self.seen.append(event)


def test_progress_rises_to_one_and_names_the_time_left():
    sink = Listening()
    Engine(random_model(plain_info()), "cpu", tile=40).enhance(Image(noise(120, 90, 3, np.uint8)), sink=sink)
    fractions = [event.fraction for event in sink.seen if isinstance(event, Progressed)]
    assert len(fractions) > 6
    assert all(a <= b for a, b in itertools.pairwise(fractions))
    assert fractions[-1] == 1.0
    assert any(event.eta and event.eta > 0 for event in sink.seen)


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
