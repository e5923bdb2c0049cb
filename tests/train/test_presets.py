"""Every shipped preset is a sound configuration whose networks can be built; the folder is walked."""

from __future__ import annotations

import pytest
import torch

from enhancer.errors import SpecError
from enhancer.models.networks import NETWORKS
from enhancer.train.adversarial.networks import build_discriminator, build_generator
from enhancer.train.config import TrainConfig
from enhancer.train.configs import config_from
from enhancer.train.configs.gan import GanConfig
from enhancer.train.configs.superres import SuperResConfig
from enhancer.train.preset import GOALS, load_preset, presets

GANS = [name for name in presets() if isinstance(load_preset(name), GanConfig)]


def test_the_presets_that_the_program_promises_are_there():
    assert {"mlp", "dcgan", "resgan", "wgan", "wgan-gp", "lsgan", "sngan", "r3gan"} <= set(GANS)
    assert {"photo-x2", "photo-x4", "quick-x2"} == set(presets()) - set(GANS)


@pytest.mark.parametrize("goal", GOALS)
def test_whoever_only_knows_the_goal_gets_a_preset_for_it(goal):
    assert load_preset(goal) == load_preset(GOALS[goal])
    assert isinstance(load_preset(goal), GanConfig) == (goal == "generate")


@pytest.mark.parametrize("name", presets())
def test_a_preset_survives_its_file_names_no_place_and_says_what_it_is(name):
    config = load_preset(name)
    assert isinstance(config, TrainConfig)
    assert config_from(config.to_mapping()) == config
    assert config == config.anonymous()
    assert not any(config.folders)
    assert config.summary
    assert config.name == name


@pytest.mark.parametrize("size", [(32, 3), (64, 4)], ids=["32x32 RGB", "64x64 RGBA"])
@pytest.mark.parametrize("conditioning", ["none", "projection"])
@pytest.mark.parametrize("name", GANS)
def test_the_networks_of_a_generating_preset_can_be_built_and_judge_what_is_made(name, conditioning, size):
    side, channels = size
    shape = [f"data.size=[{side}, {side}]", f"data.channels={channels}", f"conditioning={conditioning}"]
    config = load_preset(name, shape)
    classes = 0 if conditioning == "none" else 3
    device = torch.device("cpu")
    generator = build_generator(config, classes, device)
    discriminator = build_discriminator(config, classes, device)
    labels = torch.tensor([0, 2]) if classes else None
    with torch.no_grad():
        made = generator(torch.zeros(2, config.latent.size), labels)
        assert made.shape == (2, channels, side, side)
        assert discriminator(made, labels).shape == (2,)


@pytest.mark.parametrize("name", [name for name in presets() if name not in GANS])
def test_the_network_of_an_enlarging_preset_can_be_built(name):
    config = load_preset(name)
    assert isinstance(config, SuperResConfig)
    net = NETWORKS.get(config.network.name)(**config.network.arguments)
    assert net(torch.zeros(1, 3, 8, 9)).shape[-1] % 9 == 0


def test_an_unknown_preset_is_told_with_the_nearest():
    with pytest.raises(SpecError, match="'dcgam'") as caught:
        load_preset("dcgam")
    assert "dcgan" in caught.value.hint
