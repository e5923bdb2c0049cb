"""The doctor sees what is there, and calls a device that computes wrongly by its name."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch

from enhancer.models.file import save_model
from enhancer.models.info import ModelInfo
from enhancer.models.networks.repeat import Repeat
from enhancer.models.store import Store
from enhancer.runtime import doctor, selfcheck
from enhancer.runtime.device import Device


@pytest.fixture
def store(tmp_path, monkeypatch):
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (tmp_path / "user").mkdir()
    info = ModelInfo(name="repeat-x2", network="repeat", arguments={"scale": 2}, scale=2, base="nearest")
    save_model(shipped / "repeat-x2.safetensors", info, dict(Repeat(2).state_dict()))
    monkeypatch.setattr(Store, "default", lambda: Store(shipped, tmp_path / "user"))
    return tmp_path


def test_a_sound_machine_is_healthy_and_says_what_it_is(store):
    found = doctor.examine()
    assert found.healthy
    assert [answer.precision for answer in found.devices[-1].answers] == ["fp32", "fp16", "bf16"]
    assert found.models == ("repeat-x2",)
    assert found.versions["torch"] == torch.__version__
    assert found.memory is None or found.memory > 10**8
    assert found.lines()[-1] == "All is well."
    json.dumps(found.as_json(), allow_nan=False)


def test_the_known_answer_is_that_of_the_definition():
    picture, first, second, wanted = selfcheck.problem()
    assert wanted.shape == (3, 48, 48)
    assert np.abs(wanted).max() < 2**20  # exact in float32
    hidden = np.maximum(selfcheck._convolve(picture, first), 0)
    assert hidden.max() <= 256  # exact in bfloat16
    # One output pixel by hand: channel 1, row 7, column 10 comes from channel 4 + 2*1 + 0 at (3, 5).
    window = hidden[:, 2:5, 4:7]
    assert wanted[1, 7, 10] == (window * second[6]).sum()


def test_a_device_that_computes_wrongly_is_a_grave_problem(store, monkeypatch):
    right = torch.nn.functional.conv2d
    monkeypatch.setattr(selfcheck.F, "conv2d", lambda *a, **k: right(*a, **k) + 1)
    found = doctor.examine()
    assert not found.healthy
    assert any("cpu computes wrongly in fp32" in problem.what for problem in found.problems)
    assert found.lines()[-1] != "All is well."


def test_a_precision_that_fails_is_told_with_its_remedy_but_is_not_grave(store, monkeypatch):
    right = torch.nn.functional.conv2d

    def conv2d(x, *rest, **settings):
        if x.dtype == torch.float16:
            raise RuntimeError("not implemented for 'Half'")
        return right(x, *rest, **settings)

    monkeypatch.setattr(selfcheck.F, "conv2d", conv2d)
    found = doctor.examine()
    assert found.healthy
    assert next(p.remedy for p in found.problems if "fp16" in p.what).startswith("Use --precision fp32")


def test_a_damaged_model_and_a_missing_shipment_are_found(store):
    (store / "user" / "broken.safetensors").write_bytes(b"\x80\x02}")
    assert any("broken" in problem.what for problem in doctor.examine().problems)
    (store / "shipped" / "repeat-x2.safetensors").unlink()
    found = doctor.examine()
    assert not found.healthy
    assert any("Install it again." in problem.remedy for problem in found.problems)


@pytest.mark.gpu
def test_every_gpu_answers_rightly():
    for index in range(torch.cuda.device_count()):
        assert all(answer.right for answer in selfcheck.answers(Device("cuda", index)))
