"""Tar shards in the layout of WebDataset: written, read in place, and refused by name when hostile or broken."""

from __future__ import annotations

import io
import json
import tarfile

import numpy as np
import pytest

import enhancer
from enhancer.errors import DataError, OutputError, SpecError
from enhancer.events import NullSink, Warned
from enhancer.train.pictures import load_pictures
from enhancer.train.sources import SOURCES, shards
from enhancer.train.write_shards import write_shards
from tests.helpers_sources import (
    config,
    png,
    random_picture,
    save,
    shard_files,
    write_classes,
    write_mnist,
    write_tar,
)
from tests.helpers_training import Listener


def opened(path, part="train", sink=None, **fields):
    return SOURCES.get("shards")(config("shards", path, **fields), part, sink or NullSink())


def everything(path):
    return opened(path, hold_out=0.0)


def test_shards_are_read_in_place_and_in_order(tmp_path):
    write_tar(tmp_path / "b.tar", shard_files(3, first=4))
    write_tar(tmp_path / "a.tar", shard_files(4))
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    source = everything(tmp_path)
    assert [source.name(n) for n in range(7)] == [f"{n:04d}" for n in range(7)]
    assert source.labels.tolist() == [0, 1, 2, 0, 1, 2, 0]
    assert source.classes == ("0", "1", "2")
    assert all(np.array_equal(source.pixels(n), random_picture(n)) for n in range(7))
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert len(everything(tmp_path / "a.tar")) == 4


def test_labels_may_stand_in_json_and_keys_in_folders(tmp_path):
    files = [
        ("x/1.JPG", png(random_picture(1))),
        ("x/1.json", json.dumps({"label": 5, "caption": "a cat"}).encode()),
        ("y/1.webp", png(random_picture(2))),
        ("y/1.json", b'{"label": 2}'),
        ("y/1.txt", b"ignored"),
        ("__meta__.json", b"ignored"),
        ("z/2.cls", b"9"),  # of no picture
    ]
    source = everything(write_tar(tmp_path / "a.tar", files))
    assert [source.name(0), source.name(1)] == ["x/1", "y/1"]
    assert source.labels.tolist() == [5, 2]
    assert len(source.classes) == 6


def test_shards_without_labels_have_none(tmp_path):
    source = everything(write_tar(tmp_path / "a.tar", shard_files(3, labels=False)))
    assert source.labels is None
    assert source.classes == ()


def test_a_share_is_held_out_of_each_class_or_other_shards_judge(tmp_path):
    write_tar(tmp_path / "a" / "a.tar", shard_files(30))
    train, test = opened(tmp_path / "a"), opened(tmp_path / "a", "test")
    assert np.bincount(train.labels).tolist() == [9, 9, 9]
    assert np.bincount(test.labels).tolist() == [1, 1, 1]
    assert not {train.name(n) for n in range(27)} & {test.name(n) for n in range(3)}
    write_tar(tmp_path / "b" / "a.tar", shard_files(5))
    assert len(opened(tmp_path / "a", "test", validation=str(tmp_path / "b"))) == 5


