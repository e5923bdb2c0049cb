"""What a run on a folder of labelled pictures is told at its start."""

from __future__ import annotations

import pytest

from enhancer.events import Warned
from enhancer.train.advice import FEW_PICTURES, advice
from tests.helpers_gan import draw_classes, recipe_of, small_gan
from tests.helpers_training import Listener


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return draw_classes(tmp_path_factory.mktemp("pictures"))


def codes(config, pictures):
    return [event.code for event in advice(config, pictures, classes=3)]


@pytest.mark.parametrize(("conditioning", "told"), [("none", True), ("projection", False), ("per-class", False)])
def test_a_run_that_will_not_know_the_classes_of_its_folder_says_so(data, conditioning, told):
    config = small_gan(data, "dcgan-r3", f"conditioning='{conditioning}'")
    assert ("classes-unused" in codes(config, FEW_PICTURES)) == told


@pytest.mark.parametrize("kind", ["none", "fixed", "adaptive"])
def test_few_pictures_that_nothing_varies_are_called_few(data, kind):
    preset = "dcgan" if kind == "adaptive" else "dcgan-r3"
    config = small_gan(data, preset, "conditioning='projection'", f"augment.kind='{kind}'")
    assert codes(config, FEW_PICTURES - 1) == (["few-pictures"] if kind == "none" else [])
    assert codes(config, FEW_PICTURES) == []


def test_the_advice_is_heard_when_a_run_or_its_plan_loads_the_pictures(data):
    sink = Listener()
    recipe_of(small_gan(data, "dcgan-r3")).prepare(sink)
    told = [event.message for event in sink.of(Warned)]
    assert told[0].startswith("This run will not know the 3 classes")
    assert told[1].startswith("The 30 pictures are few")
