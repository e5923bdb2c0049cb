"""From the best weights of a run to a model that says what it is: results on the card, the verdict, the store."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..files.atomic import write_bytes
from ..models.file import read_header, read_model, save_model
from ..models.info import ModelInfo, Score
from ..models.store import user_folder
from .config import TrainConfig
from .state import Counters

MARGIN = 0.005
"""Decibels by which a model must beat its start: less is noise of the held-out set."""


def with_results(
    info: ModelInfo, config: TrainConfig, counters: Counters, metric: str, baseline: Mapping[str, float]
) -> ModelInfo:
    """The card with its score on held-out pictures, the images seen, the complete recipe, and the verdict."""
    score = Score(
        metric=metric,
        data="held-out pictures",
        value=round(counters.best, 4),
        bicubic=round(baseline[metric], 4),
        protocol="Y of BT.601, 8 bit, border of the scale left out, mean over pictures",
    )
    start = counters.start_scores.get(metric)
    beaten = counters.best > baseline[metric] and (start is None or counters.best > start + MARGIN)
    data = config.data.model_copy(update={"train": "", "validation": ""})
    return info.model_copy(
        update={
            "metrics": (score,),
            "images_seen": counters.started_images + counters.images,
            "started_from": counters.started_from,
            "verdict": "better" if beaten else "worse",
            "recipe": config.model_copy(update={"data": data}).to_mapping(),
        }
    )


def publish(best: Path, force: bool) -> tuple[Path | None, str]:
    """Copy a run's best model into the user's store if it earned it, or if forced.

    Returns the file in the store, or None, and one sentence that says what happened.
    """
    info, _ = read_header(best)
    score = info.metrics[0]
    figures = f"{score.metric} {score.value:.3f} on held-out pictures, bicubic {score.bicubic or 0:.3f}"
    if info.verdict != "better" and not force:
        return (
            None,
            f"Not published: it does not beat its start and bicubic ({figures}). --force publishes it anyway.",
        )
    target = user_folder() / f"{info.name}.safetensors"
    target.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(target, best.read_bytes())
    verdict = "better than" if info.verdict == "better" else "WORSE than"
    return target, f"Published as {info.name}: {verdict} its start and bicubic ({figures})."


def rename_model(source: Path, target: Path, name: str) -> str:
    """Write a copy of a model under another name; returns its sha256."""
    info, state = read_model(source)
    return save_model(target, info.model_copy(update={"name": name}), state)
