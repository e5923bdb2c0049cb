"""The worked example of CONTRIBUTING.md is a network that works, with the line that the text gives it."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import pytest
import torch

from enhancer.models import networks
from enhancer.registry import Registry
from enhancer.train.preset import load_preset

TEXT = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")


def block(after: str) -> str:
    """The first Python block after a piece of text."""
    return TEXT.split(after, 1)[1].split("```python\n", 1)[1].split("```", 1)[0]


@pytest.fixture
def small(monkeypatch):
    name = f"{networks.__name__}.small"
    module = types.ModuleType(name)
    module.__package__ = networks.__name__
    monkeypatch.setitem(sys.modules, name, module)
    exec(compile(block("1. Write"), "small.py", "exec"), module.__dict__)
    ((registered, target),) = [eval(block("2. Add").strip().rstrip(","))]
    return Registry("network", networks.__name__, [(registered, target)]).get("small")


@pytest.mark.parametrize("size", [(1, 1), (5, 3), (17, 30)])
def test_it_gives_a_residual_at_any_size(small, size):
    height, width = size
    assert small(scale=3)(torch.rand(2, 3, height, width)).shape == (2, 3, 3 * height, 3 * width)


def test_it_sees_exactly_as_far_as_it_says(small):
    net = small().eval()
    x = torch.rand(1, 3, 15, 15, requires_grad=True)
    net(x)[0, :, 14:16, 14:16].sum().backward()
    seen = torch.nonzero(x.grad[0].abs().sum(0))
    reach = int((seen - 7).abs().max())
    assert reach == net.radius


def test_the_command_that_trains_it_makes_a_sound_configuration():
    command = next(line for line in TEXT.splitlines() if line.startswith("enhancer train"))
    overrides = [part.split(" --")[0].strip("'") for part in command.split("--set ")[1:]]
    config = load_preset("quick-x2", overrides)
    assert (config.name, config.network.name, config.network.arguments) == ("small", "small", {})
