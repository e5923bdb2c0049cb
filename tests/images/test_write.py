"""What is written comes back: pixels, depth, profile, EXIF, XMP, resolution, alpha; losses are told, others caught."""

import io
from dataclasses import replace

import imagecodecs
import numpy as np
import pytest
import tifffile
from PIL import Image as Pillow

from enhancer.errors import ImageError, SpecError
from enhancer.images.blocks import exif as exif_block
from enhancer.images.formats import EXTENSIONS, FORMATS
from enhancer.images.image import Image, ImageMeta
from enhancer.images.prepare import writable_formats
from enhancer.images.read import read
from enhancer.images.verify import verify
from enhancer.images.write import WriteOptions, check_writable, encode, write
from tests.helpers_images import XMP, exif, picture, srgb_icc

DTYPES = (np.uint8, np.uint16, np.float32)


def full(channels=3, **options):
    """A picture with every kind of metadata."""
    meta = {"exif": exif(1), "xmp": XMP % 1, "dpi": (300.0, 300.0)}
    return picture(channels=channels, icc=srgb_icc() if channels == 3 else None, **(meta | options))


@pytest.mark.parametrize("form", writable_formats())
@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("alpha", ["none", "straight", "associated"])
def test_every_kind_of_picture_is_written_verified_and_read_the_same(form, dtype, channels, alpha):
    image = full(channels, dtype=dtype, alpha=alpha)
    options = WriteOptions(format=form, background="#fff")
    done = encode(image, options)
    back = verify(done.data, image, options)
    assert back.losses == done.losses
    assert back.image.meta.exif is not None
    assert back.image.meta.xmp == XMP % 1
    assert back.image.meta.icc == image.meta.icc
    kept = FORMATS.get(form)
    if dtype == np.uint8 and kept.is_lossless(None) and (alpha == "none" or kept.alpha):
        assert done.losses == ()
    if kept.alpha and alpha != "none":
        assert back.image.alpha is not None


def test_a_second_library_reads_the_same_png():
    for dtype in (np.uint8, np.uint16):
        image = full(dtype=dtype, alpha="straight")
        array = imagecodecs.png_decode(encode(image, WriteOptions(format="png")).data)
        assert np.array_equal(array[..., :3], image.pixels)
        assert np.array_equal(array[..., 3], image.alpha)


@pytest.mark.parametrize("dtype", DTYPES)
def test_a_second_library_reads_the_same_tiff_with_its_tags(dtype):
    image = full(dtype=dtype, alpha="straight")
    with tifffile.TiffFile(io.BytesIO(encode(image, WriteOptions(format="tiff")).data)) as file:
        page = file.pages[0]
        assert np.array_equal(page.asarray()[..., :3], image.pixels)
        assert np.array_equal(page.asarray()[..., 3], image.alpha)
        assert page.extrasamples == (2,)
        assert page.tags[271].value == "Maker"
        assert page.tags[282].value == (300, 1)
        assert page.tags[700].value == XMP % 1
        assert page.tags[34675].value == srgb_icc()
        assert page.tags[34665].value["DateTimeOriginal"] == "2026:01:02 03:04:05"
        assert page.tags[34853].value["GPSLatitudeRef"] == "N"


def test_associated_alpha_is_written_as_it_was_read():
    array = np.random.default_rng(0).integers(0, 256, (20, 20, 4), np.uint8)
    array[..., :3] = np.minimum(array[..., :3], array[..., 3:])
    out = io.BytesIO()
    tifffile.imwrite(out, array, photometric="rgb", extrasamples=["assocalpha"])
    image = read(out.getvalue())
    done = encode(image, WriteOptions(format="tiff"))
    with tifffile.TiffFile(io.BytesIO(done.data)) as file:
        assert file.pages[0].extrasamples == (1,)
        assert np.array_equal(file.pages[0].asarray(), array)
    assert verify(done.data, done).image.meta.alpha_kind == "associated"


