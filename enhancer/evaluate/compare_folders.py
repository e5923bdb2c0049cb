"""Two folders of pictures compared pair by pair; pairs are found by relative name, with or without extension."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from ..errors import DataError, EnhancerError
from ..events import Progressed, Sink, Warned
from ..images.formats import EXTENSIONS
from ..images.read import read
from .comparison import Comparison, Row, compare_pictures, verdict_by_truth

LISTED = 10


def compare_folders(a: Path, b: Path, truth: Path | None, sink: Sink) -> Comparison:
    """Scores of all pairs; what has no partner, or cannot be compared, is listed in the notes. DataError if no pair."""
    folders = {"a": pictures(a), "b": pictures(b), **({"truth": pictures(truth)} if truth else {})}
    keys = [key for key in folders["a"] if all(key in found for found in folders.values())]
    notes = missing(folders)
    if not keys:
        hint = "Pairs are found by the same name, the extension may differ."
        raise DataError(f"No picture in {a} has a partner in {b}{' and the truth' if truth else ''}.", hint)
    rows: list[Row] = []
    for number, key in enumerate(keys):
        sink.check()
        try:
            against = read(folders["truth"][key]) if truth else None
            rows.append(compare_pictures(key, read(folders["a"][key]), read(folders["b"][key]), against))
        except EnhancerError as error:
            sink.emit(Warned(f"{key}: {error}", error.code, key))
            notes.append(f"{key} is left out: {error}")
        sink.emit(Progressed((number + 1) / len(keys), key))
    if not rows:
        raise DataError(f"None of the {len(keys)} pairs could be compared.", notes[-1])
    found = tuple(rows)
    return Comparison("folders", str(a), str(b), found, tuple(notes), verdict_by_truth(a.name, b.name, found))


def pictures(folder: Path) -> dict[str, Path]:
    """Pictures below a folder, sorted, by relative name without extension; with it where two would be one."""
    paths = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in EXTENSIONS
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    stems = [path.relative_to(folder).with_suffix("").as_posix() for path in paths]
    uses = Counter(stems)
    return {
        stem if uses[stem] == 1 else path.relative_to(folder).as_posix(): path
        for stem, path in zip(stems, paths, strict=True)
    }


def missing(folders: Mapping[str, Mapping[str, Path]]) -> list[str]:
    """One sentence for each folder that lacks pictures of another."""
    everything = sorted(set().union(*folders.values()))
    sentences = []
    for name, found in folders.items():
        lost = [key for key in everything if key not in found]
        if lost:
            more = f" and {len(lost) - LISTED} more" if len(lost) > LISTED else ""
            sentences.append(f"Missing in {name}: {', '.join(lost[:LISTED])}{more}.")
    return sentences
