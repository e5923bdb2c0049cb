"""How the feature networks are trained: repeatable, from the user's own files, against a teacher that stays outside."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch

from enhancer.errors import ModelError, SpecError
from enhancer.events import NullSink
from enhancer.features.weights import open_weights
from enhancer.spec import parse_toml
from enhancer.train.config import NetworkConfig, OptimizerConfig, ScheduleConfig
from enhancer.train.feature_training import perceptual
from enhancer.train.feature_training import teacher as teacher_module
from enhancer.train.feature_training.__main__ import main
from enhancer.train.feature_training.classifier import shifted, train_classifier
from enhancer.train.feature_training.config import ClassifierConfig, PerceptualConfig
from enhancer.train.feature_training.distortions import DISTORTIONS, distort
from enhancer.train.feature_training.pairs import CROPS, make_pairs, trained_strength
from enhancer.train.feature_training.perceptual import train_perceptual
from enhancer.train.feature_training.recipes import SHIPPED, shipped
from enhancer.train.feature_training.teacher import FIRES, Teacher, read_teacher, unit
from tests.helpers_sources import write_mnist

SMALL_LENET = NetworkConfig(name="lenet", arguments={"widths": [4, 6, 16], "dimensions": 8, "classes": 10})
QUICK = OptimizerConfig(name="adamw", lr=5e-3, clip=1.0)
SHORT = ScheduleConfig(warmup=0)


class Squares:
    """32x32 black pictures with a white square whose place is their class, one of ten."""

    def __init__(self, count, seed):
        self.labels = np.random.default_rng(seed).integers(0, 10, count)
        self.pixels = torch.zeros(count, 1, 32, 32, dtype=torch.uint8)
        for number, label in enumerate(self.labels):
            top, left = 4 + 14 * (label // 5), 2 + 6 * (label % 5)
            self.pixels[number, :, top : top + 8, left : left + 5] = 255

    def __len__(self):
        return len(self.labels)

    def batch(self, indices):
        return self.pixels[torch.from_numpy(np.asarray(indices))]


def classifier_config(**changes):
    values = {"name": "squares", "network": SMALL_LENET, "budget": 3_000, "batch": 20, "tick": 1_500, "shift": 1}
    values |= {"optimizer": QUICK}
    return ClassifierConfig(**{**values, "schedule": SHORT, **changes})


def test_a_classifier_learns_its_classes_and_its_card_says_how_well():
    trained = train_classifier(classifier_config(), Squares(500, 0), Squares(200, 1), NullSink())
    assert trained.info.purpose == "features"
    assert trained.info.metrics[0].value > 0.9
    assert [row["images"] for row in trained.curve] == [1_500, 3_000]
    assert trained.curve[-1]["accuracy"] == trained.info.metrics[0].value


def test_equal_settings_give_equal_weights_and_another_seed_others():
    def weights(seed):
        config = classifier_config(seed=seed, budget=150, tick=150)
        return train_classifier(config, Squares(120, 0), Squares(10, 1), NullSink()).state["hidden.weight"]

    assert torch.equal(weights(1), weights(1))
    assert not torch.equal(weights(1), weights(2))


def test_pictures_are_moved_and_black_comes_in():
    x = torch.rand(3, 2, 9, 7)
    moved = shifted(x, torch.tensor([[0, 0], [2, -1], [-3, 2]]))
    assert torch.equal(moved[0], x[0])
    expected = torch.zeros(2, 9, 7)
    expected[:, 2:, :-1] = x[1, :, :-2, 1:]
    assert torch.equal(moved[1], expected)
    expected = torch.zeros(2, 9, 7)
    expected[:, :-3, 2:] = x[2, :, 3:, :-2]
    assert torch.equal(moved[2], expected)


def test_the_command_trains_from_files_on_disk_and_writes_model_curve_and_recipe(tmp_path, capsys):
    write_mnist(tmp_path / "data", train=60, test=20)
    config = classifier_config(budget=100, tick=60)
    (tmp_path / "mine.toml").write_text(config.to_toml(), encoding="utf-8")
    arguments = [str(tmp_path / "mine.toml"), "--data", str(tmp_path / "data"), "-o", str(tmp_path / "out")]
    assert main([*arguments, "--threads", "1"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [event["images"] for event in events if event["kind"] == "metric"] == [60, 100]
    weights = open_weights(str(tmp_path / "out" / "squares.safetensors"))
    assert weights.net.classes == 10
    recipe = parse_toml((tmp_path / "out" / "squares.recipe.toml").read_text(encoding="utf-8"), "recipe")["stages"][0]
    assert recipe.pop("images_before") == 0
    assert ClassifierConfig.from_mapping(recipe) == config
    assert len((tmp_path / "out" / "squares.curve.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_the_command_says_what_is_wrong(tmp_path, capsys):
    assert main(["features-digit", "--data", str(tmp_path), "-o", str(tmp_path)]) == 2
    assert "features-digits" in capsys.readouterr().err
    assert main(["features-photos", "--data", str(tmp_path), "-o", str(tmp_path)]) == 2
    assert "--teacher" in capsys.readouterr().err


@pytest.mark.parametrize("name", SHIPPED)
def test_each_shipped_network_was_trained_with_the_settings_that_the_program_knows(name):
    card = open_weights(name).info
    assert shipped(name).to_mapping() == card.recipe
    with pytest.raises(SpecError, match=name):
        shipped(name + "x")


def scene(side=96):
    rng = np.random.default_rng(0)
    coarse = rng.random((side // 8, side // 8, 3))
    fine = rng.random((side, side, 3))
    return (0.7 * np.kron(coarse, np.ones((8, 8, 1))) + 0.3 * fine).astype(np.float32)


@pytest.mark.parametrize("kind", DISTORTIONS)
def test_a_distortion_grows_with_its_strength_and_stays_a_picture(kind):
    picture = scene()
    errors = []
    for strength in (0, 0.5, 1):
        spoilt = distort(picture, kind, strength, np.random.default_rng(1))
        assert spoilt.shape == picture.shape
        assert spoilt.dtype == np.float32
        assert spoilt.min() >= 0
        assert spoilt.max() <= 1
        assert np.array_equal(spoilt, distort(picture, kind, strength, np.random.default_rng(1)))
        errors.append(float(np.mean((spoilt - picture) ** 2)))
    assert 0 < errors[0] < errors[1] < errors[2]


def test_nothing_is_trained_near_the_strengths_that_judge():
    held, margin = (0.2, 0.5, 0.8), 0.05
    strengths = np.array([trained_strength(value, held, margin) for value in np.linspace(0, 0.9999, 2_000)])
    assert (np.diff(strengths) > 0).all()
    assert strengths[0] == 0
    assert strengths[-1] > 0.99
    assert np.abs(strengths[:, None] - np.array(held)).min() >= margin - 1e-9


def perceptual_config(**changes):
    values = {"name": "small", "network": NetworkConfig(name="ladder", arguments={"widths": [4, 6, 8, 12]})}
    values |= {"budget": 16, "batch": 4, "tick": 8, "side": 32, "variants": 2, "schedule": SHORT, "optimizer": QUICK}
    return PerceptualConfig(**{**values, **changes})


def photos(count=3, side=96):
    rng = np.random.default_rng(5)
    return [(255 * np.clip(scene(side) * rng.uniform(0.5, 1, 3), 0, 1)).astype(np.uint8) for _ in range(count)]


def random_teacher():
    torch.manual_seed(0)
    teacher = Teacher()
    teacher.heads = [torch.rand(len(head)) for head in teacher.heads]
    return teacher.eval().requires_grad_(False)


def test_a_batch_of_pairs_is_a_function_of_its_number():
    config, pictures = perceptual_config(), photos()
    whole = make_pairs(pictures, config, CROPS, 0, 6)
    part = make_pairs(pictures, config, CROPS, 2, 3)
    assert torch.equal(whole.first[2:5], part.first)
    assert torch.equal(whole.second[4:10], part.second)
    assert whole.second.shape == (12, 3, 32, 32)


def test_a_student_learns_to_predict_its_teacher(monkeypatch):
    monkeypatch.setattr(perceptual, "JUDGE_PAIRS", 4)
    config = perceptual_config(budget=48, batch=4, tick=12)
    trained = train_perceptual(config, photos(), photos(2, 64), random_teacher(), NullSink())
    imitation = [row["imitation"] for row in trained.curve]
    assert imitation[-1] < 0.95 * imitation[0]
    assert trained.info.metrics[0].value == pytest.approx(trained.curve[-1]["rank"], abs=1e-4)
    assert all(name.startswith(("rungs.", "heads.")) for name in trained.state), "nothing of the teacher is kept"


def test_the_teacher_measures_as_the_paper_says():
    teacher, x, y = random_teacher(), torch.rand(2, 3, 64, 64), torch.rand(2, 3, 64, 64)
    assert torch.equal(teacher.distance(x, x), torch.zeros(2))
    expected = torch.zeros(2)
    for a, b, head in zip(teacher.layers(x), teacher.layers(y), teacher.heads, strict=True):
        expected += ((unit(a) - unit(b)).square() * head[:, None, None]).sum(1).mean((1, 2))
    assert torch.allclose(teacher.distance(x, y), expected, rtol=1e-5)
    assert [layer.shape[1] for layer in teacher.layers(x)] == [64, 128, 256, 384, 384, 512, 512]


class FakeFile:
    """What h5py gives: items by path, visited with their arrays."""

    def __init__(self, items):
        self.items = items

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return

    def visititems(self, visit):
        visit("fire2", object())
        for path, values in self.items.items():
            visit(path, values)


def keras_items():
    rng = np.random.default_rng(0)
    items = {"conv1/conv1_3/kernel:0": rng.random((3, 3, 3, 64)), "conv1/conv1_3/bias:0": rng.random(64)}
    for number, (channels, squeezed) in FIRES.items():
        for inner, (size, before, after) in {
            "squeeze1x1": (1, channels, squeezed),
            "expand1x1": (1, squeezed, 4 * squeezed),
            "expand3x3": (3, squeezed, 4 * squeezed),
        }.items():
            stem = f"fire{number}/{inner}/fire{number}/{inner}_3"
            items[f"{stem}/kernel:0"] = rng.random((size, size, before, after))
            items[f"{stem}/bias:0"] = rng.random(after)
    return items


def test_the_teacher_is_read_from_the_layout_of_keras(tmp_path, monkeypatch):
    items = keras_items()
    (tmp_path / "squeezenet_notop.h5").touch()
    (tmp_path / "v0.1").mkdir()
    heads = {f"lin{n}.model.1.weight": torch.rand(1, len(h), 1, 1) for n, h in enumerate(Teacher().heads)}
    torch.save(heads, tmp_path / "v0.1" / "squeeze.pth")

    class FakeLibrary:
        @staticmethod
        def File(path, mode):  # noqa: N802
            assert mode == "r"
            return FakeFile(items)

    monkeypatch.setattr(teacher_module, "_h5py", lambda: FakeLibrary)
    teacher = read_teacher(tmp_path)
    kernel = items["fire4/expand3x3/fire4/expand3x3_3/kernel:0"]
    found = teacher.get_submodule("fires.4.expand3x3").weight
    assert found[5, 7, 0, 2] == pytest.approx(kernel[0, 2, 7, 5])
    assert torch.equal(teacher.heads[6], heads["lin6.model.1.weight"].flatten())


def test_a_teacher_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ModelError, match="notop"):
        read_teacher(tmp_path)
