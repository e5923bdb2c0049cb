"""A model file is data with a card; anything else is refused before it is used."""

from __future__ import annotations

import json
import pickle
import struct
from contextlib import suppress

import numpy as np
import pytest
import torch
from safetensors.numpy import save

from enhancer.errors import EnhancerError, ModelError
from enhancer.models.file import CARD, read_header, read_model, save_model
from enhancer.models.model import open_model
from enhancer.models.store import Store
from tests.helpers_models import plain_info, random_model, save_random_model


def with_header(path, change):
    """Rewrite a model file's header by `change(dict) -> dict`."""
    data = path.read_bytes()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.dumps(change(json.loads(data[8 : 8 + length]))).encode()
    path.write_bytes(struct.pack("<Q", len(header)) + header + data[8 + length :])


def test_a_saved_model_comes_back_as_it_was(tmp_path):
    info = plain_info("mine", images_seen=1234, summary="a café, 写真")
    model = random_model(info)
    path = tmp_path / "mine.safetensors"
    sha = save_model(path, info, model.net.state_dict())
    again = open_model(path)
    assert again.info == info
    assert again.sha256 == sha
    x = torch.rand(1, 3, 9, 7)
    assert torch.equal(again(x), model(x))


def test_the_card_is_read_without_torch(tmp_path):
    import subprocess
    import sys

    path = save_random_model(tmp_path)
    code = (
        "import sys; from pathlib import Path; from enhancer.models.file import read_header;"
        f"print(read_header(Path({str(path)!r}))[0].name, 'torch' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.split() == ["tiny-x2", "False"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not a model file"),
        (b"\x80\x04" + b"x" * 50, "pickle"),
        (b"PK\x03\x04" + b"x" * 50, "PyTorch or zip"),
        (struct.pack("<Q", 2**40) + b"{}", "not a model file"),
        (struct.pack("<Q", 10) + b"[[[[[[[[[[", "not a model file"),
        (struct.pack("<Q", 2) + b"[]", "not a model file"),
    ],
)
def test_what_is_not_a_model_is_refused_and_named(tmp_path, content, words):
    path = tmp_path / "x.safetensors"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=words):
        read_header(path)


def test_a_pickle_is_never_run(tmp_path):
    canary = tmp_path / "canary"

    class Evil:
        def __reduce__(self):
            return (open, (str(canary), "w"))

    path = tmp_path / "evil.safetensors"
    path.write_bytes(pickle.dumps(Evil()))
    with pytest.raises(ModelError):
        open_model(path)
    assert not canary.exists()


def test_a_cut_off_file_is_refused(tmp_path):
    path = save_random_model(tmp_path)
    path.write_bytes(path.read_bytes()[:-10])
    with pytest.raises(ModelError, match="cut off"):
        read_header(path)


def test_overlapping_and_lying_tensors_are_refused(tmp_path):
    path = save_random_model(tmp_path)
    original = path.read_bytes()

    def overlap(header):
        names = [n for n in header if n != "__metadata__"]
        header[names[0]] = header[names[1]]
        return header

    def huge(header):
        name = next(n for n in header if n != "__metadata__")
        header[name]["shape"] = [10**6, 10**6]
        return header

    for change in (overlap, huge):
        path.write_bytes(original)
        with_header(path, change)
        with pytest.raises(ModelError, match="damaged"):
            read_header(path)


def test_weights_without_a_card_are_called_foreign(tmp_path):
    path = tmp_path / "foreign.safetensors"
    path.write_bytes(save({"w": np.zeros(3, np.float32)}))
    with pytest.raises(ModelError, match="no card"):
        read_header(path)


def test_a_card_of_a_newer_version_is_refused_by_name(tmp_path):
    path = save_random_model(tmp_path)

    def newer(header):
        card = json.loads(header["__metadata__"][CARD])
        header["__metadata__"][CARD] = json.dumps({**card, "version": 9})
        return header

    with_header(path, newer)
    with pytest.raises(ModelError, match="newer version"):
        read_header(path)


def test_weights_that_are_not_finite_are_refused_by_name(tmp_path):
    info = plain_info()
    state = random_model(info).net.state_dict()
    state["convs.1.weight"][0, 0, 0, 0] = float("nan")
    path = tmp_path / "nan.safetensors"
    save_model(path, info, state)
    with pytest.raises(ModelError, match=r"convs\.1\.weight"):
        read_model(path)


def test_weights_of_another_shape_than_the_card_says_are_refused(tmp_path):
    path = tmp_path / "shape.safetensors"
    save_model(path, plain_info(channels=8), random_model(plain_info(channels=6)).net.state_dict())
    with pytest.raises(ModelError, match="do not fit"):
        open_model(path)


def test_only_our_own_errors_leave_a_file_of_random_damage(tmp_path):
    path = save_random_model(tmp_path)
    original = path.read_bytes()
    rng = np.random.default_rng(0)
    for _ in range(150):
        data = bytearray(original)
        for place in rng.integers(0, min(len(data), 1500), 3):
            data[place] = rng.integers(256)
        path.write_bytes(bytes(data))
        with suppress(EnhancerError):
            open_model(path)


def test_the_store_prefers_shipped_models_and_names_the_nearest(tmp_path):
    shipped, user = tmp_path / "shipped", tmp_path / "user"
    shipped.mkdir()
    user.mkdir()
    save_random_model(shipped, "photo-x2")
    save_random_model(user, "photo-x2")
    save_random_model(user, "mine-x2")
    (user / "broken.safetensors").write_bytes(b"no")
    store = Store(shipped, user)
    assert store.find("photo-x2").shipped
    assert not store.find("mine-x2").shipped
    assert [entry.name for entry in store] == ["photo-x2", "mine-x2"]
    assert len(store.problems()) == 1
    with pytest.raises(ModelError, match="Did you mean 'photo-x2'"):
        store.find("foto-x2")
    assert store.find(str(user / "mine-x2.safetensors")).name == "mine-x2"
