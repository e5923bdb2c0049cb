"""What is unreal, a copy, or of another class is told apart by features, alike before and after a file."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from enhancer.errors import DataError, ModelError, SpecError
from enhancer.features.reference import build_reference
from enhancer.generate import judge as judging
from enhancer.generate.judge import names_classes, open_judge
from enhancer.generate.pixels import to_codes, to_image
from enhancer.generate.plan import SamplePlan
from enhancer.generate.reject import (
    CLASS,
    COPY,
    OFF,
    FeatureJudge,
    Manifold,
    class_of_neighbours,
    copies,
    off_manifold,
)
from enhancer.generate.sampler import Sampler
from enhancer.images.write import write
from enhancer.models.store import Store
from tests.helpers_generators import DIGITS, Halves, generator_info, halves, random_generator, save_random_generator

RNG = np.random.default_rng(0)
REAL = RNG.uniform(0.2, 0.8, (400, 2)).astype(np.float32)


def judge(pictures, labels=None, slots=None, manifold=None, **options):
    manifold = manifold or Manifold.of_features(REAL, "halves", Halves.protocol)
    slots = range(len(pictures)) if slots is None else slots
    labels = [None] * len(pictures) if labels is None else labels
    return FeatureJudge(Halves(), manifold, 8, **options)(slots, np.stack(pictures), labels)


def test_the_rules_are_what_the_papers_say():
    squares = np.array([[1.0, 9.0], [4.0, 0.01]])
    assert off_manifold(squares, np.array([0.5, 8.0])).tolist() == [True, False]
    assert copies(squares, 0.2).tolist() == [False, True]
    near = np.array([[1.0, 2.0, 3.0, 4.0, 5.0, 0.5]])
    assert class_of_neighbours(near, np.array([1, 1, 2, 2, 2, 1]), 3).tolist() == [1]


def test_distances_are_those_of_whitened_features():
    manifold = Manifold.of_features(REAL, "halves", "p")
    white = manifold.whitening(REAL[:5]).astype(np.float64)
    brute = np.square(white[:, None] - manifold.features.astype(np.float64)).sum(axis=2)
    assert np.allclose(manifold.distances(REAL[:5]), brute, atol=1e-9)


def test_what_lies_off_the_real_ones_or_on_one_of_them_is_rejected():
    between = REAL[np.argsort(REAL[:, 0])][200] + 0.004
    pictures = [halves(0.5, 0.02), halves(*REAL[0]), halves(*between)]
    assert judge(pictures) == [OFF, COPY, ""]


def test_the_class_is_asked_of_the_network_or_of_the_neighbours():
    free = REAL[np.argsort(REAL[:, 0])][200] + 0.004
    upper = int(free[0] < free[1])
    assert judge([halves(*free)] * 2, [upper, 1 - upper], names_classes=True) == ["", CLASS]
    labelled = Manifold.of_features(REAL, "halves", "p", (REAL[:, 0] < REAL[:, 1]).astype(int).tolist())
    plain = [halves(0.7, 0.302), halves(0.302, 0.7)]
    assert [verdict == CLASS for verdict in judge(plain, [0, 0], manifold=labelled)] == [False, True]


def test_a_verdict_does_not_depend_on_what_else_is_judged():
    pictures = [halves(*pair) for pair in RNG.uniform(0, 1, (8, 2))]
    together = judge(pictures)
    assert [judge([picture], slots=[slot])[0] for slot, picture in enumerate(pictures)] == together


def test_a_manifold_judges_alike_before_and_after_its_file(tmp_path):
    manifold = Manifold.of_reference(build_reference(REAL[:300], REAL[300:], Halves.protocol), "halves", [1] * 300)
    manifold.save(tmp_path / "m.reference.safetensors")
    again = Manifold.load(tmp_path / "m.reference.safetensors")
    assert np.array_equal(again.distances(REAL), manifold.distances(REAL))
    assert np.array_equal(again.squares, manifold.squares)
    assert (again.extractor, again.protocol, again.copy_radius) == ("halves", Halves.protocol, manifold.copy_radius)
    assert again.labels.tolist() == [1] * 300


def test_the_store_does_not_take_a_reference_for_a_model(tmp_path):
    save_random_generator(tmp_path)
    Manifold.of_features(REAL, "halves", "p").save(tmp_path / "tiny-gan.reference.safetensors")
    store = Store(tmp_path / "shipped", tmp_path)
    assert store.names() == ["tiny-gan"]
    assert not store.problems()


def test_a_file_that_is_no_reference_is_refused(tmp_path):
    path = tmp_path / "m.reference.safetensors"
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(ModelError):
        Manifold.load(path)


def test_few_real_pictures_are_told_to_be_too_few():
    with pytest.raises(DataError, match="too few"):
        Manifold.of_features(REAL[:9], "halves", "p")


@pytest.fixture
def extractor(monkeypatch):
    monkeypatch.setattr(judging, "open_features", lambda name, device: Halves())


@pytest.mark.parametrize(
    ("named", "count", "classes", "same"),
    [((), 10, DIGITS, True), (DIGITS, 10, DIGITS, True), ((), 10, ("cat", "dog"), False), ((), 0, (), False)],
)
def test_a_network_is_asked_for_the_class_only_where_its_classes_are_the_models(named, count, classes, same):
    weights = SimpleNamespace(info=SimpleNamespace(classes=named), net=SimpleNamespace(classes=count))
    extractor = SimpleNamespace(weights=weights, probabilities=None)
    assert names_classes(extractor, generator_info(classes=classes)) is same
    assert not names_classes(Halves(), generator_info(classes=("0", "1")))


def real_folder(folder):
    for number, pair in enumerate(REAL[:60]):
        kind = "upper" if pair[0] >= pair[1] else "lower"
        (folder / kind).mkdir(parents=True, exist_ok=True)
        write(to_image(to_codes(halves(*pair, side=16))), folder / kind / f"{number}.png")
    return folder


def test_a_folder_of_real_pictures_judges_with_classes_as_its_folders_are_called(tmp_path, extractor):
    info = generator_info(classes=("upper", "lower"))
    sampler = Sampler(random_generator(info), "cpu", SamplePlan(8), 1)
    found = open_judge(sampler, tmp_path / "tiny-gan.safetensors", str(real_folder(tmp_path / "real")), "halves")
    assert found([0, 1], np.stack([halves(0.75, 0.25)] * 2), [0, 1])[1] == CLASS
    assert found([0], halves(0.02, 0.02)[None], [None]) == [OFF]


def test_the_reference_beside_the_model_is_found_and_must_be_of_the_same_network(tmp_path, extractor):
    sampler = Sampler(random_generator(), "cpu", SamplePlan(8), 1)
    model = tmp_path / "tiny-gan.safetensors"
    with pytest.raises(SpecError, match="nothing to judge"):
        open_judge(sampler, model)
    Manifold.of_features(REAL, "halves", Halves.protocol).save(tmp_path / "tiny-gan.reference.safetensors")
    assert open_judge(sampler, model)([5], halves(0.5, 0.02)[None], [None]) == [OFF]
    Manifold.of_features(REAL, "halves", "another").save(tmp_path / "tiny-gan.reference.safetensors")
    with pytest.raises(DataError, match="other features"):
        open_judge(sampler, model)
