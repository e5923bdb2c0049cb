"""Saying what a file is that no format of ours recognises."""

from __future__ import annotations

from ..errors import ImageError
from .source import Source

_CONVERT = "Convert it to PNG, JPEG, WebP or TIFF first."
# (where, what stands there, what it is called, what to do)
_KNOWN: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"%!PS", "a PostScript (EPS) drawing", _CONVERT),
    (0, b"\xc5\xd0\xd3\xc6", "a PostScript (EPS) drawing", _CONVERT),
    (0, b"%PDF", "a PDF document", _CONVERT),
    (0, b"\xd7\xcd\xc6\x9a", "a Windows metafile drawing", _CONVERT),
    (40, b" EMF", "a Windows metafile drawing", _CONVERT),
    (0, b"8BPS", "a Photoshop document", _CONVERT),
    (0, b"\0\0\x01\0", "an icon", _CONVERT),
    (0, b"\0\0\x02\0", "a cursor", _CONVERT),
    (0, b"\0\0\0\x0cjP  ", "a JPEG 2000 picture", _CONVERT),
    (0, b"\xff\x4f\xff\x51", "a JPEG 2000 picture", _CONVERT),
    (0, b"\0\0\0\x0cJXL ", "a JPEG XL picture", _CONVERT),
    (0, b"\xff\x0a", "a JPEG XL picture", _CONVERT),
    (4, b"ftypavif", "an AVIF picture", _CONVERT),
    (4, b"ftypavis", "an AVIF picture", _CONVERT),
    (4, b"ftyphei", "a HEIC picture", _CONVERT),
    (4, b"ftypmif1", "a HEIC picture", _CONVERT),
    (4, b"ftyp", "a video", "Extract its pictures first."),
    (0, b"SIMPLE  =", "a FITS file", _CONVERT),
    (0, b"PK\x03\x04", "a ZIP archive", "Unpack it first."),
    (0, b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (0, b"qoif", "a QOI picture", _CONVERT),
    (0, b"v/1\x01", "an OpenEXR picture", "Convert it to a float TIFF first."),
    (0, b"#?RADIANCE", "a Radiance HDR picture", "Convert it to a float TIFF first."),
    (0, b"FUJIFILM", "a camera raw file", "Develop it first."),
)


def refuse(source: Source) -> ImageError:
    """The error for a file of no known format, naming what it looks like."""
    head = source.head
    if not head:
        return ImageError(f"{source.name} is empty.", "Get a fresh copy of it.", "unreadable")
    for at, mark, what, advice in _KNOWN:
        if head[at : at + len(mark)] == mark:
            return ImageError(f"{source.name} is {what}, which is not read.", advice, "unsupported")
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<svg", b"<?xml")) and b"<svg" in text:
        return ImageError(f"{source.name} is an SVG drawing, which is not read.", _CONVERT, "unsupported")
    if text.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<script")):
        hint = "A download may have failed; get it again."
        return ImageError(f"{source.name} is a web page, not a picture.", hint, "unreadable")
    if b"\0" not in head and _mostly_text(head):
        return ImageError(f"{source.name} is a text file, not a picture.", code="unreadable")
    return ImageError(f"{source.name} is not a picture that can be recognised.", _CONVERT, "unreadable")


def _mostly_text(head: bytes) -> bool:
    try:
        text = head.decode("utf-8", errors="ignore")
    except ValueError:
        return False
    plain = sum(character.isprintable() or character in "\r\n\t" for character in text)
    return len(text) > 0.9 * len(head) and plain > 0.95 * len(text)
