"""Jobs that make files of what is shown, of what is chosen, or of what comes nearest to photos. Plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from .question import Question
from .sample import Sample, without_pixels

Job = tuple[dict[str, Any], Sequence[Sample]]
"""Fields of a GenerateJob, and the pictures that it must be told of by files."""


def job_of_shown(shown: Question, how: Mapping[str, Any]) -> Job:
    """how: the fields that say how files are written, here and below."""
    origins = [without_pixels(shown.origin)] if shown.what == "near" else []
    return {**shown.job(), **how}, origins


def job_of_data_set(settings: Question, count: int, how: Mapping[str, Any]) -> Job:
    """settings: the question of the panel, of which only `count` is another."""
    return {**replace(settings, count=count).job(), **how}, []


def job_of_pictures(model: str, pictures: Sequence[Sample], how: Mapping[str, Any]) -> Job | None:
    """None where there are none."""
    return ({**Question(model, "like").job(), **how}, list(pictures)) if pictures else None


def nearest_job(model: str, classes: Sequence[str], photos: Sequence[Path], folder: str) -> dict[str, Any]:
    """Fields of the ProjectJob that searches, for each photo, the picture of this model that comes nearest."""
    return {
        "kind": "project",
        "version": 1,
        "model": model,
        "inputs": [str(path) for path in photos],
        "output": str(Path(folder) / "nearest"),
        "classes": list(classes),
        "if_exists": "rename",
    }
