"""Pictures of a source ready for training: which are kept, how they are told apart, and where they lie."""

from __future__ import annotations

import shutil

import numpy as np
import pytest
import torch

from enhancer.errors import DataError, SpecError
from enhancer.events import NullSink, Warned
from enhancer.train import pictures as pictures_module
from enhancer.train.pictures import load_pictures
from enhancer.train.sources.fit import fit
from enhancer.train.sources.source import Source
from tests.helpers_sources import (
    config,
    hash_of,
    random_picture,
    save,
    write_classes,
    write_mnist,
)
from tests.helpers_training import Listener


def test_unreadable_pictures_are_named_and_left_out(tmp_path):
    write_classes(tmp_path, {"cat": 4, "dog": 3}, channels=4)
    whole = (tmp_path / "cat" / "cat-1.png").read_bytes()
    (tmp_path / "cat" / "cat-1.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "dog" / "dog-2.png").write_bytes(b"nothing")
    sink = Listener()
    loaded = load_pictures(config("classes", tmp_path, hold_out=0.0, channels=4), "train", sink)
    assert loaded.counts.tolist() == [3, 2]
    assert loaded.labels.tolist() == [0, 0, 0, 1, 1]
    assert {warning.key for warning in sink.of(Warned)} == {"cat/cat-1.png", "dog/dog-2.png"}
    expected = fit(random_picture(hash_of("dog", 1), channels=4), (32, 32), 4).transpose(2, 0, 1)
    assert np.array_equal(loaded.batch(np.array([4]))[0].numpy(), expected)
    for path in tmp_path.rglob("*.png"):
        path.write_bytes(b"nothing")
    with pytest.raises(DataError, match="None of the"):
        load_pictures(config("classes", tmp_path, hold_out=0.0), "train", NullSink())


def named(name, count):
    black = np.zeros((4, 4, 1), np.uint8)
    return Source(count, np.arange(count) % 3, ("a", "b", "c"), lambda i: f"{name}-{i}", lambda i: black)


def test_smaller_subsets_lie_in_larger_ones_and_stay_when_pictures_come():
    subsets = [
        set(pictures_module.chosen_few(named("x", 90), config("mnist", "", per_class=count)).tolist())
        for count in (2, 5, 29)
    ]
    assert [len(subset) for subset in subsets] == [6, 15, 87]
    assert subsets[0] < subsets[1] < subsets[2]
    assert subsets[0] != set(range(6))
    counts = pictures_module.chosen_few(named("x", 90), config("mnist", "", class_counts=(5, 0, 100)))
    assert np.bincount(counts % 3, minlength=3).tolist() == [5, 0, 30]
    both = pictures_module.chosen_few(named("x", 90), config("mnist", "", class_counts=(5, 1, 100), per_class=4))
    assert np.bincount(both % 3, minlength=3).tolist() == [4, 1, 4]


def test_only_what_is_learned_is_cut_down(tmp_path):
    write_mnist(tmp_path)
    settings = config("mnist", tmp_path, channels=1, per_class=2)
    assert load_pictures(settings, "train", NullSink()).counts.tolist() == [2] * 10
    assert len(load_pictures(settings, "test", NullSink())) == 20
    with pytest.raises(DataError, match="2 numbers, and the data have 10"):
        load_pictures(config("mnist", tmp_path, class_counts=(1, 2)), "train", NullSink())
    with pytest.raises(DataError, match="leaves no picture"):
        load_pictures(config("mnist", tmp_path, class_counts=(0,) * 10), "train", NullSink())
    with pytest.raises(SpecError, match="below 0"):
        load_pictures(config("mnist", tmp_path, class_counts=(-1,) * 10), "train", NullSink())


def test_stacked_pictures_are_three_grey_ones(tmp_path):
    made = write_mnist(tmp_path, train=40)["train"][0]
    loaded = load_pictures(config("mnist", tmp_path, stacked=True), "train", NullSink())
    assert (len(loaded), loaded.channels, loaded.size, loaded.labels) == (40, 3, (32, 32), None)
    assert loaded.counts.tolist() == [40]
    batch = loaded.batch(np.arange(40))
    assert batch.shape == (40, 3, 32, 32)
    inner = batch[:, :, 2:30, 2:30].numpy()
    found = [[np.flatnonzero((made == plane).all((1, 2)))[0] for plane in picture] for picture in inner]
    assert np.array_equal(found, loaded.triples)
    assert len({tuple(row) for row in found}) > 35
    assert torch.equal(loaded.batch(np.array([7])), batch[7:8])
    again = load_pictures(config("mnist", tmp_path, stacked=True), "train", NullSink())
    assert again.fingerprint == loaded.fingerprint
    with pytest.raises(SpecError, match=r"channels must be 3"):
        load_pictures(config("mnist", tmp_path, stacked=True, channels=1), "train", NullSink())


def test_the_fingerprint_follows_pixels_and_labels_and_not_the_place(tmp_path):
    write_classes(tmp_path / "a", {"cat": 3, "dog": 3})
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    prints = [load_pictures(config("classes", tmp_path / name), "train", NullSink()).fingerprint for name in "ab"]
    assert prints[0] == prints[1]
    assert load_pictures(config("folder", tmp_path / "a"), "train", NullSink()).fingerprint != prints[0]
    for path in (tmp_path / "b").rglob("*.png"):
        save(path, random_picture(12345))
    assert load_pictures(config("classes", tmp_path / "b"), "train", NullSink()).fingerprint != prints[0]


def test_what_exceeds_memory_is_kept_in_a_file_that_is_filled_once(tmp_path, monkeypatch):
    write_classes(tmp_path / "d", {"cat": 6, "dog": 5})
    (tmp_path / "d" / "cat" / "cat-2.png").write_bytes(b"nothing")
    settings, cache = config("classes", tmp_path / "d", hold_out=0.0), tmp_path / "cache"
    plain = load_pictures(settings, "train", NullSink())
    monkeypatch.setattr(pictures_module, "MEMORY_LIMIT", 1000)
    with pytest.raises(DataError, match="no folder to keep them"):
        load_pictures(settings, "train", NullSink())
    mapped = load_pictures(settings, "train", NullSink(), cache)
    assert isinstance(mapped.data, np.memmap)
    assert mapped.fingerprint == plain.fingerprint
    assert np.array_equal(mapped.labels, plain.labels)
    order = np.array([9, 0, 3, 3])
    assert torch.equal(mapped.batch(order), plain.batch(order))
    [file] = list(cache.iterdir())
    sink = Listener()
    again = load_pictures(settings, "train", sink, cache)
    assert not sink.of(Warned)  # nothing was decoded
    assert again.fingerprint == plain.fingerprint
    (tmp_path / "d" / "dog" / "dog-0.png").write_bytes((tmp_path / "d" / "dog" / "dog-1.png").read_bytes() + b" ")
    assert load_pictures(settings, "train", NullSink(), cache).fingerprint != plain.fingerprint
    assert len(list(cache.iterdir())) == 2
    assert file.exists()


DAMAGES = [lambda data: data[:-1], lambda data: data[:100], lambda data: b"x" + data, lambda data: b""]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cache_is_made_anew(tmp_path, monkeypatch, damage):
    write_classes(tmp_path / "d", {"cat": 3, "dog": 3})
    settings, cache = config("classes", tmp_path / "d"), tmp_path / "cache"
    monkeypatch.setattr(pictures_module, "MEMORY_LIMIT", 1000)
    first = load_pictures(settings, "train", NullSink(), cache).batch(np.arange(4))
    [file] = list(cache.iterdir())
    file.write_bytes(damage(file.read_bytes()))
    assert torch.equal(load_pictures(settings, "train", NullSink(), cache).batch(np.arange(4)), first)


def test_a_cache_that_is_stopped_leaves_nothing(tmp_path, monkeypatch):
    write_classes(tmp_path / "d", {"cat": 3, "dog": 3})
    monkeypatch.setattr(pictures_module, "MEMORY_LIMIT", 1000)
    sink = Listener()
    sink.cancel()
    with pytest.raises(Exception, match="Stopped"):
        load_pictures(config("classes", tmp_path / "d"), "train", sink, tmp_path / "cache")
    assert not list((tmp_path / "cache").iterdir())