@pytest.mark.parametrize("form", ["jpeg", "png", "webp"])
def test_pillow_reads_the_same_metadata(form):
    image = full()
    done = encode(image, WriteOptions(format=form))
    with Pillow.open(io.BytesIO(done.data)) as other:
        other.load()
        assert other.info["icc_profile"] == srgb_icc()
        tags = other.getexif()
        assert tags[0x0110] == "Model X"
        assert tags.get_ifd(0x8769)[0xA002] == image.width
        assert tags.get_ifd(0x8769)[0x927C] == b"maker note " * 4
        assert tags.get_ifd(0x8825)[1] == "N"
        if form != "webp":
            assert [round(value) for value in other.info["dpi"]] == [300, 300]


def test_jpegs_are_written_at_95_without_subsampling_unless_asked():
    image = full()
    with Pillow.open(io.BytesIO(encode(image, WriteOptions(format="jpeg")).data)) as other:
        assert [part[1:3] for part in other.layer] == [(1, 1)] * 3
    assert read(encode(image, WriteOptions(format="jpeg")).data).meta.jpeg_quality == 95
    assert read(encode(image, WriteOptions(format="jpeg", quality=60)).data).meta.jpeg_quality == 60


def test_a_large_profile_is_split_over_segments_and_comes_back():
    made = bytearray(srgb_icc())
    made += np.random.default_rng(0).bytes(200_000)
    made[0:4] = len(made).to_bytes(4, "big")
    image = picture(icc=bytes(made))
    done = encode(image, WriteOptions(format="jpeg"))
    assert verify(done.data, done).image.meta.icc == bytes(made)
    with Pillow.open(io.BytesIO(done.data)) as other:
        assert other.info["icc_profile"] == bytes(made)


def test_exif_too_large_for_jpeg_is_a_listed_loss_and_stays_in_png():
    block = exif(1) + bytes(70_000)
    image = picture(exif=block)
    done = encode(image, WriteOptions(format="jpeg"))
    assert any("EXIF was dropped" in loss and "65,527" in loss for loss in done.losses)
    assert verify(done.data, done).image.meta.exif is None
    assert not encode(image, WriteOptions(format="png")).losses


def test_transparency_needs_a_background_where_the_format_has_none():
    image = full(alpha="straight")
    with pytest.raises(ImageError, match="--background") as caught:
        encode(image, WriteOptions(format="jpeg"))
    assert caught.value.code == "needs-background"
    done = encode(image, WriteOptions(format="jpeg", background="#102030"))
    assert any("#102030" in loss for loss in done.losses)
    opaque = replace(image, alpha=np.full_like(image.alpha, 255))
    assert encode(opaque, WriteOptions(format="jpeg")).losses == ()
    with pytest.raises(SpecError):
        encode(image, WriteOptions(format="jpeg", background="no such colour"))


def test_depth_is_kept_or_its_loss_is_listed():
    deep = full(dtype=np.uint16)
    assert encode(deep, WriteOptions(format="png")).losses == ()
    for options in (WriteOptions(format="jpeg"), WriteOptions(format="png", depth="8")):
        done = encode(deep, options)
        assert any("16 bits to 8 bits" in loss for loss in done.losses)
        assert verify(done.data, deep, options).image.pixels.dtype == np.uint8
    float_png = encode(full(dtype=np.float32), WriteOptions(format="png"))
    assert any("float to 16 bits" in loss for loss in float_png.losses)
    up = encode(full(), WriteOptions(format="png", depth="16"))
    assert up.losses == ()
    assert np.array_equal(read(up.data).pixels, full().pixels.astype(np.uint16) * 257)
    assert read(encode(full(), WriteOptions(format="tiff", depth="32")).data).pixels.dtype == np.float32


def test_floats_are_clamped_and_rounded_to_nearest():
    values = np.array([-0.1, 1.1, 0.5 / 255, 0.51 / 255, 0.49 / 255, np.float32(0.5)], np.float32)
    image = Image(values.reshape(1, -1, 1))
    got = read(encode(image, WriteOptions(format="png", depth="8")).data).pixels
    assert got.reshape(-1).tolist() == [0, 255, 0, 1, 0, 128]


def test_strip_and_strip_gps_do_as_they_say():
    image = full()
    bare = read(encode(image, WriteOptions(format="jpeg", strip=True)).data).meta
    assert (bare.exif, bare.xmp) == (None, None)
    assert bare.icc == srgb_icc()
    for form in writable_formats():
        options = WriteOptions(format=form, strip_gps=True)
        meta = verify(encode(image, options).data, image, options).image.meta
        assert not exif_block.has_gps(meta.exif)
        assert b"GPS" not in meta.xmp
        assert b'dc:creator="me"' in meta.xmp
        assert exif_block.has_gps(
            verify(
                encode(image, replace(options, strip_gps=False)).data, image, replace(options, strip_gps=False)
            ).image.meta.exif
        )


