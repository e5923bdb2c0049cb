"""A picture's bytes depend on its seed and the plan alone; candidates are drawn until one passes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import enhancer
from enhancer.errors import Cancelled, SpecError
from enhancer.events import ControlledSink
from enhancer.generate.plan import SamplePlan, make_plan
from enhancer.generate.produce import Producer, Want, produce
from enhancer.generate.sampler import Sampler
from enhancer.generate.seeds import latent
from enhancer.images.blocks.made import made as origin_in
from tests.helpers_generators import DIGITS, generator_info, random_generator

ROOT = Path(__file__).resolve().parent.parent.parent


def sampler(batch=8, **facts):
    return Sampler(random_generator(generator_info(**facts)), "cpu", SamplePlan(batch), 1)


def wants(one, seeds, label=None):
    return [Want(str(seed), one.plan.slot(seed), label, seed) for seed in seeds]


def codes(one, seeds, **options):
    return [made.codes for made in produce(one, wants(one, seeds), **options)]


@pytest.mark.parametrize("network", ["mlp", "dcgan", "resgan", "r3gan"])
def test_a_picture_is_the_same_whatever_is_made_beside_it(network):
    one = sampler(network=network, size=(16, 16), channels=3)
    many = codes(one, range(40))
    few = codes(one, range(20, 23))
    scattered = codes(one, [21, 5, 29, 13, 37])  # all of these want the same row
    assert all(np.array_equal(a, b) for a, b in zip(few, many[20:23], strict=True))
    assert all(np.array_equal(a, many[seed]) for seed, a in zip([21, 5, 29, 13, 37], scattered, strict=True))
    assert len({picture.tobytes() for picture in many}) == 40


def test_each_seed_stands_in_its_own_row_and_nothing_beside_it(monkeypatch):
    one, seen = sampler(batch=8), []
    net = one.generator.net
    monkeypatch.setattr(net, "forward", lambda z, labels=None: seen.append(z) or type(net).forward(net, z, labels))
    codes(one, [11, 22])
    (z,) = seen
    assert z.shape == (8, 6)
    assert [row for row in range(8) if z[row].any()] == [11 % 8, 22 % 8]
    assert np.array_equal(z[3].numpy(), latent("normal", 6, 11))


@pytest.mark.gpu
def test_a_gpu_makes_the_same_bytes_whatever_is_beside_and_nearly_those_of_a_cpu():
    generator = random_generator(generator_info(network="dcgan", size=(32, 32), channels=3))
    gpu, cpu = (Sampler(generator, device, SamplePlan(8), 1) for device in ("cuda", "cpu"))
    many = codes(gpu, range(24))
    assert all(np.array_equal(a, b) for a, b in zip(codes(gpu, [9, 13]), [many[9], many[13]], strict=True))
    for a, b in zip(many, codes(cpu, range(24)), strict=True):
        assert np.abs(a.astype(int) - b.astype(int)).max() <= 1


def test_what_is_ahead_is_computed_along_in_full_batches(monkeypatch):
    one = sampler(batch=8)
    sizes = []
    run = one.pictures
    monkeypatch.setattr(one, "pictures", lambda slots, *rest: sizes.append(len(slots)) or run(slots, *rest))
    codes(one, range(64))
    assert sizes == [8] * 8
    sizes.clear()
    part = [seed for seed in range(300) if seed * 2654435761 % 2**32 < 2**32 // 3]
    codes(one, part)
    assert sum(sizes) == len(part)
    assert len(sizes) < 1.5 * len(part) / 8  # a third of the seeds does not cost three times the work


def test_items_may_come_in_another_order_than_foretold_or_not_foretold_at_all():
    one = sampler()
    expected = codes(one, range(30))
    ahead = wants(one, range(20))
    producer = Producer(one, iter(ahead))
    for want in [ahead[1], ahead[0], *reversed(ahead[2:]), *wants(one, range(20, 30))]:
        assert np.array_equal(producer.take(want).codes, expected[want.seed])


class Odd:
    """Passes pictures whose first pixel is odd, and remembers nothing."""

    def __call__(self, slots, pictures, labels):
        return ["" if int(picture[0, 0, 0] * 255 + 0.5) % 2 else "even" for picture in pictures]


def test_candidates_are_drawn_until_one_passes_and_the_first_that_does_is_taken():
    one = sampler()
    found = list(produce(one, wants(one, range(30)), Odd(), tries=50))
    assert all(made.codes[0, 0, 0] % 2 for made in found)
    assert any(made.candidate for made in found)
    assert all(made.candidate == made.rejected.get("even", 0) for made in found)
    free = codes(one, range(30))
    assert all(np.array_equal(made.codes, free[n]) for n, made in enumerate(found) if not made.candidate)
    (alone,) = produce(one, wants(one, [17]), Odd(), tries=50)
    assert np.array_equal(alone.codes, found[17].codes)


def test_after_so_many_tries_it_is_said_what_stood_against_all():
    one = sampler()
    (made,) = produce(one, wants(one, [3]), lambda slots, pictures, labels: ["off"] * len(slots), tries=4)
    assert made.codes is None
    assert made.rejected == {"off": 4}


def test_cancelling_stops_before_the_next_batch():
    one, sink = sampler(), ControlledSink()
    sink.cancel()
    (want,) = wants(one, [0])
    with pytest.raises(Cancelled):
        Producer(one, [want]).take(want, sink)


def test_the_plan_is_a_function_of_size_and_kind_of_device():
    assert make_plan(32, 32, "cpu") == SamplePlan(64, "fp32")
    assert make_plan(512, 512, "cpu").batch == 1
    assert make_plan(64, 64, "cuda").batch == 256
    assert SamplePlan.from_json(make_plan(8, 8, "cpu", 5, "bf16").as_json()) == SamplePlan(5, "bf16")
    with pytest.raises(SpecError):
        make_plan(8, 8, "cpu", 10**6)


def test_half_precision_computes_nearly_the_same():
    full = codes(sampler(), range(8))
    half = codes(Sampler(random_generator(), "cpu", SamplePlan(8, "bf16"), 1), range(8))
    assert max(np.abs(a.astype(int) - b.astype(int)).max() for a, b in zip(full, half, strict=True)) in range(1, 12)


def test_one_call_gives_pictures_that_say_how_they_were_made():
    generator = random_generator(generator_info(classes=DIGITS))
    found = enhancer.generate(generator, 3, 41, classes=["7"], threads=1)
    assert [image.pixels.shape for image in found] == [(8, 8, 1)] * 3
    origin = origin_in(found[1].meta.xmp)
    assert (origin["seed"], origin["label"], origin["class_name"]) == (42, 7, "7")
    again = enhancer.generate(generator, 1, 42, classes=["7"], threads=1)[0]
    assert np.array_equal(again.pixels, found[1].pixels)
    assert not np.array_equal(again.pixels, enhancer.generate(generator, 1, 42, classes=["2"], threads=1)[0].pixels)


def test_a_verb_can_be_called_whether_or_not_its_package_was_imported_before():
    code = "import enhancer"
    for verb in ("enhance", "generate"):
        code += f"\nfirst = enhancer.{verb}; second = enhancer.{verb}; assert callable(first); assert callable(second)"
        code += f"\nimport enhancer.{verb}.api; assert callable(enhancer.{verb})"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60).returncode == 0


def test_rgba_becomes_colours_and_alpha():
    (image,) = enhancer.generate(random_generator(generator_info(channels=4)), threads=1)
    assert image.pixels.shape == (8, 8, 3)
    assert image.alpha.shape == (8, 8)


@pytest.mark.parametrize("arguments", [{"count": 0}, {"seed": -1}, {"seed": 2**63}, {"truncation": 0.0}])
def test_what_cannot_be_meant_is_refused(arguments):
    with pytest.raises(SpecError):
        enhancer.generate(random_generator(), **arguments)