@pytest.mark.parametrize("per_shard", [1, 4, 100])
def test_what_is_written_is_read_back(tmp_path, per_shard):
    write_classes(tmp_path / "d", {"a cat": 4, "dog": 5}, channels=4)
    save(tmp_path / "d" / "dog" / "grey.png", random_picture(7, channels=1))
    source = SOURCES.get("classes")(config("classes", tmp_path / "d", hold_out=0.0), "train", NullSink())
    written = write_shards(source, tmp_path / "out", per_shard)
    assert [path.name for path in written] == [f"shard-{n:06d}.tar" for n in range(-(-10 // per_shard))]
    again = everything(tmp_path / "out")
    assert again.classes == ("a cat", "dog")
    assert np.array_equal(again.labels, source.labels)
    assert all(np.array_equal(again.pixels(n), source.pixels(n)) for n in range(10))
    assert {path.name for path in (tmp_path / "out").iterdir()} == {path.name for path in written} | {"classes.txt"}
    with tarfile.open(written[0]) as tar:
        assert tar.getnames()[:2] == ["00000000.png", "00000000.cls"]
    second = write_shards(source, tmp_path / "twice", per_shard)
    assert [path.read_bytes() for path in second] == [path.read_bytes() for path in written]


def test_the_same_pictures_in_shards_are_the_same_data(tmp_path):
    write_mnist(tmp_path / "m")
    settings = config("mnist", tmp_path / "m", channels=1, size=(28, 28))
    write_shards(SOURCES.get("mnist")(settings, "train", NullSink()), tmp_path / "s", 7)
    there = config("shards", tmp_path / "s", channels=1, size=(28, 28), hold_out=0.0)
    prints = {load_pictures(one, "train", NullSink()).fingerprint for one in (settings, there)}
    assert len(prints) == 1


def test_a_writer_names_what_it_leaves_out_and_replaces_nothing(tmp_path):
    write_classes(tmp_path / "d", {"cat": 3})
    (tmp_path / "d" / "cat" / "cat-1.png").write_bytes(b"nothing")
    source = SOURCES.get("folder")(config("folder", tmp_path / "d", hold_out=0.0), "train", NullSink())
    sink = Listener()
    write_shards(source, tmp_path / "out", 10, sink=sink)
    assert [warning.key for warning in sink.of(Warned)] == ["cat/cat-1.png"]
    assert len(everything(tmp_path / "out")) == 2
    with pytest.raises(OutputError, match="holds shards already"):
        write_shards(source, tmp_path / "out")
    sink.cancel()
    with pytest.raises(Exception, match="Stopped"):
        write_shards(source, tmp_path / "stopped", 1, sink=sink)
    assert not list((tmp_path / "stopped").iterdir())


def test_the_verb_packs_whatever_training_reads_all_of_it_with_its_classes(tmp_path):
    write_classes(tmp_path / "pictures", {"cat": 3, "dog": 2})
    (written,) = enhancer.write_shards(str(tmp_path / "pictures"), str(tmp_path / "shards"))
    assert written == tmp_path / "shards" / "shard-000000.tar"
    packed = everything(tmp_path / "shards")
    assert (packed.labels.tolist(), packed.classes) == ([0, 0, 0, 1, 1], ("cat", "dog"))
    write_mnist(tmp_path / "digits")
    enhancer.write_shards(tmp_path / "digits", tmp_path / "test", part="test")
    assert len(everything(tmp_path / "test")) == 20
    enhancer.write_shards(tmp_path / "pictures", tmp_path / "plain", source="folder")
    assert everything(tmp_path / "plain").labels is None
    with pytest.raises(DataError):
        enhancer.write_shards(tmp_path / "nothing", tmp_path / "none")
    with pytest.raises(SpecError, match="0 pictures a shard"):
        enhancer.write_shards(tmp_path / "pictures", tmp_path / "none", per_shard=0)


# what is refused


def sized(name, size):
    info = tarfile.TarInfo(name)
    info.size = size
    return info.tobuf(tarfile.GNU_FORMAT)


END = bytes(1024)
ONE = [("a.png", png(random_picture(0)))]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([*ONE, ("a.png", b"again")], "twice"),
        ([*ONE, ("a.jpg", b"again")], "twice"),
        ([*ONE, ("./a.png", b"again")], "twice"),
        ([*ONE, ("a.cls", b"1"), ("a.cls", b"1")], "twice"),
        ([*ONE, ("a.cls", b"1"), ("a.json", b'{"label": 2}')], "two labels"),
        ([*ONE, ("a.cls", b"one")], "no label"),
        ([*ONE, ("a.cls", b"-1")], "no number from 0"),
        ([*ONE, ("a.cls", b"99999999999")], "no number from 0"),
        ([*ONE, ("a.cls", b"1" * 100)], "too large for a label"),
        ([*ONE, ("a.json", b'{"label": "cat"}')], "no number from 0"),
        ([*ONE, ("a.json", b"[" * 100_000)], "no label"),
        ([*ONE, ("a.cls", b"1"), ("b.png", b"x")], "b has no label"),
        ([("n" * 2000 + ".png", b"x")], "impossible"),
        ([("a.txt", b"x")], "no pictures"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_name(tmp_path, files, words):
    write_tar(tmp_path / "odd.tar", files)
    with pytest.raises(DataError, match=words):
        everything(tmp_path)


def test_a_key_in_two_shards_is_refused(tmp_path):
    write_tar(tmp_path / "a.tar", ONE)
    write_tar(tmp_path / "b.tar", ONE)
    with pytest.raises(DataError, match=r"key a is in b\.tar"):
        everything(tmp_path)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (sized("a.png", 1 << 40) + END, "cut off"),
        (sized("a.png", 2000) + bytes(600), "cut off"),
        (sized("a.png", -512) + END, "no header has"),
        (b"", "cannot be read as a tar"),
        (b"\x1f\x8b" + bytes(600), "cannot be read as a tar"),
        (b"x" * 2000, "cannot be read as a tar"),
    ],
)
def test_broken_and_lying_tars_are_named(tmp_path, raw, words):
    (tmp_path / "odd.tar").write_bytes(raw)
    with pytest.raises(DataError, match=words) as caught:
        everything(tmp_path)
    assert "odd.tar" in caught.value.message


def test_an_extended_header_of_absurd_size_is_refused(tmp_path):
    info = tarfile.TarInfo("././@PaxHeader")
    info.type, info.size = tarfile.XHDTYPE, 1 << 33
    (tmp_path / "odd.tar").write_bytes(info.tobuf(tarfile.GNU_FORMAT) + END)
    with pytest.raises(DataError, match=r"odd\.tar.*no header has"):
        everything(tmp_path)


def test_every_cut_of_a_shard_is_noticed(tmp_path):
    whole = write_tar(tmp_path / "a.tar", shard_files(2, labels=True)).read_bytes()
    with tarfile.open(tmp_path / "a.tar") as tar:
        last = tar.getmembers()[-1]
    end = last.offset_data + 512
    for length in [*range(0, end, 256), end - 1, end]:
        (tmp_path / "a.tar").write_bytes(whole[:length])
        with pytest.raises(DataError, match=r"a\.tar"):
            everything(tmp_path)
    (tmp_path / "a.tar").write_bytes(whole[: end + 512])
    assert len(everything(tmp_path)) == 2


def test_a_header_damaged_in_the_middle_is_noticed(tmp_path):
    path = write_tar(tmp_path / "a.tar", shard_files(3))
    with tarfile.open(path) as tar:
        place = tar.getmembers()[2].offset
    data = bytearray(path.read_bytes())
    data[place + 10 : place + 60] = b"\xff" * 50
    path.write_bytes(data)
    with pytest.raises(DataError, match="damaged at byte"):
        everything(tmp_path)


def test_too_many_members_and_too_large_pictures_are_refused(tmp_path, monkeypatch):
    write_tar(tmp_path / "a.tar", shard_files(3))
    monkeypatch.setattr(shards, "MAX_PICTURE_BYTES", 100)
    with pytest.raises(DataError, match="more than a picture"):
        everything(tmp_path)
    monkeypatch.undo()
    monkeypatch.setattr("enhancer.train.sources.tar.MAX_MEMBERS", 5)
    with pytest.raises(DataError, match="more than 5 files"):
        everything(tmp_path)


def test_links_are_never_followed(tmp_path):
    save(tmp_path / "secret.png", random_picture(1))
    link = tarfile.TarInfo("b.png")
    link.type, link.linkname = tarfile.SYMTYPE, str(tmp_path / "secret.png")
    inside = tarfile.TarInfo("folder")
    inside.type = tarfile.DIRTYPE
    write_tar(tmp_path / "a.tar", [*ONE, ("", inside), ("", link)])
    sink = Listener()
    assert len(opened(tmp_path, sink=sink, hold_out=0.0)) == 1
    assert [warning.key for warning in sink.of(Warned)] == ["b.png"]


def test_a_broken_picture_in_a_shard_is_named_and_left_out(tmp_path):
    write_tar(tmp_path / "a.tar", [*shard_files(2), ("bad.png", b"nothing"), ("bad.cls", b"0")])
    sink = Listener()
    loaded = load_pictures(config("shards", tmp_path, hold_out=0.0), "train", sink)
    assert loaded.counts.tolist() == [1, 1]
    assert [warning.key for warning in sink.of(Warned)] == ["bad"]


def test_class_names_must_cover_the_labels(tmp_path):
    write_tar(tmp_path / "a.tar", shard_files(3))
    (tmp_path / "classes.txt").write_text("cat\ndog\n", encoding="utf-8")
    with pytest.raises(DataError, match="names 2 classes"):
        everything(tmp_path)
    (tmp_path / "classes.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(DataError, match="cannot be read"):
        everything(tmp_path)


def test_a_folder_without_shards_says_so(tmp_path):
    with pytest.raises(DataError, match=r"no shards \(\*\.tar\)"):
        everything(tmp_path)
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as tar:
        tar.addfile(tarfile.TarInfo("a.png"))
    (tmp_path / "a.tar").write_bytes(buffer.getvalue())
    with pytest.raises(DataError, match="gunzip"):
        everything(tmp_path)
