"""What a folder holds is seen by its names: each layout is told from the others, and its source opens it."""

from __future__ import annotations

import pytest

from enhancer.train.sources.guess import guess_source
from tests.helpers_sources import (
    config,
    opened,
    random_picture,
    save,
    shard_files,
    write_cifar10,
    write_classes,
    write_mnist,
    write_tar,
)


def imagenet(folder):
    write_classes(folder / "train", {"n01440764": 2, "n01443537": 2}, ".JPEG")
    write_classes(folder / "val", {"n01440764": 1}, ".JPEG")


def loose_and_folders(folder):
    write_classes(folder, {"cat": 2, "dog": 2})
    save(folder / "loose.png", random_picture(0))


LAYOUTS = {
    "mnist as published": ("mnist", write_mnist),
    "mnist unpacked": ("mnist", lambda folder: write_mnist(folder, zipped=False)),
    "mnist as torchvision keeps it": ("mnist", lambda folder: write_mnist(folder / "MNIST" / "raw")),
    "mnist inside of what torchvision keeps": ("mnist", lambda folder: write_mnist(folder / "raw")),
    "cifar10 unpacked": ("cifar10", write_cifar10),
    "imagenet": ("imagenet", imagenet),
    "shards": ("shards", lambda folder: write_tar(folder / "a-000.tar", shard_files(4))),
    "class folders": ("classes", lambda folder: write_classes(folder, {"cat": 2, "dog": 2})),
    "one folder of pictures": ("folder", lambda folder: write_classes(folder, {"only": 3})),
    "pictures": ("folder", lambda folder: [save(folder / f"{n}.png", random_picture(n)) for n in range(3)]),
    "pictures beside folders": ("folder", loose_and_folders),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_is_seen_and_opens(tmp_path, layout):
    source, write = LAYOUTS[layout]
    write(tmp_path)
    assert guess_source(str(tmp_path)) == source
    assert len(opened(config(source, tmp_path, hold_out=0.3)))


def test_the_batches_of_cifar10_and_one_shard_may_be_named_themselves(tmp_path):
    write_cifar10(tmp_path)
    assert guess_source(str(tmp_path / "cifar-10-batches-py")) == "cifar10"
    shard = write_tar(tmp_path / "shards" / "a.tar", shard_files(4))
    assert guess_source(str(shard)) == "shards"
    assert len(opened(config("shards", shard, hold_out=0.0))) == 4


def test_train_and_val_without_the_numbers_of_imagenet_are_classes_like_any(tmp_path):
    write_classes(tmp_path, {"train": 2, "val": 2})
    assert guess_source(str(tmp_path)) == "classes"


def test_hidden_folders_are_no_classes(tmp_path):
    write_classes(tmp_path, {"cat": 2, ".thumbnails": 2})
    assert guess_source(str(tmp_path)) == "folder"


def test_what_is_not_there_is_left_to_the_source_that_says_so(tmp_path):
    assert guess_source(str(tmp_path / "missing")) == "folder"
    (tmp_path / "empty").mkdir()
    assert guess_source(str(tmp_path / "empty")) == "folder"
    (tmp_path / "empty" / "train").write_text("a file")
    (tmp_path / "empty" / "val").mkdir()
    assert guess_source(str(tmp_path / "empty")) == "folder"
