"""What the plans of several jobs share: absolute names, folders that can be written to, formats, a job's identity."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..batch.plan import LeftOut
from ..batch.scan import Found
from ..errors import OutputError, SpecError
from ..files.names import display
from ..images.formats import EXTENSIONS, FORMATS

KNOWN = frozenset(extension.removeprefix(".") for extension in EXTENSIONS)
"""Suffixes of pictures that are read."""


def absolute(name: str) -> Path:
    """Without following links: what the user named is what messages show."""
    return Path(os.path.abspath(name))  # noqa: PTH100


def names_one_picture(inputs: Sequence[Path]) -> bool:
    """Whether the user pointed at one file: then that is meant, even if this program made it."""
    return len(inputs) == 1 and not inputs[0].is_dir()


def identity_of(values: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of all that decides which bytes the outputs have: jobs that share it share a journal."""
    text = json.dumps(values, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def left_out(found: Found) -> LeftOut:
    """What the scan could not offer as a picture; worth a failure only where the user named it."""
    return LeftOut(found.key, found.code, found.reason, "failed" if found.named else "skipped")


def writable_format(name: str) -> str:
    """The registered format that a user's word or suffix stands for; SpecError if it cannot be written."""
    found = EXTENSIONS.get(f".{name.lower()}", name.lower())
    if FORMATS.get(found).encode is None:
        raise SpecError(f"{found} can be read but not written.", "Use png, jpeg, webp or tiff.")
    return found


def check_folder(folder: Path) -> None:
    """OutputError if nothing can be created there; asked of the nearest folder that exists."""
    if not _may_write(folder):
        raise OutputError(
            f"{display(os.fspath(folder))} cannot be written to.",
            "Choose another folder with -o.",
            "permission",
        )


@lru_cache(maxsize=4096)
def _may_write(folder: Path) -> bool:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK)
