"""The extractors: what goes in, what comes out, and that it means something."""

from __future__ import annotations

import sys
import types

import cv2
import numpy as np
import pytest
import torch
from skimage import data

from enhancer.errors import ModelError, SpecError
from enhancer.features import FEATURES, choose_features, inception, open_classifier, open_features
from enhancer.features.extractor import to_channels, to_square
from enhancer.features.photos import Photos
from enhancer.features.weights import open_weights
from enhancer.files.hashing import sha256_file
from enhancer.models.store import shipped_folder

OURS = ("digits", "photos")


def pictures(count=3, channels=3, height=20, width=27, seed=0):
    return torch.rand(count, channels, height, width, generator=torch.Generator().manual_seed(seed))


def drawn_digits():
    """(10,1,32,32): 0 to 9 in a font, about as thick and as large as in MNIST."""
    drawn = np.zeros((10, 1, 32, 32), np.float32)
    for digit in range(10):
        canvas = np.zeros((128, 128), np.uint8)
        cv2.putText(canvas, str(digit), (30, 96), cv2.FONT_HERSHEY_SIMPLEX, 3.2, 255, 11, cv2.LINE_AA)
        drawn[digit, 0] = cv2.resize(canvas, (32, 32), interpolation=cv2.INTER_AREA) / 255
    return torch.from_numpy(drawn)


@pytest.fixture(params=OURS)
def extractor(request):
    return open_features(request.param)


def test_every_extractor_says_its_name_and_how_it_measures(extractor):
    assert extractor.name in FEATURES
    assert "sha256" in extractor.protocol
    assert "\n" not in extractor.protocol


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("size", [(1, 1), (28, 28), (32, 32), (7, 90), (100, 60)])
def test_pictures_of_any_size_and_kind_become_finite_features(extractor, channels, size):
    found = extractor.features(pictures(2, channels, *size))
    assert found.shape == (2, extractor.dimensions)
    assert found.dtype == torch.float32
    assert torch.isfinite(found).all()


def test_a_picture_has_the_same_features_in_any_company(extractor):
    x = pictures(260, channels=1, height=32, width=32)
    together = extractor.features(x)
    assert torch.allclose(extractor.features(x[255:257]), together[255:257], atol=1e-4)


def test_gradients_reach_the_pictures_and_not_the_weights(extractor):
    x = pictures().requires_grad_()
    extractor.features(x).square().sum().backward()
    assert x.grad is not None
    assert x.grad.abs().sum() > 0


def test_transparent_places_are_white_grey_is_repeated_and_colour_weighed():
    x = pictures(channels=4)
    x[:, 3] = 0
    assert torch.equal(to_channels(x, 3), torch.ones(3, 3, 20, 27))
    x[:, 3] = 1
    assert torch.allclose(to_channels(x, 3), x[:, :3])
    grey = pictures(channels=1)
    assert torch.equal(to_channels(grey, 3)[:, 2:], grey)
    green = torch.zeros(1, 3, 2, 2)
    green[:, 1] = 1
    assert to_channels(green, 1).unique().item() == pytest.approx(0.587)
    with pytest.raises(ValueError, match="1, 3 or 4 channels"):
        to_channels(torch.zeros(1, 2, 4, 4), 3)


def test_mnist_is_padded_to_its_place_and_larger_pictures_are_averaged_down():
    small = pictures(channels=1, height=28, width=28)
    padded = to_square(small, 32)
    assert torch.equal(padded[..., 2:-2, 2:-2], small)
    assert padded[..., :2, :].abs().sum() == 0
    stripes = torch.zeros(1, 1, 128, 128)
    stripes[..., ::2] = 1
    inner = to_square(stripes, 32)[..., 4:-4]
    assert (inner - 0.5).abs().max() < 0.02, "without antialiasing the stripes would turn black or white"


def test_both_digit_networks_read_digits_in_print_that_they_never_saw():
    x = drawn_digits()
    for network in (open_features("digits"), open_classifier()):
        probabilities = network.probabilities(x)
        assert torch.allclose(probabilities.sum(1), torch.ones(10))
        assert (probabilities.argmax(1) == torch.arange(10)).sum() >= 8


def test_the_judge_of_labels_is_another_network_than_the_one_that_measures():
    measures, judges = open_weights("features-digits"), open_weights("classifier-digits")
    assert measures.info.network != judges.info.network
    assert measures.info.recipe["seed"] != judges.info.recipe["seed"]
    for weights in (measures, judges):
        assert weights.info.metrics[0].metric == "accuracy"
        assert weights.info.metrics[0].value >= 0.99


