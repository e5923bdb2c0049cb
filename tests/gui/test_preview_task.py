"""The preview of a region is what the whole picture's run gives there."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image as Pillow
from skimage import data

from enhancer.enhance.api import enhance
from enhancer.enhance.tiles import Box
from enhancer.errors import Cancelled, ImageError, ModelError
from enhancer.images.read import read
from gui.workers.serving import SESSION_VARIABLE
from gui.workers.tasks.candidates import candidates
from gui.workers.tasks.preview import from_the_middle, limited, preview
from tests.helpers_preview import Heard

WIDTH, HEIGHT = 203, 187


@pytest.fixture(autouse=True)
def session(tmp_path, monkeypatch):
    folder = tmp_path / "session"
    folder.mkdir()
    monkeypatch.setenv(SESSION_VARIABLE, str(folder))
    return folder


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.png"
    Pillow.fromarray(data.astronaut()[:HEIGHT, :WIDTH]).save(path)
    return path


def job(path, **fields):
    return {"kind": "enhance", "version": 1, "inputs": [str(path)], "model": "photo-x2", "device": "cpu"} | fields


def look(path, region, **fields):
    heard = Heard()
    result = preview({"path": str(path), "region": region, "job": job(path, **fields)}, heard)
    return result, heard.pieces()


def whole(path, **fields):
    fields.setdefault("model", "photo-x2")
    return enhance(read(path), device="cpu", **fields).pixels


def inside(told, factor):
    """The result pixels that a piece covers."""
    x, y, width, height = (round(n * factor) for n in told["at"])
    return slice(y, y + height), slice(x, x + width)


@pytest.mark.parametrize("region", [[71, 67, 60, 50], [150, 130, 53, 57]])
def test_without_fidelity_a_region_equals_the_whole_picture_exactly(photo, region):
    result, pieces = look(photo, region, fidelity="off")
    (told, pixels) = pieces[0]
    assert told["at"] == region
    assert (told["width"], told["height"]) == (region[2] * 2, region[3] * 2)
    assert np.array_equal(pixels, whole(photo, fidelity="off")[inside(told, 2)])
    assert result["complete"]
    assert result["size"] == [WIDTH * 2, HEIGHT * 2]


@pytest.mark.parametrize(("model", "fidelity"), [("photo-x2", "exact"), ("photo-x4", "auto"), ("photo-x2", "low")])
def test_with_fidelity_a_region_is_within_one_code_of_the_whole_picture(photo, model, fidelity):
    result, pieces = look(photo, [70, 60, 60, 56], model=model, fidelity=fidelity)
    (told, pixels) = pieces[0]
    expected = whole(photo, model=model, fidelity=fidelity)[inside(told, result["scale"])]
    difference = np.abs(pixels.astype(int) - expected)
    # Where colours are clipped near black or white, what is mended depends on the mean over a block of the picture.
    assert np.mean(difference > 1) < 1e-4
    assert difference.max() <= 3
    assert result["psnr"] > 40


@pytest.mark.parametrize(("size", "factor"), [("x1.5", 1.5), ("x3", 3)])
def test_a_size_that_is_not_the_models_is_resampled_in_the_same_phase(photo, size, factor):
    result, pieces = look(photo, [61, 57, 66, 60], size=size, fidelity="off")
    (told, pixels) = pieces[0]
    expected = whole(photo, size=size, fidelity="off", model=result["model"])
    assert result["size"] == [expected.shape[1], expected.shape[0]]
    rows, columns = (
        slice(round(told["at"][k] * n / m), round(told["at"][k] * n / m) + told[name])
        for k, n, m, name in (
            (1, expected.shape[0], HEIGHT, "height"),
            (0, expected.shape[1], WIDTH, "width"),
        )
    )
    assert np.abs(pixels.astype(int) - expected[rows, columns]).max() <= 1
    assert abs(told["at"][2] - 66) < 2
    assert factor * 66 <= told["width"] <= factor * 66 + 2


def test_what_fill_cuts_away_is_not_shown(photo):
    result, pieces = look(photo, [0, 0, WIDTH, HEIGHT], size="fill=400x200", fidelity="off")
    assert result["size"] == [400, 200]
    told = pieces[0][0]
    assert told["width"] == 400
    assert told["height"] == 200
    assert told["at"][1] > 40


def test_transparency_and_sixteen_bits_come_as_the_screen_can_show_them(tmp_path):
    from enhancer.images.write import write
    from tests.helpers_images import picture

    path = tmp_path / "deep.png"
    write(picture(80, 90, dtype=np.uint16, alpha="straight"), path)
    _, pieces = look(path, [10, 12, 40, 40])
    (told, pixels) = pieces[0]
    assert told["format"] == "rgba_premultiplied"
    expected = enhance(read(path), "photo-x2", device="cpu")
    rows, columns = inside(told, 2)
    premultiplied = expected.pixels[rows, columns] / 257 * (expected.alpha[rows, columns, None] / 65535)
    assert np.abs(pixels[..., :3] - premultiplied).max() <= 1.6
    assert np.abs(pixels[..., 3].astype(int) - expected.alpha[rows, columns] / 257).max() <= 0.51


def test_a_large_region_comes_in_pieces_from_the_middle_that_cover_it_once():
    box = limited(Box(0, 0, 3000, 4000))
    assert box.width * box.height <= 1_048_576
    assert (box.left + box.right) // 2 == pytest.approx(2000, abs=1)
    pieces = list(from_the_middle(box))
    assert sum(piece.width * piece.height for piece in pieces) == box.width * box.height
    assert pieces[0].left < 2000 < pieces[0].right
    assert pieces[0].top < 1500 < pieces[0].bottom
    assert max(max(piece.width, piece.height) for piece in pieces) <= 512


def test_it_stops_between_two_layers(photo):
    heard = Heard(cancel_at=9)
    with pytest.raises(Cancelled):
        preview({"path": str(photo), "region": [0, 0, 64, 64], "job": job(photo)}, heard)
    assert heard.checks == 9


def test_a_picture_is_decoded_once_and_again_when_it_changed(photo, monkeypatch):
    from gui.workers.tasks import preview_warm

    reads = []
    monkeypatch.setattr(preview_warm, "read", lambda *a, **k: reads.append(a) or read(*a, **k))
    look(photo, [0, 0, 32, 32])
    look(photo, [5, 0, 32, 32])
    assert len(reads) == 1
    Pillow.fromarray(data.astronaut()[:100, :110]).save(photo)
    result, _ = look(photo, [0, 0, 32, 32])
    assert len(reads) == 2
    assert result["size"] == [220, 200]


def test_what_is_wrong_is_what_the_job_would_say(photo, tmp_path):
    broken = tmp_path / "broken.png"
    broken.write_bytes(photo.read_bytes()[:1000])
    with pytest.raises(ImageError):
        look(broken, [0, 0, 32, 32])
    with pytest.raises(ModelError):
        look(photo, [0, 0, 32, 32], model="photo-x3")


def test_candidates_come_one_after_the_other_and_one_that_cannot_says_why(photo):
    heard = Heard()
    names = ["", "photo-x2", "digits", "photo-x4"]
    arguments = {"path": str(photo), "region": [60, 50, 48, 40], "models": names, "job": job(photo)}
    result = candidates(arguments, heard)
    found = heard.pieces()
    assert [told["model"] for told, _ in found] == names
    assert result["done"] == 3
    assert "error" in found[2][0]
    for told, pixels in (found[0], found[1], found[3]):
        assert told["seconds"] > 0
        assert pixels.shape[:2] == (told["height"], told["width"])
    assert found[1][0]["width"] == 96
    assert found[3][0]["size"] == [WIDTH * 4, HEIGHT * 4]
    assert found[3][0]["psnr"] > 40
