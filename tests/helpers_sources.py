"""Data sets in the files that their publishers use, made by code: idx, CIFAR batches, class folders, tar shards."""

from __future__ import annotations

import gzip
import io
import os
import pickle
import struct
import tarfile
from pathlib import Path

import numpy as np
from PIL import Image

from enhancer.events import NullSink
from enhancer.train.configs.gan import GanDataConfig
from enhancer.train.sources import SOURCES


def config(source, path, **fields):
    return GanDataConfig(source=source, path=str(path), **fields)


def opened(settings, part="train", sink=None):
    return SOURCES.get(settings.source)(settings, part, sink or NullSink())


def digits(count, side=28, seed=0):
    """Grey pictures on black with their labels, each of the ten classes in turn: (n,side,side) and (n,) uint8."""
    pixels = np.random.default_rng(seed).integers(0, 256, (count, side, side), np.uint8)
    return pixels, (np.arange(count) % 10).astype(np.uint8)


def idx(array):
    header = bytes([0, 0, 8, array.ndim]) + b"".join(struct.pack(">I", size) for size in array.shape)
    return header + array.tobytes()


def write_mnist(folder, train=30, test=20, zipped=True):
    """The four files flat in `folder`; returns pictures and labels of both parts."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {}
    for part, prefix, count, seed in (("train", "train", train, 1), ("test", "t10k", test, 2)):
        made[part] = digits(count, seed=seed)
        for kind, array in zip(("images-idx3", "labels-idx1"), made[part], strict=True):
            name = f"{prefix}-{kind}-ubyte"
            if zipped:
                (folder / f"{name}.gz").write_bytes(gzip.compress(idx(array)))
            else:
                (folder / name).write_bytes(idx(array))
    return made


def python2_batch(data, labels):
    """The bytes that Python 2 pickled CIFAR-10 to: protocol 2, texts and the array's bytes as plain strings."""

    def text(value):
        return b"U" + bytes([len(value)]) + value

    rows = b"J" + struct.pack("<i", len(data))
    columns = b"M" + struct.pack("<H", data.shape[1])
    kind = b"cnumpy\ndtype\n(" + text(b"u1") + b"K\x00K\x01tR"
    kind += b"(K\x03" + text(b"|") + b"NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb"
    raw = data.tobytes()
    array = b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(K\x00t" + text(b"b") + b"tR"
    array += b"(K\x01(" + rows + columns + b"t" + kind + b"\x89T" + struct.pack("<i", len(raw)) + raw + b"tb"
    listed = b"](" + b"".join(b"K" + bytes([label]) for label in labels) + b"e"
    return (
        b"\x80\x02}(" + text(b"batch_label") + text(b"batch") + text(b"labels") + listed + text(b"data") + array + b"u."
    )


class Runs:
    """Pickled, it asks whoever unpickles it to make a folder."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


def cifar_batch(count, seed):
    data = np.random.default_rng(seed).integers(0, 256, (count, 3072), np.uint8)
    return data, [int(n) % 10 for n in range(count)]


def write_cifar10(folder, per_batch=4, pack=python2_batch):
    """The six batches and `batches.meta` in `folder`/cifar-10-batches-py; returns the rows and labels of both parts."""
    inside = folder / "cifar-10-batches-py"
    inside.mkdir(parents=True)
    names = [f"data_batch_{n}" for n in range(1, 6)] + ["test_batch"]
    made = [cifar_batch(per_batch, seed) for seed in range(6)]
    for name, (data, labels) in zip(names, made, strict=True):
        (inside / name).write_bytes(pack(data, labels))
    (inside / "batches.meta").write_bytes(pickle.dumps({"label_names": list("abcdefghij")}, 2))
    train = np.concatenate([data for data, _ in made[:5]]), [n for _, labels in made[:5] for n in labels]
    return {"train": train, "test": made[5]}


def random_picture(seed, height=40, width=48, channels=3):
    return np.random.default_rng(seed).integers(0, 256, (height, width, channels), np.uint8)


def save(path, pixels):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels[..., 0] if pixels.shape[2] == 1 else pixels).save(path)


def write_classes(folder, counts, suffix=".png", channels=3):
    """`counts`: class name -> number of pictures."""
    for name, count in counts.items():
        for n in range(count):
            save(folder / name / f"{name}-{n}{suffix}", random_picture(hash_of(name, n), channels=channels))
    return folder


def hash_of(name, n):
    return sum(name.encode()) * 1000 + n


def png(pixels):
    buffer = io.BytesIO()
    Image.fromarray(pixels[..., 0] if pixels.shape[2] == 1 else pixels).save(buffer, "PNG")
    return buffer.getvalue()


def write_tar(path, files):
    """A tar file of (name, bytes or TarInfo) pairs."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(path, "w:", format=tarfile.PAX_FORMAT) as tar:
        for name, data in files:
            if isinstance(data, tarfile.TarInfo):
                tar.addfile(data)
                continue
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return path


def shard_files(count, first=0, labels=True, channels=3):
    files = []
    for n in range(first, first + count):
        files.append((f"{n:04d}.png", png(random_picture(n, channels=channels))))
        if labels:
            files.append((f"{n:04d}.cls", str(n % 3).encode()))
    return files