def test_the_distance_of_photos_grows_with_blur_and_is_nothing_for_equals():
    photos = open_features("photos")
    assert isinstance(photos, Photos)
    sharp = data.astronaut()[100:228, 150:278].astype(np.float32) / 255
    blurred = [sharp, *(cv2.GaussianBlur(sharp, (0, 0), sigma) for sigma in (0.7, 1.5, 3, 6))]
    x = torch.from_numpy(np.stack(blurred)).permute(0, 3, 1, 2)
    found = photos.distance(x[:1].expand_as(x), x)
    assert found[0] == 0
    assert (found.diff() > 0).all()
    with pytest.raises(ValueError, match="different sizes"):
        photos.distance(x, x[..., 1:])


def test_the_distance_of_photos_minds_structure_more_than_a_shift_of_brightness():
    photos = open_features("photos")
    assert isinstance(photos, Photos)
    x = torch.from_numpy(data.astronaut()[100:228, 150:278].astype(np.float32) / 255).permute(2, 0, 1)[None] * 0.8
    brighter = x + 0.08
    noisy = x + 0.08 * torch.sign(pictures(1, 3, 128, 128) - 0.5)
    assert photos.distance(x, noisy) > 3 * photos.distance(x, brighter)


def test_auto_takes_digits_for_small_grey_pictures_and_photos_where_inception_is_not(monkeypatch):
    monkeypatch.setattr(inception, "is_available", lambda: False)
    assert choose_features(1, (32, 32)) == "digits"
    assert choose_features(1, (64, 64)) == "photos"
    assert choose_features(3, (32, 32)) == "photos"
    monkeypatch.setattr(inception, "is_available", lambda: True)
    assert choose_features(4, (64, 64)) == "inception"


def test_a_misspelt_extractor_is_answered_with_the_nearest():
    with pytest.raises(SpecError, match="photos"):
        open_features("photo")


def test_a_model_that_enlarges_is_no_extractor_and_a_photo_network_no_classifier():
    with pytest.raises(ModelError, match="no feature network"):
        open_weights("photo-x2")
    with pytest.raises(ModelError, match="does not classify"):
        open_classifier("features-photos")


def test_the_shipped_feature_networks_are_small_and_have_curve_and_recipe_beside():
    folder = shipped_folder()
    names = ("features-digits", "classifier-digits", "features-photos")
    assert sum((folder / f"{name}.safetensors").stat().st_size for name in names) < 3_000_000
    for name in names:
        assert (folder / f"{name}.curve.jsonl").is_file()
        assert (folder / f"{name}.recipe.toml").is_file()


class FakeInception(torch.nn.Module):
    """Stands in for torch-fidelity's class: same arguments, same kind of input and output."""

    def __init__(self, name, features_list, feature_extractor_weights_path=None):
        super().__init__()
        assert feature_extractor_weights_path is not None, "it would download"
        self.seen = []

    def forward(self, x):
        assert x.dtype == torch.uint8
        assert x.shape[1] == 3
        self.seen.append(x)
        return (x.float().mean((2, 3)).repeat(1, 683)[:, :2048],)


@pytest.fixture
def faked(monkeypatch, tmp_path):
    """torch-fidelity that can be imported, and a torch hub with weights of the right name and hash."""
    package = types.ModuleType("torch_fidelity")
    package.__spec__ = types.SimpleNamespace(name="torch_fidelity")
    module = types.ModuleType(inception.MODULE)
    module.FeatureExtractorInceptionV3 = FakeInception
    monkeypatch.setitem(sys.modules, "torch_fidelity", package)
    monkeypatch.setitem(sys.modules, inception.MODULE, module)
    (tmp_path / "checkpoints").mkdir()
    content = tmp_path / "content"
    content.write_bytes(b"weights")
    name = f"weights-{sha256_file(content)[:8]}.pth"
    monkeypatch.setattr(inception, "WEIGHTS", name)
    monkeypatch.setattr(torch.hub, "get_dir", lambda: str(tmp_path))
    content.rename(tmp_path / "checkpoints" / name)
    return tmp_path / "checkpoints" / name


def test_inception_is_used_from_disk_and_sees_rounded_codes(faked):
    assert inception.is_available()
    extractor = open_features("inception")
    x = pictures(channels=4)
    found = extractor.features(x)
    assert found.shape == (3, 2048)
    expected = to_channels(x, 3).mul(255).round()
    assert torch.equal(extractor.net.seen[0].float(), expected)
    assert "not antialiased" in extractor.protocol


def test_inception_without_its_weights_says_where_they_belong(faked):
    faked.unlink()
    assert not inception.is_available()
    with pytest.raises(ModelError, match="not on this machine") as caught:
        open_features("inception")
    assert faked.name in str(caught.value)


def test_inception_with_other_weights_than_their_name_says_is_refused(faked):
    faked.write_bytes(b"tampered")
    with pytest.raises(ModelError, match="not what its name says"):
        open_features("inception")


def test_inception_without_its_package_says_what_to_install(monkeypatch):
    monkeypatch.setattr(inception.importlib.util, "find_spec", lambda name: None)
    assert not inception.is_available()
    with pytest.raises(ModelError, match="torch-fidelity"):
        open_features("inception")
