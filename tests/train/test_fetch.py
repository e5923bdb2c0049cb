"""Fetching: only when asked, by torchvision, and what fails is told."""

from __future__ import annotations

from urllib.error import URLError

import pytest
import torch

from enhancer.errors import DataError
from enhancer.train.sources import fetch
from enhancer.train.sources.fetch import datasets
from tests.helpers_sources import (
    config,
    opened,
    write_mnist,
)


def test_missing_files_are_told_with_place_and_remedy(tmp_path):
    for name, file in (("mnist", "train-images-idx3-ubyte"), ("cifar10", "data_batch_1")):
        with pytest.raises(DataError) as caught:
            opened(config(name, tmp_path))
        assert str(tmp_path) in caught.value.message
        assert file in caught.value.message
        assert "data.download=true" in caught.value.hint


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
