"""Training pictures: aligned crops that depend on their number alone, and what is said of unusable data."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image

from enhancer.errors import DataError
from enhancer.events import NullSink, Warned
from enhancer.images.resize import reduce
from enhancer.train.data import Crops, find_pictures, load_pairs, split, turned
from tests.helpers_training import Listener, draw_pictures, small_config, train_here


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return draw_pictures(tmp_path_factory.mktemp("pictures"))


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    monkeypatch.setenv("ENHANCER_MODELS", str(tmp_path / "store"))


def test_crops_are_aligned_with_their_reductions(data):
    pairs = load_pairs(find_pictures(str(data), "training"), 2, 12, (1.0,), NullSink())
    crops = Crops(pairs, 2, 12, seed=0, device=torch.device("cpu"))
    low, high = crops.batch(0, 8)
    for small, large in zip(low, high, strict=True):
        again = reduce(np.ascontiguousarray(large.permute(1, 2, 0).numpy()), 2)[3:-3, 3:-3]
        assert np.abs(again - small.permute(1, 2, 0).numpy()[3:-3, 3:-3]).max() < 1 / 255


def test_a_crop_depends_on_its_number_alone(data):
    pairs = load_pairs(find_pictures(str(data), "training"), 2, 12, (1.0,), NullSink())
    crops = Crops(pairs, 2, 12, seed=5, device=torch.device("cpu"))
    together = crops.batch(10, 6)[0]
    alone = torch.cat([crops.batch(10 + n, 1)[0] for n in range(6)])
    assert torch.equal(together, alone)
    assert len({crops.draw(n) for n in range(200)}) > 150
    assert not torch.equal(together, Crops(pairs, 2, 12, seed=6, device=torch.device("cpu")).batch(10, 6)[0])


def test_the_eight_turns_differ_and_fit():
    x = torch.arange(9).reshape(1, 3, 3)
    assert len({tuple(turned(x, n).flatten().tolist()) for n in range(8)}) == 8


def test_held_out_pictures_are_chosen_by_name_not_by_order(data):
    paths = find_pictures(str(data), "training")
    learn, judge = split(paths, 0.34)
    assert (len(learn), len(judge)) == (2, 1)
    assert split(list(reversed(paths)), 0.34)[1] == judge
    assert not set(learn) & set(judge)


def test_an_unreadable_picture_is_named_and_left_out(tmp_path):
    draw_pictures(tmp_path / "d")
    (tmp_path / "d" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnope")
    sink = Listener()
    pairs = load_pairs(find_pictures(str(tmp_path / "d"), "training"), 2, 12, (1.0,), sink)
    assert len(pairs) == 3
    assert "broken.png" in sink.of(Warned)[0].message


@pytest.mark.parametrize("kind", ["missing", "empty", "small"])
def test_data_that_cannot_be_used_are_refused_with_the_reason(tmp_path, kind):
    folder = tmp_path / "d"
    if kind != "missing":
        folder.mkdir()
    if kind == "small":
        Image.new("RGB", (20, 20)).save(folder / "a.png")
    with pytest.raises(DataError, match={"missing": "no folder", "empty": "no pictures", "small": "at least 24"}[kind]):
        train_here(small_config(folder, "data.hold_out=0"), tmp_path / "run", NullSink())
