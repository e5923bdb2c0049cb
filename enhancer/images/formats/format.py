"""What every format tells about itself and what it exchanges with the reader and the writer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from numpy.typing import NDArray

from ...errors import ImageError
from ..image import AlphaKind, Image
from ..source import Source

MAX_FRAMES = 10_000
# Metadata blocks beyond these sizes are not the metadata of a picture.
MAX_ICC = 4 << 20
MAX_EXIF = 16 << 20
MAX_XMP = 16 << 20


@dataclass(frozen=True)
class Header:
    """What a file says of itself before any pixel is decoded.

    stored: width and height as stored; `width` and `height` are those of the upright picture. orientation:
    1..8 of EXIF. mode: the layout in the format's own words. bit_depth: significant bits a channel. icc,
    exif, xmp: as found, not yet checked. facts: what only the format's own decoder needs.
    """

    format: str
    stored: tuple[int, int]
    mode: str
    bit_depth: int
    has_alpha: bool = False
    alpha_kind: AlphaKind = "none"
    frames: int = 1
    orientation: int = 1
    icc: bytes | None = None
    exif: bytes | None = None
    xmp: bytes | None = None
    dpi: tuple[float, float] | None = None
    jpeg_quality: int | None = None
    size_bytes: int = 0
    notes: tuple[str, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def width(self) -> int:
        return self.stored[1] if self.orientation >= 5 else self.stored[0]

    @property
    def height(self) -> int:
        return self.stored[0] if self.orientation >= 5 else self.stored[1]


@dataclass(frozen=True)
class Decoded:
    """Pixels as stored, not yet upright: (H,W,C) and alpha as `Image` wants them.

    srgb: the decoder converted the colours, so the file's profile no longer describes them.
    """

    pixels: NDArray[Any]
    alpha: NDArray[Any] | None = None
    notes: tuple[str, ...] = ()
    srgb: bool = False


@dataclass(frozen=True)
class Format:
    """One file format. Without `encode` it is read only.

    extensions: with the dot, lower case, the usual one first. depths: bits a channel that can be written (32
    is float). max_side: longest side in pixels. carries: which of icc, exif, xmp, dpi it can hold. quality:
    default of a lossy format. lossless_from: the quality from which on such a format loses nothing. max_exif,
    max_xmp: bytes. decode(source, header, allow_truncated); encode(image, quality): everything of `image` is
    already as the format can hold it.
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    matches: Callable[[bytes], bool]
    probe: Callable[[Source], Header]
    decode: Callable[[Source, Header, bool], Decoded]
    encode: Callable[[Image, int | None], bytes] | None = None
    depths: tuple[int, ...] = ()
    alpha_kinds: tuple[AlphaKind, ...] = ()
    max_side: int = 2**31 - 1
    quality: int | None = None
    lossless_from: int | None = None
    carries: frozenset[str] = frozenset()
    max_exif: int = MAX_EXIF
    max_xmp: int = MAX_XMP
    too_big_for_exif: Callable[[Image], bool] = lambda image: False

    @property
    def alpha(self) -> bool:
        """Whether it has transparency."""
        return bool(self.alpha_kinds)

    def is_lossless(self, quality: int | None) -> bool:
        """Whether pixels written with this quality come back equal."""
        if self.quality is None:
            return True
        used = self.quality if quality is None else quality
        return self.lossless_from is not None and used >= self.lossless_from


def damaged(source: Source, what: str, hint: str = "") -> ImageError:
    """A file that breaks its format's rules."""
    return ImageError(f"{source.name} is damaged: {what}.", hint or "Get a fresh copy of it.", "unreadable")


def cut_off(source: Source, can_fill: bool = True) -> ImageError:
    """A file that ends too early."""
    hint = "Get a fresh copy" + (", or use --allow-truncated to fill what is missing." if can_fill else " of it.")
    return ImageError(f"{source.name} is cut off: its end is missing.", hint, "truncated")


def not_supported(source: Source, what: str, hint: str) -> ImageError:
    """A file that is sound but of a kind that is not read."""
    return ImageError(f"{source.name} {what}.", hint, "unsupported")
