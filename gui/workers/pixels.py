"""Pixels on their way from a child to the window: raw files in the session's folder, in memory where there is such a
place. No Qt here; `child_pixels` of the window turns them into pictures.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from enhancer.files.process import Owner, this_process

if TYPE_CHECKING:
    from numpy.typing import NDArray

PREFIX, OWNER = "enhancer-", "owner.json"
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
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
    (folder / OWNER).write_text(json.dumps(asdict(this_process())), encoding="utf-8")
    return folder


def sweep_sessions(own: Path) -> int:
    """Remove the folders that windows left beside this one when they were killed; how many. Never fails."""
    removed = 0
    with suppress(OSError):
        for folder in own.parent.glob(f"{PREFIX}*"):
            with suppress(OSError, ValueError, TypeError):
                if folder != own and Owner(**json.loads((folder / OWNER).read_text(encoding="utf-8"))).is_dead():
                    shutil.rmtree(folder, ignore_errors=True)
                    removed += 1
    return removed


def put(folder: Path, pixels: NDArray[Any]) -> dict[str, Any]:
    """Write (H,W,C) uint8, C 1, 3 or 4, with straight alpha; what the window needs to show it."""
    import numpy as np

    height, width, channels = pixels.shape
    handle, name = tempfile.mkstemp(suffix=".raw", dir=folder)
    with os.fdopen(handle, "wb") as stream:
        stream.write(np.ascontiguousarray(pixels).data)
    return {"path": name, "width": width, "height": height, "format": FORMATS[channels]}
