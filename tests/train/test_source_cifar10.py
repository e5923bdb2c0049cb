"""CIFAR-10 opens in every pickle protocol, and a hostile pickle runs nothing."""

from __future__ import annotations

import hashlib
import pickle
import shutil

import numpy as np
import pytest

from enhancer.errors import DataError
from enhancer.train.sources.fetch import datasets
from tests.helpers_sources import (
    Runs,
    cifar_batch,
    config,
    opened,
    write_cifar10,
)


def modern(protocol, bytes_keys=False):
    def pack(data, labels):
        keys = (b"data", b"labels") if bytes_keys else ("data", "labels")
        return pickle.dumps({keys[0]: data, keys[1]: labels}, protocol)

    return pack


@pytest.mark.parametrize("pack", [None, modern(2), modern(2, True), modern(4), modern(5)])
def test_cifar10_opens_in_every_protocol(tmp_path, pack):
    made = write_cifar10(tmp_path, **({"pack": pack} if pack else {}))
    for part in ("train", "test"):
        source = opened(config("cifar10", tmp_path), part)
        rows, labels = made[part]
        assert source.labels.tolist() == labels
        assert source.classes[3] == "cat"
        for n in range(len(source)):
            assert np.array_equal(source.pixels(n).transpose(2, 0, 1).reshape(-1), rows[n])


def test_cifar10_opens_where_the_batches_lie_and_fetches_when_asked(tmp_path, monkeypatch):
    write_cifar10(tmp_path / "a")
    assert len(opened(config("cifar10", tmp_path / "a" / "cifar-10-batches-py"))) == 20

    def deliver(url, root, filename, md5):
        shutil.copytree(tmp_path / "a", root, dirs_exist_ok=True)

    monkeypatch.setattr(datasets().utils, "download_and_extract_archive", deliver)
    assert len(opened(config("cifar10", tmp_path / "b", download=True))) == 20


def test_cifar10_reads_what_torchvision_reads(tmp_path):
    write_cifar10(tmp_path)
    made = datasets().CIFAR10

    def sums(names):
        inside = tmp_path / made.base_folder
        return [[name, hashlib.md5((inside / name).read_bytes()).hexdigest()] for name in names]

    class Ours(made):
        train_list = sums([name for name, _ in made.train_list])
        test_list = sums(["test_batch"])
        meta = {**made.meta, "md5": sums(["batches.meta"])[0][1]}  # noqa: RUF012

    theirs, ours = Ours(str(tmp_path)), opened(config("cifar10", tmp_path))
    assert ours.labels.tolist() == theirs.targets
    assert np.array_equal(np.stack([ours.pixels(n) for n in range(len(ours))]), theirs.data)


@pytest.mark.parametrize("where", ["data", "labels", "filenames"])
@pytest.mark.parametrize("protocol", [0, 2, 5])
def test_a_hostile_pickle_runs_nothing(tmp_path, where, protocol):
    write_cifar10(tmp_path)
    data, labels = cifar_batch(4, 0)
    victim = tmp_path / "was-here"
    batch = {"data": data, "labels": labels, where: Runs(victim)}
    (tmp_path / "cifar-10-batches-py" / "data_batch_3").write_bytes(pickle.dumps(batch, protocol))
    with pytest.raises(DataError, match="data_batch_3 asks for") as caught:
        opened(config("cifar10", tmp_path))
    assert caught.value.code == "unsafe"
    assert not victim.exists()


@pytest.mark.parametrize(
    "program",
    [
        b"c__builtin__\neval\n(U\x011tR.",
        b"cnumpy\nload\n.",
        b"cnumpy\ndtype\n(U\x02u1tR}(U\x01aK\x01ub.",  # a state for a type: nothing happens, and it is no batch
        b"cnumpy.core.multiarray\n_reconstruct\n}U\x0c__defaults__)sb.",
        b"cnumpy\nndarray\n(J\xff\xff\xff\x7ftR.",
        b"c_codecs\nencode\n(U\x01aU\x03zlitR.",
        b"c_codecs\nencode\n(tR.",
        b"\x80\x05\x96" + b"\xff" * 7 + b"\x0f.",  # a byte array of an absurd size
        b"(" * 5000 + b".",
        b"",
        b"\x80",
        b"]q\x00h\x00a.",
        b"N.",
        b"}.",
    ],
)
def test_strange_pickles_are_refused_by_name(tmp_path, program):
    write_cifar10(tmp_path)
    (tmp_path / "cifar-10-batches-py" / "test_batch").write_bytes(program)
    with pytest.raises(DataError, match="test_batch"):
        opened(config("cifar10", tmp_path), "test")


@pytest.mark.parametrize(
    "change",
    [
        lambda data, labels: (data[:, :100].copy(), labels),
        lambda data, labels: (data.astype(np.float32), labels),
        lambda data, labels: (data, labels[:-1]),
        lambda data, labels: (data, [10, *labels[1:]]),
        lambda data, labels: (data, "labels"),
    ],
)
def test_batches_that_do_not_fit_are_refused(tmp_path, change):
    write_cifar10(tmp_path)
    packed = modern(2)(*change(*cifar_batch(4, 0)))
    (tmp_path / "cifar-10-batches-py" / "data_batch_1").write_bytes(packed)
    with pytest.raises(DataError, match="data_batch_1"):
        opened(config("cifar10", tmp_path))
