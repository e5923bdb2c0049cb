"""What lies beside a model, and putting one into the store: reads and copies files, computes nothing. No torch."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from enhancer.errors import EnhancerError, OutputError

from ..serving import CallSink

MOST_POINTS = 400
CURVE, RECIPE = ".curve.jsonl", ".recipe.toml"
"""As `enhancer.train.export` names them, which needs torch."""


def facts(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "path" of a model. Its hash, size, learning curve and recipe."""
    from enhancer.files.hashing import sha256_file
    from enhancer.train.log import read_rows_of
    from enhancer.train.report.chart import thinned
    from enhancer.train.report.scores import group_of, lower_is_better, series_of

    path = Path(arguments["path"])
    stem = path.name.removesuffix(".safetensors")
    rows = read_rows_of(path.with_name(stem + CURVE))
    series = {name: [list(point) for point in thinned(points, MOST_POINTS)] for name, points in series_of(rows).items()}
    recipe = path.with_name(stem + RECIPE)
    return {
        "path": str(path),
        "sha256": sha256_file(path),
        "bytes": path.stat().st_size,
        "series": series,
        "groups": {name: group_of(name) for name in series},
        "lowers": {name: lower_is_better(name) for name in series},
        "recipe": recipe.read_text(encoding="utf-8", errors="replace") if recipe.is_file() else "",
    }


def add(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "path", "folder" of the user's models. Copy a model file there, with what lies beside it."""
    from enhancer.files.atomic import write_bytes
    from enhancer.models.file import read_header
    from enhancer.models.store import REFERENCE_SUFFIX, SUFFIX, Store

    source, folder = Path(arguments["path"]), Path(arguments["folder"])
    if source.suffix != SUFFIX:
        raise OutputError(f"{source.name} is no model file.", "Models are .safetensors files written by this program.")
    info, _ = read_header(source)
    name = info.name if source.name == "best.safetensors" else source.stem
    if name in Store.default().names() or (folder / (name + SUFFIX)).exists():
        raise OutputError(f"There is a model called {name} already.", "Rename the file first.")
    folder.mkdir(parents=True, exist_ok=True)
    beside = [CURVE, RECIPE, REFERENCE_SUFFIX]
    for suffix in beside:
        extra = source.with_name(source.stem + suffix)
        if extra.is_file():
            write_bytes(folder / (name + suffix), extra.read_bytes())
    target = folder / (name + SUFFIX)
    write_bytes(target, source.read_bytes())
    try:
        read_header(target)
    except EnhancerError:
        target.unlink(missing_ok=True)
        raise
    return {"name": name, "path": str(target)}
