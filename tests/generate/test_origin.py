"""How a picture was made is kept in its file, in every format, and read back only if it is what this program writes."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image as Pillow

from enhancer.errors import EnhancerError, ImageError, SpecError
from enhancer.generate.origin import LATENT_SUFFIX, Origin, latent_text, latent_values, origin_of
from enhancer.generate.pixels import to_image
from enhancer.images.blocks.made import SOURCE_TYPE, made, packet
from enhancer.images.describe import describe
from enhancer.images.read import probe, read
from enhancer.images.write import write

ORIGIN = Origin(program="enhancer 1", model='a <b> & "c"', sha256="ab" * 32, label=3, class_name="ü'3", seed=2**62)
CODES = np.arange(8 * 8 * 3, dtype=np.uint8).reshape(8, 8, 3)


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp", "a.tif"])
def test_every_format_keeps_the_origin(tmp_path, name):
    path = tmp_path / name
    assert write(to_image(CODES, ORIGIN.packet()), path) == ()
    assert origin_of(path) == ORIGIN


def test_the_file_says_to_others_that_a_model_made_it(tmp_path):
    path = tmp_path / "a.png"
    write(to_image(CODES, ORIGIN.packet()), path)
    with Pillow.open(path) as other:
        assert SOURCE_TYPE in str(other.info)


def test_what_a_picture_was_made_from_is_shown(tmp_path):
    path = tmp_path / "a.png"
    write(to_image(CODES, ORIGIN.packet()), path)
    rows = dict(describe(probe(path)))
    assert f"seed {2**62}" in rows["generated"]
    assert "class ü'3" in rows["generated"]
    assert "abababababab" in rows["generated"]


def test_alpha_is_the_fourth_channel(tmp_path):
    codes = np.dstack([CODES, CODES[..., 0]])
    write(to_image(codes, ORIGIN.packet()), tmp_path / "a.png")
    found = read(tmp_path / "a.png")
    assert np.array_equal(found.pixels, CODES)
    assert np.array_equal(found.alpha, CODES[..., 0])


def test_equal_values_give_equal_bytes_and_strange_blocks_give_nothing():
    assert packet({"a": 1, "b": 2}, "p") == packet({"b": 2, "a": 1}, "p")
    assert made(packet({"a": "<&\"'>"}, "p")) == {"a": "<&\"'>"}
    for block in (
        None,
        b"",
        b"<x/>",
        b'enhancer:generated="{"',
        b'enhancer:generated="[1]"',
        b'enhancer:generated="\xff"',
    ):
        assert made(block) is None


def test_a_photo_says_nothing_of_a_seed(tmp_path):
    write(to_image(CODES), tmp_path / "a.png")
    with pytest.raises(ImageError, match="does not say how it was generated"):
        origin_of(tmp_path / "a.png")


def test_values_that_cannot_be_meant_are_refused(tmp_path):
    for change in ({"batch": 10**9}, {"seed": -1}, {"precision": "int4"}, {"surprise": 1}, {"version": 2}):
        write(to_image(CODES, packet({**ORIGIN.to_mapping(), **change}, "p")), tmp_path / "a.png")
        with pytest.raises(EnhancerError):
            origin_of(tmp_path / "a.png")


def test_latents_survive_as_text_and_damage_is_told(tmp_path):
    z = np.random.default_rng(0).normal(size=5).astype(np.float32)
    assert np.array_equal(latent_values(latent_text(z), 5), z)
    for text, width in ((latent_text(z), 6), ("####", 5), (latent_text(z * np.inf), 5)):
        with pytest.raises(SpecError):
            latent_values(text, width)
    path = tmp_path / f"a{LATENT_SUFFIX}"
    path.write_text(json.dumps(ORIGIN.to_mapping()))
    assert origin_of(path) == ORIGIN
