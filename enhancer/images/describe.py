"""What a header says, in words for people: rows of name and text, every text from the file escaped. Decodes nothing."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from ..files.names import display
from .blocks.ifd import GPS_POINTER, Entry, Exif, ExifError, parse
from .blocks.made import made

if TYPE_CHECKING:
    from .formats.format import Header

LONGEST_TEXT = 80
FAITHFUL_QUALITY = 85
"""JPEGs below it show blocks that a faithful enlargement would enlarge."""

_MAKE, _MODEL, _SOFTWARE, _DATE, _ARTIST, _COPYRIGHT = 0x010F, 0x0110, 0x0131, 0x0132, 0x013B, 0x8298
_TAKEN, _EXPOSURE, _APERTURE, _SENSITIVITY, _FOCAL, _LENS = 0x9003, 0x829A, 0x829D, 0x8827, 0x920A, 0xA434


def describe(header: Header) -> list[tuple[str, str]]:
    """Rows in reading order; what the file does not say has no row."""
    megapixels = header.width * header.height / 1e6
    turned = "" if header.orientation == 1 else f", stored as {header.stored[0]} x {header.stored[1]}"
    rows = [
        ("format", header.format),
        ("size", f"{header.width} x {header.height} pixels ({megapixels:.1f} megapixels){turned}"),
        ("pixels", f"{display(header.mode)}, {header.bit_depth} bits a channel"),
        ("alpha", header.alpha_kind if header.has_alpha else ""),
        ("pictures", f"{header.frames} in the file; the first is used" if header.frames > 1 else ""),
        ("profile", _profile(header.icc)),
        ("density", f"{header.dpi[0]:.0f} x {header.dpi[1]:.0f} dpi" if header.dpi else ""),
        ("quality", quality_text(header.jpeg_quality)),
        *exif_rows(header.exif),
        ("generated", generated_text(header.xmp)),
        ("XMP", f"{len(header.xmp):,} bytes" if header.xmp else ""),
        *(("note", display(note)) for note in header.notes),
    ]
    return [(name, text) for name, text in rows if text]


def generated_text(xmp: bytes | None) -> str:
    """By which model and from what a picture was generated, as its file says; empty for one that was not."""
    values = made(xmp)
    if values is None:
        return ""
    words = {"seed": "seed", "class_name": "class", "candidate": "candidate", "truncation": "truncation"}
    parts = [f"{word} {values[name]}" for name, word in words.items() if values.get(name) not in (None, "", 0, 1, 1.0)]
    if values.get("seed") == 0:
        parts.insert(0, "seed 0")
    if values.get("seeds"):
        parts.append(f"between the seeds {values['seeds']} at {values.get('position')}")
    if values.get("latent"):
        parts.append("from a latent found for a photo")
    if values.get("wraps"):
        parts.append("tiles without a seam")
    text = f"by {values.get('model')} (sha256 {str(values.get('sha256'))[:12]}), {', '.join(parts)}"
    return display(f"{text}; {values.get('program')}", 4 * LONGEST_TEXT)


def quality_text(quality: int | None) -> str:
    """What the estimated quality of a JPEG means for enhancing it; empty for None."""
    if quality is None:
        return ""
    low = ", so fidelity auto holds colour and tone only" if quality < FAITHFUL_QUALITY else ""
    return f"about {quality} of 100{low}"


def exif_rows(block: bytes | None) -> list[tuple[str, str]]:
    """Camera, lens, date, exposure, author and whether there is a position (never the position itself)."""
    if block is None:
        return []
    try:
        exif = parse(block)
    except ExifError as error:
        return [("EXIF", f"not sound: {error}")]
    camera = " ".join(dict.fromkeys(" ".join((_text(exif, _MAKE), _text(exif, _MODEL))).split()))
    rows = [
        ("camera", camera),
        ("lens", _text(exif, _LENS)),
        ("taken", _text(exif, _TAKEN) or _text(exif, _DATE)),
        ("exposure", _exposure(exif)),
        ("software", _text(exif, _SOFTWARE)),
        ("artist", _text(exif, _ARTIST)),
        ("copyright", _text(exif, _COPYRIGHT)),
        ("position", "is in the metadata; --strip-gps leaves it out" if exif.main.find(GPS_POINTER) else ""),
    ]
    return [(name, text) for name, text in rows if text]


def _exposure(exif: Exif) -> str:
    seconds = exif.rational(_find(exif, _EXPOSURE))
    aperture = exif.rational(_find(exif, _APERTURE))
    focal = exif.rational(_find(exif, _FOCAL))
    sensitivity = exif.integer(_find(exif, _SENSITIVITY))
    time = "" if not seconds else f"{seconds:.1f} s" if seconds >= 0.3 else f"1/{1 / seconds:.0f} s"
    parts = [
        time,
        f"f/{aperture:.1f}" if aperture else "",
        f"ISO {sensitivity}" if sensitivity else "",
        f"{focal:.0f} mm" if focal else "",
    ]
    return ", ".join(part for part in parts if part)


def _find(exif: Exif, tag: int) -> Entry | None:
    return exif.main.find(tag) or (exif.exif.find(tag) if exif.exif else None)


def _text(exif: Exif, tag: int) -> str:
    entry = _find(exif, tag)
    if entry is None or entry.type not in (2, 129):
        return ""
    # Cut first: a tag may hold megabytes.
    value = exif.value(entry)[: 4 * LONGEST_TEXT].split(b"\0")[0]
    return display(value.decode("utf-8", "replace").strip(), LONGEST_TEXT)


def _profile(icc: bytes | None) -> str:
    if icc is None:
        return ""
    from PIL import ImageCms

    try:
        name = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(icc))).strip()
    except (OSError, ImageCms.PyCMSError, TypeError, ValueError):
        return f"{len(icc):,} bytes, not readable"
    return f"{display(name, LONGEST_TEXT) or 'without a name'} ({len(icc):,} bytes)"
