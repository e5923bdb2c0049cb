"""ICC profiles: whether one is sound and fits the pixels. Converting with them is for `colour`."""

from __future__ import annotations

import io
import struct

from PIL import ImageCms

MAX_BYTES = 4 << 20
MAX_TAGS = 200
_CLASSES = {b"mntr", b"scnr", b"prtr", b"spac"}
SPACES = {b"RGB ": "RGB", b"GRAY": "grey", b"CMYK": "CMYK", b"Lab ": "Lab"}


def space(profile: bytes) -> str:
    """RGB, grey, CMYK, Lab, or "" for others: the colour space of the numbers it describes."""
    return SPACES.get(profile[16:20], "")


def fault(profile: bytes, wanted: str) -> str:
    """Why a profile must not be used for pixels of the space `wanted`, in a few words; "" if it may."""
    if len(profile) > MAX_BYTES:
        return f"it is too large ({len(profile):,} bytes)"
    if len(profile) < 132 or profile[36:40] != b"acsp":
        return "it is not an ICC profile"
    size, count = struct.unpack(">I", profile[:4])[0], struct.unpack(">I", profile[128:132])[0]
    if size > len(profile) or size < 132 or count > MAX_TAGS or 132 + 12 * count > size:
        return "its header is damaged"
    for index in range(count):
        offset, length = struct.unpack_from(">II", profile, 132 + 12 * index + 4)
        if offset < 128 or offset + length > size:
            return "its tags lie outside of it"
    if profile[12:16] not in _CLASSES:
        return "it is not of a device or colour space"
    if space(profile) != wanted:
        return f"it describes {space(profile) or 'other'} values and the pixels are {wanted}"
    try:
        ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (OSError, ValueError, TypeError):
        return "the colour engine refuses it"
    return ""
