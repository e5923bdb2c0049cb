"""The settings of the enhance page: the same fields and defaults as the job's, and steps back and forth."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from enhancer.jobs.enhance import EnhanceJob
from gui.widgets.enhance.values import EnhanceSettings, Steps

NOT_OF_ONE_PICTURE = {
    "kind",
    "version",
    "inputs",
    "output",
    "if_exists",
    "recursive",
    "include",
    "exclude",
    "name",
    "shard",
}


def test_every_field_that_concerns_one_picture_is_a_setting():
    assert {field.name for field in fields(EnhanceSettings)} == set(EnhanceJob.model_fields) - NOT_OF_ONE_PICTURE


def test_the_defaults_are_the_jobs_own():
    made = EnhanceJob.from_mapping(EnhanceSettings().job("a.png"))
    assert made == EnhanceJob(inputs=("a.png",))


def test_a_job_becomes_settings_and_the_same_job_again():
    settings = EnhanceSettings(model="photo-x4", size="x3", tile=128, quality=80, format="jpeg", strip=True)
    values = EnhanceJob.from_mapping(settings.job("a.png", "b.jpg", "overwrite")).to_mapping()
    assert EnhanceSettings.of(values) == settings


def test_values_of_another_type_and_unknown_ones_are_passed_over():
    assert EnhanceSettings.of({"tile": "large", "model": 3, "quality": 90, "colour": "red"}) == replace(
        EnhanceSettings(), quality=90
    )


@pytest.mark.parametrize("size", ["x2.5", "3840w", "fit=1920x1080", ""])
def test_sizes_that_can_be_are_not_wrong(size):
    assert EnhanceSettings(size=size).wrong(400, 300) == {}


@pytest.mark.parametrize("size", ["large", "x0", "3000000w", "100x100"])
def test_a_size_that_cannot_be_says_so_at_its_field(size):
    assert set(EnhanceSettings(size=size).wrong(400, 300)) == {"size"}


def test_the_size_of_the_result_is_known_before_any_work():
    assert EnhanceSettings().result_size(400, 300, 2) == (800, 600)
    assert EnhanceSettings(size="fit=1000x1000").result_size(400, 300, 2) == (1000, 750)


def test_steps_go_back_and_forth_and_typing_is_one_step():
    steps = Steps(EnhanceSettings())
    for k, text in enumerate(("3", "38", "384", "3840w")):
        steps.push(EnhanceSettings(size=text), now=10 + k * 0.2)
    steps.push(EnhanceSettings(size="3840w", strip=True), now=10.9)
    assert steps.undo() == EnhanceSettings(size="3840w")
    assert steps.undo() == EnhanceSettings()
    assert not steps.can_undo
    assert steps.redo() == EnhanceSettings(size="3840w")
    steps.push(EnhanceSettings(size="x4"), now=20)
    assert not steps.can_redo
