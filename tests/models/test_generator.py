"""A generator in use: its file, its call contract, what it refuses, and what the command line says of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch

from cli.main import main
from enhancer.errors import ModelError
from enhancer.evaluate.check import check
from enhancer.features.networks import FEATURE_NETWORKS
from enhancer.models.file import save_model
from enhancer.models.generator import Generator, build_generator, open_generator
from enhancer.models.info import ModelInfo, Score
from enhancer.models.model import open_model
from enhancer.models.networks.gan import GENERATORS
from enhancer.models.networks.gan.normalise import calibrate
from tests.helpers_models import save_random_model

NAMES = list(GENERATORS)


def card(network: str = "dcgan", classes: tuple[str, ...] = (), **changes: Any) -> ModelInfo:
    values: dict[str, Any] = {
        "name": "little",
        "network": network,
        "arguments": {"width": 8},
        "purpose": "generate",
        "in_channels": 1,
        "out_channels": 1,
        "tiling": "never",
        "precisions": ("fp32", "bf16"),
        "latent": 6,
        "classes": classes,
        "height": 16,
        "width": 24,
        "metrics": (Score(metric="fid", data="held-out drawings", value=3.25, baseline=90.5),),
    }
    return ModelInfo(**{**values, **changes})


def made(info: ModelInfo) -> Generator:
    """Random weights, calibrated."""
    torch.manual_seed(0)
    net = build_generator(info)
    labels = torch.arange(32) % net.classes if net.classes else None
    calibrate(net, [(torch.randn(32, net.latent), labels)])
    return Generator(info, net.eval().requires_grad_(False))


@pytest.fixture
def store(tmp_path, monkeypatch) -> Path:
    """A user's store with `little` (three classes), `free` (none, tiles), `seer` (features) and `tiny-x2`."""
    monkeypatch.setenv("ENHANCER_MODELS", str(tmp_path))
    made(card("r3gan", ("cat", "dog", "owl"))).save(tmp_path / "little.safetensors")
    arguments = {"width": 8, "wrap": True}
    free = card("dcgan", name="free", arguments=arguments, out_channels=4, wraps=True, verdict="worse")
    made(free).save(tmp_path / "free.safetensors")
    torch.manual_seed(0)
    seer = ModelInfo(name="seer", network="lenet", purpose="features", in_channels=1)
    save_model(tmp_path / "seer.safetensors", seer, FEATURE_NETWORKS.get("lenet")().state_dict())
    save_random_model(tmp_path)
    return tmp_path


@pytest.mark.parametrize("network", NAMES)
@pytest.mark.parametrize("classes", [(), ("cat", "dog")])
def test_every_generator_goes_through_a_model_file_and_makes_the_same_pictures(network, classes, tmp_path):
    model = made(card(network, classes))
    sha256 = model.save(tmp_path / "little.safetensors")
    again = open_generator(tmp_path / "little.safetensors")
    assert again.info == model.info
    assert again.sha256 == sha256
    z, labels = torch.randn(3, 6), torch.tensor([0, 1, 1]) if classes else None
    x = again(z, labels)
    assert torch.allclose(x, model(z, labels), atol=1e-6)
    assert x.shape == (3, 1, 16, 24)
    assert x.dtype == torch.float32
    assert 0 <= float(x.min()) < float(x.max()) <= 1
    assert not again.net.training
    half = again.to("cpu", torch.bfloat16)(z, labels)
    assert half.dtype == torch.float32
    assert float((half - x).abs().mean()) < 0.02


def test_a_picture_can_be_followed_back_to_its_latent():
    z = torch.randn(1, 6, requires_grad=True)
    made(card())(z).sum().backward()
    assert z.grad is not None
    assert float(z.grad.abs().sum()) > 0


@pytest.mark.parametrize(
    ("classes", "labels", "message"),
    [
        ((), torch.tensor([0, 0]), "knows no classes"),
        (("cat", "dog"), None, "needs the class"),
        (("cat", "dog"), torch.tensor([0, 2]), "classes 0 to 1"),
        (("cat", "dog"), torch.tensor([-1, 0]), "classes 0 to 1"),
        (("cat", "dog"), torch.tensor([0]), "one whole number for each"),
        (("cat", "dog"), torch.tensor([0.0, 1.0]), "one whole number for each"),
    ],
)
def test_wrong_labels_are_refused_with_the_reason(classes, labels, message):
    with pytest.raises(ModelError, match=message):
        made(card(classes=classes))(torch.randn(2, 6), labels)


