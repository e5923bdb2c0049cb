"""`compare A B`: whether two names mean pictures, folders or models. How each is done lies in its own file."""

from __future__ import annotations

from pathlib import Path

from ..errors import SpecError
from ..events import NullSink, Sink
from ..images.read import read
from .compare_folders import compare_folders
from .comparison import Comparison, compare_pictures, verdict_by_truth


def compare(
    a: str | Path,
    b: str | Path,
    truth: str | Path | None = None,
    data: str | Path | None = None,
    sink: Sink | None = None,
) -> Comparison:
    """Compare two pictures, two folders of pictures, or, with `data`, two models on a folder of good pictures.

    truth: a picture, or a folder beside two folders, that both are measured against. SpecError when the
    arguments do not belong together; ImageError when pictures cannot be read or their sizes have nothing to
    do with each other.
    """
    sink = sink or NullSink()
    if data is not None:
        if truth is not None:
            raise SpecError("Models are compared on --data, which is their truth.", "Leave --truth out.")
        from .compare_models import compare_models

        return compare_models(str(a), str(b), Path(data), sink)
    a, b = Path(a), Path(b)
    for path in (a, b, *([Path(truth)] if truth is not None else [])):
        if not path.exists():
            hint = "Two models are compared with --data DIR, a folder of good pictures."
            raise SpecError(f"There is no file or folder {path}.", hint)
    if a.is_dir() != b.is_dir() or (truth is not None and Path(truth).is_dir() != a.is_dir()):
        raise SpecError("A file cannot be compared with a folder.", "Give files only, or folders only.")
    if a.is_dir():
        return compare_folders(a, b, Path(truth) if truth is not None else None, sink)
    if ".safetensors" in (a.suffix, b.suffix):
        raise SpecError("Models are compared on pictures.", "Name a folder of good pictures with --data DIR.")
    row = compare_pictures(a.name, read(a), read(b), read(Path(truth)) if truth is not None else None)
    return Comparison("pictures", str(a), str(b), (row,), verdict=verdict_by_truth(a.name, b.name, (row,)))
