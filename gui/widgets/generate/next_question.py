"""What is shown next: neighbours of a chosen picture, the way between two, the same with other settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .question import Question
from .sample import Sample


def near(settings: Question, chosen: Sequence[Sample]) -> Question | None:
    """Of the one that is chosen. settings: what the panel says."""
    return replace(settings, what="near", origin=dict(chosen[0].origin)) if len(chosen) == 1 else None


def between(settings: Question, chosen: Sequence[Sample]) -> Question | None:
    """From the first to the last of two that come from seeds, by the class and the variety of the first."""
    seeds = [sample.seed for sample in chosen if sample.seed is not None]
    if len(seeds) != 2:
        return None
    first = next(sample for sample in chosen if sample.seed is not None)
    return replace(
        settings,
        what="between",
        seeds=(seeds[0], seeds[1]),
        classes=(first.class_name,) if first.class_name else (),
        truncation=float(first.origin.get("truncation", 1)),
    )


def adjusted(question: Question | None, settings: Question) -> Question:
    """The question itself where the settings say nothing about it."""
    if question is None or question.what == "seeds" or question.model != settings.model:
        return settings
    if question.what == "near":
        return replace(question, seed=settings.seed, count=settings.count, strength=settings.strength)
    if question.what == "between":
        return replace(question, count=settings.count, truncation=settings.truncation)
    return question