def test_sizes_over_the_limit_of_a_format_are_refused_before_work():
    check_writable("jpeg", 65_500, 65_500)
    for form, side in (("jpeg", 65_501), ("webp", 16_384)):
        with pytest.raises(ImageError, match="png or tiff") as caught:
            check_writable(form, 10, side)
        assert caught.value.code == "too-large-to-write"
    with pytest.raises(SpecError, match="not written"):
        check_writable("gif", 1, 1)
    with pytest.raises(ImageError):
        check_writable("jpeg", 1, 1, alpha=True)


def test_the_format_is_that_of_the_option_then_the_name_then_the_source(tmp_path):
    image = picture(format="jpeg")
    assert encode(image).format == "jpeg"
    assert encode(image, path=tmp_path / "a.webp").format == "webp"
    assert encode(image, WriteOptions(format="png"), tmp_path / "a.webp").format == "png"
    assert encode(picture(format="gif")).format == "png"
    with pytest.raises(SpecError, match=r"\.xyz"):
        encode(image, path=tmp_path / "a.xyz")
    with pytest.raises(SpecError, match="GIF"):
        encode(image, path=tmp_path / "a.gif")


def test_writing_replaces_the_file_and_leaves_nothing_beside_it(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    assert write(full(), path) == ()
    assert np.array_equal(read(path).pixels, full().pixels)
    assert [one.name for one in tmp_path.iterdir()] == ["a.png"]


def test_lossless_webp_stays_lossless_also_under_transparency():
    image = full(alpha="straight")
    hidden = replace(image, alpha=np.where(image.alpha > 128, 255, 0).astype(np.uint8))
    done = encode(hidden, WriteOptions(format="webp", quality=100))
    assert np.array_equal(read(done.data).pixels, hidden.pixels)
    again = encode(replace(read(done.data)))
    assert again.format == "webp"
    assert np.array_equal(read(again.data).pixels, hidden.pixels)


@pytest.mark.parametrize("change", ["size", "depth", "icc", "exif", "xmp", "dpi", "alpha", "pixel", "cut"])
def test_a_difference_that_was_not_announced_is_caught(change):
    image = full(alpha="straight")
    other = {
        "size": lambda: full(alpha="straight", height=36),
        "depth": lambda: full(alpha="straight", dtype=np.uint16),
        "icc": lambda: replace(image, meta=replace(image.meta, icc=None)),
        "exif": lambda: replace(image, meta=replace(image.meta, exif=exif(1, gps=False))),
        "xmp": lambda: replace(image, meta=replace(image.meta, xmp=None)),
        "dpi": lambda: replace(image, meta=replace(image.meta, dpi=(72.0, 72.0))),
        "alpha": lambda: full(),
        "pixel": lambda: full(alpha="straight", seed=1),
        "cut": lambda: image,
    }[change]()
    data = encode(other, WriteOptions(format="png")).data
    if change == "cut":
        data = data[: len(data) // 2]
    with pytest.raises(ImageError) as caught:
        verify(data, image, WriteOptions(format="png"))
    assert caught.value.code == "verify"


def test_resolution_without_a_place_is_a_listed_loss():
    alone = picture(dpi=(300.0, 300.0))
    assert any("300 dpi" in loss for loss in encode(alone, WriteOptions(format="webp")).losses)
    told_by_exif = picture(dpi=(300.0, 300.0), exif=exif(1))
    assert encode(told_by_exif, WriteOptions(format="webp")).losses == ()


def test_extensions_say_the_same_as_the_formats():
    told = {ext: name for name in FORMATS for ext in FORMATS.get(name).extensions}
    assert dict(EXTENSIONS) == told
    assert all(FORMATS.get(name).name == name for name in FORMATS)


def test_a_picture_made_here_has_no_past():
    assert ImageMeta().source is None
    assert encode(Image(np.zeros((1, 1, 3), np.uint8))).format == "png"