def test_wrong_latents_and_unknown_conditions_are_refused():
    model = made(card())
    for z in (torch.randn(2, 7), torch.randn(6)):
        with pytest.raises(ModelError, match="width 6"):
            model(z)
    with pytest.raises(ModelError, match="no conditions: mood"):
        model(torch.randn(1, 6), conditions={"mood": 1.0})


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"arguments": {"width": 8, "latent": 5}}, "latent 6, its network 5"),
        ({"arguments": {"width": 8, "size": [32, 24]}}, "height 16, its network 32"),
        ({"arguments": {"width": 8, "size": [16, 16]}}, "width 24, its network 16"),
        ({"arguments": {"width": 8, "channels": 3}}, "out_channels 1, its network 3"),
        ({"arguments": {"width": 8, "classes": 2}}, "names 0 classes, its network has 2"),
        ({"arguments": {"breadth": 8}}, "breadth"),
        ({"height": 17}, "16x24 and 20x24"),
        ({"network": "dcgam"}, "did you mean"),
    ],
)
def test_a_card_that_does_not_fit_its_network_is_refused(changes, message):
    with pytest.raises(ModelError, match=f"(?i){message}"):
        build_generator(card(**changes))


def test_weights_that_do_not_fit_the_card_are_refused_by_name(tmp_path):
    model = made(card())
    state = {name: value for name, value in model.net.state_dict().items() if name != "stem.bias"}
    save_model(tmp_path / "cut.safetensors", model.info, state)
    with pytest.raises(ModelError, match=r"stem\.bias"):
        open_generator(tmp_path / "cut.safetensors")


def test_a_card_of_before_there_were_generators_still_opens():
    old = {"kind": "model", "version": 1, "name": "old", "network": "plain", "scale": 2}
    info = ModelInfo.from_mapping(old)
    assert (info.latent, info.classes, info.height, info.width, info.wraps) == (0, (), 0, 0, False)


def test_each_kind_of_model_is_opened_only_as_what_it_is(store):
    with pytest.raises(ModelError, match="tiny-x2 does not generate pictures: it enlarges"):
        open_generator("tiny-x2")
    with pytest.raises(ModelError, match="seer does not generate pictures: it describes"):
        open_generator("seer")
    with pytest.raises(ModelError, match="little changes no pictures: it generates"):
        open_model("little")
    with pytest.raises(ModelError, match="seer changes no pictures: it describes"):
        open_model("seer")
    assert open_generator("little").info.classes == ("cat", "dog", "owl")


def test_the_list_says_what_each_model_makes(store, capsys):
    assert main(["models", "list"]) == 0
    rows = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert "24x16 grey, 3 classes" in rows["little"]
    assert "fid 3.25" in rows["little"]
    assert "24x16 RGBA" in rows["free"]
    assert "WORSE than its start or noise" in rows["free"]
    assert "features" in rows["seer"]
    assert "x2" in rows["tiny-x2"]


def test_the_card_of_a_generator_says_what_it_starts_from_and_nothing_of_tiles(store, capsys):
    assert main(["models", "show", "little"]) == 0
    text = capsys.readouterr().out
    assert "generate, 24x16 grey, 3 classes" in text
    assert "cat, dog, owl" in text
    assert "6 numbers, normal" in text
    assert "fid 3.250 (noise 90.500) on held-out drawings" in text
    assert "Tiles" not in text
    assert "Adds to" not in text
    assert main(["models", "show", "free", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["card"]["wraps"] is True


@pytest.mark.parametrize("name", ["little", "free", "seer"])
def test_a_sound_model_of_each_kind_passes_its_check(name, store, capsys):
    assert main(["models", "check", name]) == 0, capsys.readouterr().out
    assert f"{name} computes what its card says" in capsys.readouterr().out


def test_the_check_puts_the_questions_of_a_generator(store):
    found = {one.what for one in check("little", "cpu").checks}
    assert {"shape", "finite", "same latent", "classes", "variety", "bf16", "speed", "weights"} <= found
    assert "wraps" in {one.what for one in check("free", "cpu").checks}


def test_the_check_finds_a_generator_that_makes_one_picture_only(store):
    model = made(card("r3gan"))
    model.net.stem.weights.weight.zero_()
    model.save(store / "dull.safetensors")
    failed = [one.what for one in check("dull", "cpu").checks if not one.ok]
    assert failed == ["variety"]
    assert main(["models", "check", "dull"]) == 1


def test_the_check_finds_a_seam_where_the_card_claims_none(store):
    torch.manual_seed(0)
    model = made(card("mlp", wraps=True))
    ramp = torch.linspace(-1, 1, 24).repeat(16)
    model.net.last.bias.copy_(ramp)
    model.net.last.weight.mul_(0.05)
    model.save(store / "ramp.safetensors")
    assert [one.what for one in check("ramp", "cpu").checks if not one.ok] == ["wraps"]
