"""MNIST opens as published and as torchvision keeps it; a damaged file is named."""

from __future__ import annotations

import gzip

import numpy as np
import pytest

from enhancer.errors import DataError
from enhancer.train.sources.fetch import datasets
from tests.helpers_sources import (
    config,
    digits,
    idx,
    opened,
    write_mnist,
)


def snapshot(folder):
    return sorted((path.relative_to(folder), path.is_file() and path.read_bytes()) for path in folder.rglob("*"))


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("inside", [".", "MNIST/raw", "raw"])
def test_mnist_opens_flat_or_as_torchvision_keeps_it_and_writes_nothing(tmp_path, zipped, inside):
    made = write_mnist(tmp_path / inside, zipped=zipped)
    before = snapshot(tmp_path)
    for part in ("train", "test"):
        source = opened(config("mnist", tmp_path), part)
        assert len(source) == len(made[part][0])
        assert source.classes == tuple("0123456789")
        assert np.array_equal(source.labels, made[part][1])
        assert all(np.array_equal(source.pixels(n)[..., 0], made[part][0][n]) for n in range(len(source)))
    assert snapshot(tmp_path) == before


def test_mnist_reads_what_torchvision_reads(tmp_path):
    write_mnist(tmp_path / "MNIST" / "raw", zipped=False)
    for part in ("train", "test"):
        ours, theirs = opened(config("mnist", tmp_path), part), datasets().MNIST(str(tmp_path), train=part == "train")
        assert np.array_equal(ours.labels, theirs.targets.numpy())
        assert np.array_equal(np.stack([ours.pixels(n)[..., 0] for n in range(len(ours))]), theirs.data.numpy())


IDX = idx(digits(3)[0])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (gzip.compress(IDX)[:-30], "damaged"),
        (gzip.compress(IDX[:-1]), "holds less"),
        (gzip.compress(IDX + b"x"), "holds more"),
        (b"not gzip at all", "damaged"),
        (gzip.compress(b"\x00\x00\x0d\x03" + IDX[4:]), "does not begin"),
        (gzip.compress(b"\x00\x00\x08\x03" + b"\xff" * 12), "impossible size"),
        (gzip.compress(b"\x00\x00\x08\x03\x00"), "impossible size"),
        (b"", "does not begin"),
        (gzip.compress(idx(digits(4)[0])), "do not belong"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",  # gzip writes the time into its bytes
)
def test_a_damaged_idx_file_is_named(tmp_path, content, words):
    write_mnist(tmp_path, train=3)
    (tmp_path / "train-images-idx3-ubyte.gz").write_bytes(content)
    with pytest.raises(DataError, match=words) as caught:
        opened(config("mnist", tmp_path))
    assert "train-images-idx3-ubyte.gz" in caught.value.message
