"""Whether what was dropped, pasted or named is one picture to look at, and not a batch or a job."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def is_one_picture(paths: Sequence[Path]) -> bool:
    return len(paths) == 1 and not paths[0].is_dir() and paths[0].suffix.lower() != ".toml"
