"""The allow-list of formats: one a file, one line here. A file that none of them recognises is refused."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from ...registry import Registry

if TYPE_CHECKING:
    from .format import Format

FORMATS: Registry[Format] = Registry(
    "picture format",
    __name__,
    [
        ("png", ".png:PNG"),
        ("jpeg", ".jpeg:JPEG"),
        ("webp", ".webp:WEBP"),
        ("tiff", ".tiff:TIFF"),
        ("bmp", ".bmp:BMP"),
        ("gif", ".gif:GIF"),
    ],
)

# Written here once more, so that looking for pictures loads no codec; a test holds them against the formats.
EXTENSIONS: Mapping[str, str] = MappingProxyType(
    {
        ".png": "png",
        ".apng": "png",
        ".jpg": "jpeg",
        ".jpeg": "jpeg",
        ".jpe": "jpeg",
        ".jfif": "jpeg",
        ".mpo": "jpeg",
        ".webp": "webp",
        ".tif": "tiff",
        ".tiff": "tiff",
        ".btf": "tiff",
        ".bmp": "bmp",
        ".dib": "bmp",
        ".gif": "gif",
    }
)
