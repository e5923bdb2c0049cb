"""The same pictures on a GPU as on the CPU. Runs only where one is found."""

import numpy as np
import pytest
import torch

from enhancer.enhance.engine import Engine
from enhancer.images.image import Image
from tests.helpers_models import plain_info, random_model

pytestmark = pytest.mark.gpu


def picture(dtype=np.uint8):
    values = np.random.default_rng(7).random((301, 443, 3), np.float32)
    return Image(values if dtype == np.float32 else (values * np.iinfo(dtype).max).astype(dtype))


@pytest.mark.parametrize("fidelity", ["off", "low", "exact"])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_float32_on_a_gpu_gives_the_codes_of_the_cpu(fidelity, dtype):
    model = random_model(plain_info(), gain=0.05)
    results = [Engine(model, device, "fp32", tile=128).enhance(picture(dtype), fidelity) for device in ("cpu", "cuda")]
    a, b = (result.image.pixels.astype(int) for result in results)
    allowed = 1 if dtype == np.uint8 else 20
    assert np.abs(a - b).max() <= allowed
    assert abs(results[0].checks.psnr - results[1].checks.psnr) < 0.1


def test_half_precision_is_chosen_for_eight_bits_and_stays_within_a_code():
    model = random_model(plain_info(), gain=0.05)
    half, full = (Engine(model, "cuda", precision).enhance(picture(), "off") for precision in ("auto", "fp32"))
    assert half.precision == "fp16"
    assert np.abs(half.image.pixels.astype(int) - full.image.pixels).max() <= 1


def test_a_real_lack_of_memory_is_survived():
    model = random_model(plain_info(channels=64, depth=4), gain=0.05)
    engine, image = Engine(model, "cuda", "fp32", tile=1024), picture()
    image = Image(np.tile(image.pixels, (4, 3, 1)))
    whole = engine.enhance(image, "off").image.pixels
    free, _ = torch.cuda.mem_get_info()
    torch.cuda.empty_cache()
    held = torch.empty(max(free - 700_000_000, 0), dtype=torch.uint8, device="cuda")
    result = engine.enhance(image, "off")
    del held
    assert result.replanned is not None
    assert np.abs(result.image.pixels.astype(int) - whole).max() <= 1
