"""Pictures and files, sound and hostile, made by code for the tests of images."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageCms

from enhancer.errors import ImageError
from enhancer.images.image import Image, ImageMeta
from enhancer.images.read import read

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description tiff:Orientation="%d" '
    b'exif:GPSLatitude="48,8.5N" dc:creator="me"/></rdf:RDF></x:xmpmeta>'
)


def picture(height=37, width=53, channels=3, dtype=np.uint8, alpha="none", seed=0, **meta):
    """A random picture with smooth parts; alpha is "none", "straight" or "associated"."""
    rng = np.random.default_rng(seed)
    ramp = np.linspace(0, 1, width)[None, :, None] * np.ones((height, 1, channels))
    values = np.clip(0.7 * ramp + 0.3 * rng.random((height, width, channels)), 0, 1)
    cover = rng.random((height, width)) if alpha != "none" else None
    return Image(
        as_type(values, dtype),
        None if cover is None else as_type(cover, dtype),
        ImageMeta(alpha_kind=alpha, **meta),
    )


def as_type(values, dtype):
    if dtype == np.float32:
        return values.astype(np.float32)
    return np.rint(values * np.iinfo(dtype).max).astype(dtype)


def corners(width=24, height=16):
    """An upright picture whose corners tell how it was turned: red, green, blue, white, clockwise from top left."""
    array = np.full((height, width, 3), 128, np.uint8)
    array[: height // 2, : width // 2] = (255, 0, 0)
    array[: height // 2, width // 2 :] = (0, 255, 0)
    array[height // 2 :, width // 2 :] = (0, 0, 255)
    array[height // 2 :, : width // 2] = (255, 255, 255)
    return array


def stored_as(array, orientation):
    """What a camera stores so that viewers turn it upright; the inverse of each EXIF orientation, by Pillow."""
    back = {
        1: None,
        2: Pillow.Transpose.FLIP_LEFT_RIGHT,
        3: Pillow.Transpose.ROTATE_180,
        4: Pillow.Transpose.FLIP_TOP_BOTTOM,
        5: Pillow.Transpose.TRANSPOSE,
        6: Pillow.Transpose.ROTATE_90,
        7: Pillow.Transpose.TRANSVERSE,
        8: Pillow.Transpose.ROTATE_270,
    }[orientation]
    turned = Pillow.fromarray(array)
    return turned if back is None else turned.transpose(back)


def exif(orientation=1, gps=True, thumbnail=b"", size=(53, 37), order="II"):
    """A block as cameras write it, made by Pillow, without the leading Exif mark."""
    made = Pillow.Exif()
    made.endian = "<" if order == "II" else ">"
    made[0x0112], made[0x010F], made[0x0110] = orientation, "Maker", "Model X"
    made[0x0132] = "2026:01:02 03:04:05"
    made[0x011A], made[0x011B], made[0x0128] = 300.0, 300.0, 2
    below = made.get_ifd(0x8769)
    below[0xA002], below[0xA003], below[0x9003] = size[0], size[1], "2026:01:02 03:04:05"
    below[0x927C] = b"maker note " * 4
    if gps:
        place = made.get_ifd(0x8825)
        place[0], place[1], place[2] = b"\2\3\0\0", "N", (48.0, 8.0, 30.0)
    block = made.tobytes().removeprefix(b"Exif\0\0")
    return with_thumbnail(block, thumbnail) if thumbnail else block


def with_thumbnail(block, thumbnail):
    order = "<" if block[:2] == b"II" else ">"
    main = struct.unpack_from(order + "I", block, 4)[0]
    count = struct.unpack_from(order + "H", block, main)[0]
    at = len(block)
    second = struct.pack(order + "H", 2)
    second += struct.pack(order + "HHII", 0x0201, 4, 1, at + 30)
    second += struct.pack(order + "HHII", 0x0202, 4, 1, len(thumbnail)) + bytes(4)
    edited = bytearray(block)
    struct.pack_into(order + "I", edited, main + 2 + 12 * count, at)
    return bytes(edited) + second + thumbnail


@cache
def srgb_icc():
    """Made once: a profile carries the second in which it was made."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def profile_of(space, size=0):
    """A profile whose header says another colour space, or that is padded to a size."""
    made = bytearray(srgb_icc())
    made[16:20] = space
    made += bytes(max(size - len(made), 0))
    made[0:4] = struct.pack(">I", len(made))
    return bytes(made)


def saved(array, form, mode=None, **options):
    """A file made by Pillow."""
    out = io.BytesIO()
    made = array if isinstance(array, Pillow.Image) else Pillow.fromarray(array)
    (made.convert(mode) if mode else made).save(out, form, **options)
    return out.getvalue()


def png_chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_file(width, height, depth, colour, rows, extra=b"", interlace=0):
    """A PNG of already filtered rows; `extra` chunks stand behind the header."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            png_chunk(b"IHDR", head),
            extra,
            png_chunk(b"IDAT", zlib.compress(rows, 9)),
            png_chunk(b"IEND", b""),
        )
    )


def with_png_chunks(data, extra):
    """A PNG file with chunks added behind its header."""
    return data[:33] + extra + data[33:]


def with_segments(data, *segments):
    """A JPEG file with (marker, body) segments added behind its start."""
    made = b"".join(struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body for marker, body in segments)
    return data[:2] + made + data[2:]


def refused(data, code, **options):
    with pytest.raises(ImageError) as caught:
        read(data, **options)
    assert caught.value.code == code, caught.value
    assert "\n" not in str(caught.value)
    return caught.value


def photo():
    return picture(64, 80).pixels
