"""The engine when something goes wrong: overflow, broken weights, too little memory, orders to stop."""

import itertools

import numpy as np
import pytest
import torch

from enhancer.enhance import strips
from enhancer.enhance.engine import Engine
from enhancer.errors import Cancelled, DeviceError, ModelError
from enhancer.events import ControlledSink, Progressed
from enhancer.images.image import Image
from tests.helpers_models import noise, plain_info, random_model, whole


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


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16, torch.float16])
def test_one_value_that_is_not_finite_is_seen_among_many_large_ones(dtype):
    values = torch.full((1, 3, 200, 200), 3.0, dtype=dtype)
    assert strips._all_finite(values)
    for wrong in (torch.inf, -torch.inf, torch.nan):
        values[0, 1, 7, 9] = wrong
        assert not strips._all_finite(values)
