"""SHA-256 of bytes and of files, as lower-case hex."""

from __future__ import annotations

import hashlib
from pathlib import Path


def sha256_bytes(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def sha256_file(path: Path) -> str:
    """Read in pieces, so of any size. OSError as `open` raises it: only the caller knows what the file was for."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
