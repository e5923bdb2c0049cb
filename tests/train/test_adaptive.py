"""How often augmentation comes: it follows the discriminator, up to a clamp, and comes back from its state."""

from __future__ import annotations

import math

from enhancer.train.augmentation.adaptive import Adaptive
from enhancer.train.configs.gan import AugmentConfig
from enhancer.train.preset import load_preset


def test_the_probability_follows_the_discriminator_and_stops_at_the_clamp():
    strength = Adaptive.of(AugmentConfig(kind="adaptive", start=0.0, target=0.6, speed=1000, clamp=0.5))
    strength.update(0.9, 100)
    assert math.isclose(strength.probability, 0.1)
    strength.update(0.2, 50)
    assert math.isclose(strength.probability, 0.05)
    strength.update(float("nan"), 500)
    strength.update(0.6, 500)
    assert math.isclose(strength.probability, 0.05)
    for _ in range(10):
        strength.update(1.0, 100)
    assert strength.probability == 0.5
    for _ in range(10):
        strength.update(-1.0, 100)
    assert strength.probability == 0.0


def test_a_fixed_probability_stays_and_none_is_zero():
    fixed = Adaptive.of(AugmentConfig(kind="fixed", probability=1.0))
    fixed.update(1.0, 1_000_000)
    assert fixed.probability == 1.0
    assert Adaptive.of(AugmentConfig(kind="none")).probability == 0.0


def test_what_adapts_starts_at_zero_unless_told_where():
    assert Adaptive.of(load_preset("dcgan", ["augment.kind=adaptive"]).augment).probability == 0.0
    told = load_preset("dcgan", ["augment.kind=adaptive", "augment.start=0.3"])
    assert Adaptive.of(told.augment).probability == 0.3
    assert Adaptive.of(load_preset("dcgan", ["augment.kind=fixed"]).augment).probability == 1.0


def test_the_strength_comes_back_from_its_state():
    strength = Adaptive(0.2, speed=1000)
    strength.update(0.9, 123)
    strength.disabled.add("hue")
    other = Adaptive(0.0, speed=1000)
    other.load_state_dict(strength.state_dict())
    assert (other.probability, other.disabled) == (strength.probability, {"hue"})
