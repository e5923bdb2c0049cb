"""Pictures that are out of the ordinary, through the enhance page: each is opened, previewed and enhanced."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from skimage import data

from enhancer.images.read import read
from enhancer.images.write import write
from gui.pages.enhance import EnhancePage
from tests.helpers_images import picture

LONG = 60_000
NAME = "it's “odd” 照片 🌊 & #1%"
SMALL = Image.fromarray(data.astronaut()[60:100, 60:116])


def sixteen_bits(path):
    write(picture(40, 56, dtype=np.uint16), path)


def cmyk(path):
    SMALL.convert("CMYK").save(path)


def palette(path):
    SMALL.quantize(17).save(path, transparency=3)


def floats(path):
    write(picture(40, 56, dtype=np.float32), path)


def rotated(path):
    exif = Image.Exif()
    exif[0x0112] = 6
    SMALL.save(path, exif=exif)


def one_pixel(path):
    Image.new("RGB", (1, 1), (200, 30, 90)).save(path)


def a_line(path):
    Image.fromarray(np.tile(np.asarray(SMALL)[:10], (1, 358, 1))[:, :20_000]).save(path)


def one_bit(path):
    SMALL.convert("1").save(path)


ODD = [
    (sixteen_bits, ".png", (56, 40)),
    (cmyk, ".jpg", (56, 40)),
    (palette, ".png", (56, 40)),
    (floats, ".tif", (56, 40)),
    (rotated, ".jpg", (40, 56)),
    (one_pixel, ".png", (1, 1)),
    (a_line, ".png", (20_000, 10)),
    (one_bit, ".tif", (56, 40)),
]


@pytest.fixture
def page(qtbot, services):
    page = EnhancePage(services)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    yield page
    page.live.stop()
    page.close_picture()


def told(page):
    """Whether something went wrong."""
    return page.note.failure is not None


def test_each_is_opened_previewed_and_enhanced(page, qtbot, tmp_path):
    for make, ending, size in ODD:
        folder = tmp_path / make.__name__
        folder.mkdir()
        path = folder / f"{NAME}{ending}"
        make(path)
        page.open(path)
        qtbot.waitUntil(lambda: told(page) or page.picture.loaded, timeout=LONG)
        assert page.note.failure is None, (make, page.note.failure)
        assert (page.picture.width, page.picture.height) == size, make
        qtbot.waitUntil(lambda: told(page) or (page.canvas.comparable and not page.live.busy), timeout=LONG)
        assert page.note.failure is None, (make, page.note.failure)
        assert page.work.foot.status.text().startswith("Preview"), make
        job = page.enhance()
        qtbot.waitUntil(lambda: page.run_bar.job is None, timeout=LONG)
        assert job.state == "done", (make, job.failure, job.report)
        (output,) = job.report["items"][0]["outputs"]
        made = read(output)
        assert (made.width, made.height) == (2 * size[0], 2 * size[1]), make
        qtbot.waitUntil(lambda: told(page) or (page.result is not None and page.result.loaded), timeout=LONG)
        assert page.note.failure is None, (make, page.note.failure)
        assert page.summary.isVisible()
        assert not page.grab().isNull()
