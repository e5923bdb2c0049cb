"""Files that would take memory or time without end: refused from their headers, by name."""

import io
import resource
import struct
import subprocess
import sys
import zlib

import numpy as np
import pytest
import tifffile
from PIL import Image as Pillow

from enhancer.errors import ImageError
from enhancer.images.read import probe, read
from tests.helpers_images import corners, photo, png_chunk, refused, saved, with_png_chunks

FORMS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF")


def bomb(width=20_000, height=20_000):
    """A small PNG of 400 megapixels."""
    packer = zlib.compressobj(9)
    row = bytes(width + 1)
    rows = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (png_chunk(b"IHDR", head), png_chunk(b"IDAT", rows), png_chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def test_a_bomb_is_refused_from_its_header_without_memory():
    data = bomb()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    refused(data, "too-large")
    with pytest.raises(ImageError):
        probe(data)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


def test_the_limit_is_ours_and_not_that_of_pillow():
    """Between its warning and its error, and beyond both, only `max_pixels` decides; its setting stays."""
    code = (
        "import warnings; warnings.simplefilter('error')\n"
        "import numpy as np, imagecodecs\n"
        "from PIL import Image\n"
        "from enhancer.images.read import read\n"
        "data = imagecodecs.png_encode(np.zeros((9000, 10000), np.uint8), level=1)\n"
        "assert read(data).pixels.shape == (9000, 10000, 1)\n"
        "assert Image.MAX_IMAGE_PIXELS == 89478485\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
    refused(saved(corners(), "PNG"), "too-large", max_pixels=24 * 16 - 1)
    assert read(saved(corners(), "PNG"), max_pixels=24 * 16).width == 24


def test_text_bombs_are_not_unpacked():
    text = png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(5_000_000), 9))
    icc = png_chunk(b"iCCP", b"bomb\0\0" + zlib.compress(bytes(50_000_000), 9))
    xmp = png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(bytes(50_000_000), 9))
    image = read(with_png_chunks(saved(corners(), "PNG"), text + icc + xmp))
    assert (image.meta.icc, image.meta.xmp) == (None, None)
    told = " ".join(image.meta.notes)
    assert "Comment" in told
    assert "Colour profile dropped" in told
    assert "XMP dropped" in told


def test_a_gif_of_a_hundred_thousand_frames_is_refused_soon():
    one = saved(Pillow.new("P", (1, 1)), "GIF")
    at = one.find(b",")
    frame = one[at:-1]
    refused(one[:-1] + frame * 100_000 + b";", "too-many-frames")


def test_a_tiff_whose_directories_form_a_loop_or_a_long_chain_ends():
    whole = bytearray(saved(corners(), "TIFF"))
    first = struct.unpack_from("<I", whole, 4)[0]
    count = struct.unpack_from("<H", whole, first)[0]
    struct.pack_into("<I", whole, first + 2 + 12 * count, first)
    assert read(bytes(whole)).meta.frames == 1
    chain = bytearray(whole)
    struct.pack_into("<I", chain, first + 2 + 12 * count, len(chain))
    for index in range(12_000):
        chain += struct.pack("<HHHIII", 1, 256, 4, 1, 1, len(chain) + 18 if index < 11_999 else 0)
    refused(bytes(chain), "too-many-frames")


def test_a_jpeg_with_thousands_of_scans_is_refused():
    data = saved(photo(), "JPEG", progressive=True)
    scan = data[data.find(b"\xff\xda") : data.rfind(b"\xff\xd9")]
    refused(data[:-2] + scan * 600 + b"\xff\xd9", "unreadable")


def test_a_jpeg_strip_larger_than_its_place_is_refused_before_decoding():
    array = np.full((64, 64, 3), 90, np.uint8)
    out = io.BytesIO()
    tifffile.imwrite(out, array, photometric="rgb", compression="jpeg", tile=(64, 64))
    whole = bytearray(out.getvalue())
    assert read(bytes(whole)).pixels.shape == (64, 64, 3)
    frame = whole.find(b"\xff\xc0")
    struct.pack_into(">HH", whole, frame + 5, 40_000, 40_000)
    refused(bytes(whole), "unreadable")


def test_tiff_codecs_that_could_be_bombs_are_refused_by_name():
    out = io.BytesIO()
    tifffile.imwrite(out, photo(), photometric="rgb", compression="webp")
    assert "compressed by method" in str(refused(out.getvalue(), "unsupported"))
