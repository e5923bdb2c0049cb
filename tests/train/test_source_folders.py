"""Folders, class folders and ImageNet: what they hold, and which part of it only judges."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
import torch

from enhancer.errors import DataError
from enhancer.events import Warned
from tests.helpers_sources import (
    Runs,
    config,
    hash_of,
    opened,
    random_picture,
    save,
    write_classes,
)
from tests.helpers_training import Listener


def write_imagenet(folder):
    write_classes(folder / "train", {"n01440764": 3, "n01443537": 2, "n02123045": 2}, ".JPEG")
    write_classes(folder / "val", {"n01440764": 1, "n02123045": 2}, ".JPEG")
    return folder


def test_imagenet_opens_in_torchvisions_layout(tmp_path):
    write_imagenet(tmp_path)
    train, test = (opened(config("imagenet", tmp_path), part) for part in ("train", "test"))
    assert train.labels.tolist() == [0, 0, 0, 1, 1, 2, 2]
    assert test.labels.tolist() == [0, 2, 2]  # by the classes of train/, though val/ lacks one
    assert train.classes == test.classes == ("n01440764", "n01443537", "n02123045")
    assert train.pixels(6).shape == (40, 48, 3)
    assert train.name(0) == "n01440764/n01440764-0.JPEG"


def test_imagenet_classes_have_names_where_torchvision_left_them(tmp_path):
    write_imagenet(tmp_path)
    torch.save(({"n01440764": ("tench", "Tinca tinca"), "n01443537": ("goldfish",)}, []), tmp_path / "meta.bin")
    classes = opened(config("imagenet", tmp_path)).classes
    assert classes == ("n01440764 tench", "n01443537 goldfish", "n02123045")
    (tmp_path / "meta.bin").write_bytes(pickle.dumps(Runs(tmp_path / "was-here"), 2))
    with pytest.raises(DataError, match=r"meta\.bin"):
        opened(config("imagenet", tmp_path))
    assert not (tmp_path / "was-here").exists()


def test_what_imagenet_lacks_is_told(tmp_path):
    with pytest.raises(DataError, match="train/") as caught:
        opened(config("imagenet", tmp_path, download=True))
    assert "image-net.org" in caught.value.hint
    write_imagenet(tmp_path)
    save(tmp_path / "val" / "n99999999" / "a.JPEG", random_picture(0))
    with pytest.raises(DataError, match="n99999999"):
        opened(config("imagenet", tmp_path), "test")
    (tmp_path / "train" / "n05555555").mkdir()
    with pytest.raises(DataError, match="n05555555"):
        opened(config("imagenet", tmp_path))


def test_a_folder_holds_pictures_out_by_name_and_parts_never_meet(tmp_path):
    for n in range(20):
        save(tmp_path / f"sub{n % 3}" / f"{n}.png", random_picture(n))
    train, test = (opened(config("folder", tmp_path), part) for part in ("train", "test"))
    names = [{source.name(n) for n in range(len(source))} for source in (train, test)]
    assert (len(names[0]), len(names[1])) == (18, 2)
    assert not names[0] & names[1]
    assert train.labels is None
    assert all(
        np.array_equal(source.pixels(n), random_picture(int(source.name(n).split("/")[1][:-4])))
        for source in (train, test)
        for n in range(len(source))
    )


def test_another_folder_may_judge(tmp_path):
    for name, count in (("a", 5), ("b", 3)):
        write_classes(tmp_path, {name: count})
    settings = config("folder", tmp_path / "a", validation=str(tmp_path / "b"))
    assert (len(opened(settings)), len(opened(settings, "test"))) == (5, 3)
    with pytest.raises(DataError, match="left to judge"):
        opened(config("folder", tmp_path / "a", hold_out=0.0), "test")
    assert len(opened(config("folder", tmp_path / "a", hold_out=0.0))) == 5
    with pytest.raises(DataError, match="not said where"):
        opened(config("folder", ""))


def test_classes_are_folders_and_each_holds_some_out(tmp_path):
    write_classes(tmp_path, {"cat": 10, "dog": 4, "eel": 1})
    (tmp_path / "empty").mkdir()
    save(tmp_path / ".hidden" / "a.png", random_picture(1))
    save(tmp_path / "loose.png", random_picture(1))
    sink = Listener()
    train, test = (opened(config("classes", tmp_path), part, sink) for part in ("train", "test"))
    assert train.classes == test.classes == ("cat", "dog", "eel")
    assert np.bincount(train.labels).tolist() == [9, 3, 1]
    assert np.bincount(test.labels).tolist() == [1, 1]
    assert "loose.png" in sink.of(Warned)[0].message
    for n in range(len(train)):
        name, number = train.name(n).split("/")[1][:-4].split("-")
        assert train.classes[train.labels[n]] == name
        assert np.array_equal(train.pixels(n), random_picture(hash_of(name, int(number))))


def test_classes_that_judge_must_be_among_those_learned(tmp_path):
    write_classes(tmp_path / "a", {"cat": 3, "dog": 3})
    write_classes(tmp_path / "b", {"dog": 2})
    settings = config("classes", tmp_path / "a", validation=str(tmp_path / "b"))
    assert opened(settings, "test").labels.tolist() == [1, 1]
    write_classes(tmp_path / "b", {"fox": 2})
    with pytest.raises(DataError, match="fox"):
        opened(settings, "test")
    with pytest.raises(DataError, match="no class folders"):
        opened(config("classes", tmp_path / "a" / "cat"))
