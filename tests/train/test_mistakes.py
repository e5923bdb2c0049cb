"""What people get wrong with a run: settings, folders, pictures, names. Told early, and mended in place."""

from __future__ import annotations

import pytest
import torch
from PIL import Image

from enhancer.errors import DataError, ModelError, SpecError
from enhancer.events import NullSink, Warned
from enhancer.train import export
from enhancer.train.data import find_pictures, load_pairs
from enhancer.train.recipes.superres import SuperResolution
from tests.helpers_models import save_random_model
from tests.helpers_training import Listener, draw_pictures, run_small, small_config, train_here


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return draw_pictures(tmp_path_factory.mktemp("pictures"))


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    monkeypatch.setenv("ENHANCER_MODELS", str(tmp_path / "store"))


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("network.arguments.scale='x'", "network.arguments.scale"),
        ("network.arguments.scale=1", "2 to 8"),
        ("network.arguments.channels=-3", "network.arguments"),
        ("network.arguments.depht=3", "depht"),
        ("data.shrink=[]", "data.shrink"),
        ("data.shrink=[0.0]", "data.shrink"),
        ("optimizer.betas=[2.0, 0.9]", "optimizer.betas"),
        ("optimizer.name='addam'", "Did you mean 'adam'"),
        ("losses=[{name='l2'}]", "no loss 'l2'"),
    ],
)
def test_a_wrong_setting_is_named_and_can_be_corrected_in_the_same_folder(data, tmp_path, setting, words):
    with pytest.raises(SpecError) as caught:
        run_small(tmp_path, small_config(data, setting))
    assert words in str(caught.value)
    run_small(tmp_path, small_config(data, "budget=8", "tick=8"))


def test_a_run_folder_among_its_own_pictures_is_refused(tmp_path):
    draw_pictures(tmp_path)
    with pytest.raises(SpecError, match="previews would be learned from"):
        run_small(tmp_path, small_config(tmp_path))


def test_a_start_with_another_network_is_refused_by_name(data, tmp_path):
    start = save_random_model(tmp_path, "start", channels=8, depth=1)
    with pytest.raises(ModelError, match="is another network"):
        run_small(tmp_path, small_config(data), start=str(start))


def test_hidden_and_small_pictures_are_left_out_and_the_small_are_named(tmp_path):
    folder = draw_pictures(tmp_path / "d")
    draw_pictures(folder / ".trash")
    Image.new("RGB", (20, 300)).save(folder / "thin.png")
    sink = Listener()
    pairs = load_pairs(find_pictures(str(folder), "training"), 2, 12, (1.0, 0.5), sink)
    assert len({pair.path for pair in pairs}) == 3
    assert [(event.key, event.code) for event in sink.of(Warned)] == [("thin.png", "too-small")]


def test_a_lone_picture_cannot_judge_and_few_are_said_to_be_few(tmp_path):
    with pytest.raises(DataError, match="No picture is left to judge by"):
        train_here(small_config(draw_pictures(tmp_path / "one", count=1)), tmp_path / "run", NullSink())
    recipe = SuperResolution(small_config(draw_pictures(tmp_path / "two", count=2)), torch.device("cpu"), None)
    sink = Listener()
    recipe.prepare(sink)
    assert recipe.counts() == (1, 1)
    assert [event.code for event in sink.of(Warned)] == ["few-held-out"]


def test_a_name_that_a_shipped_model_has_is_published_with_the_path_to_use(data, tmp_path, monkeypatch):
    config = small_config(data, "budget=8", "tick=8")
    run_small(tmp_path, config)
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    save_random_model(shipped, "small", channels=6, depth=1)
    monkeypatch.setattr("enhancer.models.store.shipped_folder", lambda: shipped)
    target, sentence = export.publish(tmp_path / "run", "", force=True)
    assert str(target) in sentence
    assert "goes first" in sentence
