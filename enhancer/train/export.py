"""From the best weights of a run to a model that says what it is: results on the card, the verdict, the store."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import tomli_w

from ..files.atomic import write_bytes, write_text
from ..models.file import read_header
from ..models.info import ModelInfo
from ..models.store import REFERENCE_SUFFIX, Store, user_folder
from ..spec import parse_toml, read_spec_text
from . import log
from .config import TrainConfig
from .recipes.recipe import Verdict
from .run_folder import BEST, REFERENCE
from .state import Counters

CURVE = ".curve.jsonl"
RECIPE = ".recipe.toml"


def with_results(info: ModelInfo, config: TrainConfig, counters: Counters, verdict: Verdict) -> ModelInfo:
    """The card with its scores, the images seen, the complete recipe, and the verdict."""
    return info.model_copy(
        update={
            "metrics": verdict.scores,
            "images_seen": counters.started_images + counters.images,
            "images_before": counters.started_images,
            "started_from": counters.started_from,
            "verdict": "better" if verdict.better else "worse",
            "recipe": config.anonymous().to_mapping(),
        }
    )


def release(run_dir: Path, start: str, folder: Path) -> Path:
    """Put a run's best model into `folder`: NAME.safetensors, NAME.curve.jsonl and NAME.recipe.toml
    (NAME.reference.safetensors too, where the recipe left one).

    start: the model that the run started from, "" for none. What lies beside that model as its curve and recipe
    comes first, so that both tell the whole way. Returns the model's file.
    """
    best = run_dir / BEST
    info, _ = read_header(best)
    earlier = Store.default().find(start).path if start else None
    shift = info.images_before
    rows = [{**row, "images": row["images"] + shift} for row in log.read_rows(run_dir)]
    before = [row for row in _rows_beside(earlier, info) if row["images"] < shift]
    stages = [*_stages_beside(earlier), {**info.recipe, "images_before": shift}]
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{info.name}.safetensors"
    write_bytes(target, best.read_bytes())
    write_text(_beside(target, CURVE), "".join(json.dumps(row) + "\n" for row in [*before, *rows]))
    write_text(_beside(target, RECIPE), tomli_w.dumps({"stages": stages}))
    if (run_dir / REFERENCE).exists():
        write_bytes(_beside(target, REFERENCE_SUFFIX), (run_dir / REFERENCE).read_bytes())
    return target


def publish(run_dir: Path, start: str, force: bool) -> tuple[Path | None, str]:
    """Release a run's best model into the user's store if it earned it, or if forced.

    Returns the file in the store, or None, and one sentence that says what happened.
    """
    info, _ = read_header(run_dir / BEST)
    figures, rivals = told(info)
    if info.verdict != "better" and not force:
        return None, f"Not published: it does not beat its start and {rivals} ({figures}). --force publishes it anyway."
    target = release(run_dir, start, user_folder())
    called = info.name
    if Store.default().find(info.name).path != target:
        called = f"{target}, by that path, since the model {info.name} that came with the program goes first"
    verdict = "better than" if info.verdict == "better" else "WORSE than"
    return target, f"Published as {called}: {verdict} its start and {rivals} ({figures})."


def told(info: ModelInfo) -> tuple[str, str]:
    """A model's first score in words, and the name of what anybody could do without a network."""
    score = info.metrics[0]
    if info.purpose == "generate":
        return f"{score.metric} {score.value:.4g} against {score.data}, noise {score.baseline or 0:.4g}", "noise"
    return f"{score.metric} {score.value:.3f} on {score.data}, bicubic {score.bicubic or 0:.3f}", "bicubic"


def _beside(model: Path, suffix: str) -> Path:
    return model.with_name(model.name.removesuffix(".safetensors") + suffix)


def _rows_beside(model: Path | None, info: ModelInfo) -> list[dict[str, Any]]:
    """The curve of the start, if its scores mean the same: those of another scale were measured on other inputs."""
    if model is None or read_header(model)[0].scale != info.scale:
        return []
    return log.read_rows_of(_beside(model, CURVE))


def _stages_beside(model: Path | None) -> list[dict[str, Any]]:
    """The recipe file's stages; the start's own card where there is no such file."""
    if model is None:
        return []
    path = _beside(model, RECIPE)
    if path.exists():
        stages: list[dict[str, Any]] = parse_toml(read_spec_text(path), str(path)).get("stages", [])
        return stages
    info, _ = read_header(model)
    return [{**info.recipe, "images_before": info.images_before}] if info.recipe else []
