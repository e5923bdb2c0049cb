"""Where pictures come from: each published layout opens, hostile and broken files are named, and all fit one shape."""

from __future__ import annotations

import gzip
import hashlib
import os
import pickle
import shutil
from urllib.error import URLError

import numpy as np
import pytest
import torch

from enhancer.errors import DataError, SpecError
from enhancer.events import NullSink, Warned
from enhancer.train import pictures as pictures_module
from enhancer.train.pictures import load_pictures
from enhancer.train.sources import SOURCES, fetch
from enhancer.train.sources.fetch import datasets
from enhancer.train.sources.fit import fit
from enhancer.train.sources.source import Source
from tests.helpers_sources import (
    cifar_batch,
    config,
    digits,
    hash_of,
    idx,
    random_picture,
    save,
    write_cifar10,
    write_classes,
    write_mnist,
)
from tests.helpers_training import Listener


def opened(settings, part="train", sink=None):
    return SOURCES.get(settings.source)(settings, part, sink or NullSink())


def snapshot(folder):
    return sorted((path.relative_to(folder), path.is_file() and path.read_bytes()) for path in folder.rglob("*"))


# MNIST


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


def test_missing_files_are_told_with_place_and_remedy(tmp_path):
    for name, file in (("mnist", "train-images-idx3-ubyte"), ("cifar10", "data_batch_1")):
        with pytest.raises(DataError) as caught:
            opened(config(name, tmp_path))
        assert str(tmp_path) in caught.value.message
        assert file in caught.value.message
        assert "data.download=true" in caught.value.hint


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
)
def test_a_damaged_idx_file_is_named(tmp_path, content, words):
    write_mnist(tmp_path, train=3)
    (tmp_path / "train-images-idx3-ubyte.gz").write_bytes(content)
    with pytest.raises(DataError, match=words) as caught:
        opened(config("mnist", tmp_path))
    assert "train-images-idx3-ubyte.gz" in caught.value.message


def test_nothing_is_fetched_unless_asked_and_then_by_torchvision(tmp_path, monkeypatch):
    asked = []

    def deliver(url, download_root, filename, md5):
        asked.append(url)
        write_mnist(tmp_path / "MNIST" / "raw", zipped=False)

    monkeypatch.setattr(datasets().mnist, "download_and_extract_archive", deliver)
    with pytest.raises(DataError):
        opened(config("mnist", tmp_path))
    assert not asked
    assert len(opened(config("mnist", tmp_path, download=True))) == 30
    assert all(url.startswith("https://") for url in asked)
    count = len(asked)
    opened(config("mnist", tmp_path, download=True), "test")
    assert len(asked) == count == 4


def test_a_fetch_that_fails_says_so(tmp_path, monkeypatch):
    def fail(*_, **__):
        raise URLError("no route")

    monkeypatch.setattr(datasets().mnist, "download_and_extract_archive", fail)
    monkeypatch.setattr(datasets().utils, "download_and_extract_archive", fail)
    for name in ("mnist", "cifar10"):
        with pytest.raises(DataError, match="could not be fetched") as caught:
            opened(config(name, tmp_path, download=True))
        assert caught.value.code == "not-fetched"


def test_a_torchvision_of_another_torch_still_lists_data_sets(monkeypatch):
    tried = []

    def stumble(name):
        tried.append(name)
        if not hasattr(torch.ops.torchvision, "enhancer_probe"):
            raise RuntimeError("operator torchvision::enhancer_probe does not exist")
        return "the module"

    monkeypatch.setattr(fetch, "import_module", stumble)
    assert datasets() == "the module"
    assert len(tried) == 2


@pytest.mark.parametrize("error", [ImportError("no module"), RuntimeError("something else"), OSError("libfoo.so")])
def test_a_torchvision_that_cannot_be_loaded_is_told(monkeypatch, error):
    def fail(name):
        raise error

    monkeypatch.setattr(fetch, "import_module", fail)
    with pytest.raises(DataError, match="torchvision cannot be loaded"):
        datasets()


# CIFAR-10


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


class Runs:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


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


# ImageNet


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


# folders


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


# fitting


def test_mnist_gets_a_black_border_and_others_a_centre_crop(tmp_path):
    made = write_mnist(tmp_path)
    loaded = load_pictures(config("mnist", tmp_path, channels=1), "train", NullSink())
    batch = loaded.batch(np.array([4, 0]))
    assert batch.dtype == torch.uint8
    assert batch.shape == (2, 1, 32, 32)
    assert np.array_equal(batch[0, 0, 2:30, 2:30].numpy(), made["train"][0][4])
    batch[:, :, 2:30, 2:30] = 0
    assert not batch.any()
    large = load_pictures(config("mnist", tmp_path, channels=1, size=(64, 64)), "train", NullSink())
    assert large.batch(np.array([0]))[0, 0, :2].any()  # too far for a border: enlarged


def test_a_picture_is_cropped_to_the_aspect_in_the_middle():
    pixels = np.zeros((40, 100, 3), np.uint8)
    pixels[:, 30:70] = 200
    assert (fit(pixels, (20, 20), 3) == 200).all()
    assert (fit(pixels.transpose(1, 0, 2), (20, 20), 3) == 200).all()
    same = random_picture(3, 16, 24)
    assert np.array_equal(fit(same, (16, 24), 3), same)
    checks = np.indices((64, 64)).sum(0)[..., None] % 2 * np.uint8(255)
    assert np.abs(fit(checks.astype(np.uint8), (16, 16), 1).astype(int) - 128).max() <= 3  # antialiased


def test_channels_are_converted_by_rule():
    red = np.full((8, 8, 3), (255, 0, 0), np.uint8)
    assert (fit(red, (8, 8), 1) == 76).all()
    grey = np.full((8, 8, 1), 90, np.uint8)
    assert (fit(grey, (8, 8), 3) == 90).all()
    assert (fit(grey, (8, 8), 4) == (90, 90, 90, 255)).all()
    assert (fit(red, (8, 8), 4) == (255, 0, 0, 255)).all()
    glass = np.full((8, 8, 4), (255, 0, 0, 51), np.uint8)
    assert (fit(glass, (8, 8), 3) == (255, 204, 204)).all()
    assert (fit(glass, (8, 8), 4) == (255, 0, 0, 51)).all()
    padded = fit(np.full((6, 6, 1), 9, np.uint8), (8, 8), 4, pads=True)
    assert (padded[0, 0] == (0, 0, 0, 255)).all()


def test_invisible_colour_is_never_learned():
    pixels = np.zeros((32, 32, 4), np.uint8)
    pixels[..., 1] = 255  # green that nobody sees
    pixels[:, :15] = (255, 0, 0, 255)
    for size in ((32, 32), (16, 16), (48, 48)):
        out = fit(pixels, size, 4)
        assert not out[..., 1].any()
        assert (out[out[..., 3] == 0] == 0).all()
        assert (out[..., 0][out[..., 3] > 8] > 240).all()
    other = np.where(pixels[..., 3:] > 0, pixels, np.uint8(77))
    other[..., 3] = pixels[..., 3]
    assert np.array_equal(fit(other, (16, 16), 4), fit(pixels, (16, 16), 4))
    assert (fit(np.zeros((8, 8, 4), np.uint8), (4, 4), 3) == 255).all()


# pictures


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
