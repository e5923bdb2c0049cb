"""Pixels on their way from a child to the window: raw files in the session's folder, in memory where there is such a
place. No Qt here; `child_pixels` of the window turns them into pictures.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

FORMATS = {1: "grey", 3: "rgb", 4: "rgba"}
IN_MEMORY = Path("/dev/shm")
ROOM = 512 << 20
"""Bytes that must be free in memory for the folder to lie there; containers often have 64 MB only."""


def session_folder() -> Path:
    """A new folder for this run of the window; whoever makes it removes it."""
    place: str | None = None
    if IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK):
        room = os.statvfs(IN_MEMORY) if hasattr(os, "statvfs") else None
        if room is not None and room.f_bavail * room.f_frsize >= ROOM:
            place = str(IN_MEMORY)
    return Path(tempfile.mkdtemp(prefix="enhancer-", dir=place))


def put(folder: Path, pixels: NDArray[Any]) -> dict[str, Any]:
    """Write (H,W,C) uint8, C 1, 3 or 4, with straight alpha; what the window needs to show it."""
    import numpy as np

    height, width, channels = pixels.shape
    handle, name = tempfile.mkstemp(suffix=".raw", dir=folder)
    with os.fdopen(handle, "wb") as stream:
        stream.write(np.ascontiguousarray(pixels).data)
    return {"path": name, "width": width, "height": height, "format": FORMATS[channels]}
