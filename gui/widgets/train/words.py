"""What trainings say, in the language of the window: names of numbers, states, presets, events. Pure functions."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from ... import units
from ...core_words import in_words

ACTIVE = ("starting", "running", "paused")


def state_text(state: str) -> str:
    return {
        "starting": QCoreApplication.translate("Training", "Starting"),
        "running": QCoreApplication.translate("Training", "Running"),
        "paused": QCoreApplication.translate("Training", "Paused"),
        "finished": QCoreApplication.translate("Training", "Finished"),
        "stopped": QCoreApplication.translate("Training", "Stopped"),
        "failed": QCoreApplication.translate("Training", "Failed"),
    }.get(state, state)


def state_role(state: str) -> str:
    return {"failed": "danger", "finished": "good", "paused": "warning"}.get(state, "muted")


def state_icon(state: str) -> str:
    return {
        "starting": "clock",
        "running": "play",
        "paused": "pause",
        "finished": "check",
        "stopped": "stop",
        "failed": "warning",
    }.get(state, "train")


def metric_title(name: str) -> str:
    """Of a curve; names that are not known here are shown as the log has them."""
    known = {
        "fid": QCoreApplication.translate("Training", "FID"),
        "kid": QCoreApplication.translate("Training", "KID"),
        "precision": QCoreApplication.translate("Training", "Precision"),
        "recall": QCoreApplication.translate("Training", "Recall"),
        "density": QCoreApplication.translate("Training", "Density"),
        "coverage": QCoreApplication.translate("Training", "Coverage"),
        "psnr_y": QCoreApplication.translate("Training", "PSNR"),
        "psnr_y_worst": QCoreApplication.translate("Training", "PSNR of the worst picture"),
        "loss": QCoreApplication.translate("Training", "Loss"),
        "loss_generator": QCoreApplication.translate("Training", "Loss of the generator"),
        "loss_discriminator": QCoreApplication.translate("Training", "Loss of the discriminator"),
        "gradient": QCoreApplication.translate("Training", "Size of the gradient"),
        "gradient_generator": QCoreApplication.translate("Training", "Gradient of the generator"),
        "gradient_discriminator": QCoreApplication.translate("Training", "Gradient of the discriminator"),
        "diversity": QCoreApplication.translate("Training", "Variety of the samples"),
        "mode_entropy": QCoreApplication.translate("Training", "Evenness over classes"),
        "classes_seen": QCoreApplication.translate("Training", "Share of classes seen"),
        "oversaturated": QCoreApplication.translate("Training", "Oversaturation"),
        "images_per_second": QCoreApplication.translate("Training", "Pictures per second"),
        "lr": QCoreApplication.translate("Training", "Learning rate"),
        "accuracy": QCoreApplication.translate("Training", "Accuracy"),
        "augment_probability": QCoreApplication.translate("Training", "Strength of augmentation"),
    }
    return known.get(name, in_words(name))


def with_note(title: str, note: str) -> str:
    return QCoreApplication.translate("Training", "{title} ({note})").format(title=title, note=note)


def better_text(lower: bool) -> str:
    if lower:
        return QCoreApplication.translate("Training", "lower is better")
    return QCoreApplication.translate("Training", "higher is better")


def preset_text(name: str) -> str:
    """What a preset is good for, in a sentence or two; empty for one that is not known here."""
    return {
        "photo-x2": QCoreApplication.translate(
            "Training", "Enlarges photos 2 times, faithfully. Takes hours on a processor and far less on a GPU."
        ),
        "photo-x4": QCoreApplication.translate("Training", "Enlarges photos 4 times, faithfully. Harder to learn."),
        "quick-x2": QCoreApplication.translate(
            "Training", "A small network that enlarges 2 times. Worth a look after a few minutes."
        ),
        "dcgan-r3": QCoreApplication.translate(
            "Training", "Learns quickly and steadily. It did best in ten minutes on two processor cores."
        ),
        "dcgan": QCoreApplication.translate("Training", "The classic of 2016: simple and quick, less steady."),
        "lsgan": QCoreApplication.translate("Training", "Like dcgan with a gentler loss; for comparison."),
        "mlp": QCoreApplication.translate(
            "Training", "The first of its kind, 2014: very quick and blurred. For tiny pictures and for learning."
        ),
        "r3gan": QCoreApplication.translate(
            "Training", "Modern residual networks: the most stable of all, and slower. Good with a GPU."
        ),
        "resgan": QCoreApplication.translate("Training", "Residual networks with a penalty at real pictures; slower."),
        "sngan": QCoreApplication.translate(
            "Training", "Residual networks, with a discriminator that learns five times for each step."
        ),
        "wgan": QCoreApplication.translate("Training", "Clipped weights, kept for teaching. Slow to learn."),
        "wgan-gp": QCoreApplication.translate("Training", "A critic held by a gradient penalty: steady and slow."),
    }.get(name, "")


def age_text(since: float) -> str:
    """How long ago a moment was, seconds since the epoch."""
    seconds = max(0.0, time.time() - since)
    if seconds < 60:
        return QCoreApplication.translate("Training", "just now")
    return QCoreApplication.translate("Training", "{time} ago").format(time=units.duration(seconds))


def images_text(images: float) -> str:
    """Training counts pictures (crops) seen."""
    return QCoreApplication.translate("Training", "{n} pictures").format(n=units.count(round(images)))


def number_text(value: float) -> str:
    """Four digits that matter."""
    size = abs(value)
    if size and not 1e-4 <= size < 1e7:
        return f"{value:.3g}"
    return units.number(value, 0 if size >= 1000 else 1 if size >= 100 else 2 if size >= 10 else 3 if size >= 1 else 4)


def best_text(best: Mapping[str, Any] | None) -> str:
    """FID 12.3 after 20,000 pictures."""
    if not best:
        return ""
    return QCoreApplication.translate("Training", "{metric} {value} after {images}").format(
        metric=metric_title(str(best["metric"])),
        value=number_text(float(best["value"])),
        images=images_text(best["images"]),
    )


def event_text(event: Mapping[str, Any]) -> tuple[str, str]:
    """When, and what happened: what was done, and the sentence that the run wrote, in the window's language."""
    done = {
        "rollback": QCoreApplication.translate("Training", "Went back to an earlier state"),
        "stopped": QCoreApplication.translate("Training", "Ended the run"),
        "finding": QCoreApplication.translate("Training", "Noticed, and changed nothing"),
    }.get(str(event.get("kind", "")), str(event.get("kind", "")))
    sentence = in_words(str(event.get("sentence", "")))
    when = images_text(int(event.get("images", 0)))
    if not sentence:
        return when, QCoreApplication.translate("Training", "{done}.").format(done=done)
    return when, QCoreApplication.translate("Training", "{done}. {sentence}").format(done=done, sentence=sentence)


def clauses(texts: Iterable[str]) -> str:
    """Parts of a sentence, one after the other; empty ones are left out."""
    return QCoreApplication.translate("Training", ", ").join(filter(None, texts))


def progress_text(run: Mapping[str, Any]) -> str:
    """How far a run is, and how long it will take."""
    images, budget = float(run.get("images") or 0), float(run.get("budget") or 0)
    fraction = share_of(run)
    if budget and run.get("state") in ACTIVE:
        images = max(images, fraction * budget)
    words = []
    if budget:
        words.append(
            QCoreApplication.translate("Training", "{done} of {all} pictures").format(
                done=units.count(round(images)), all=units.count(round(budget))
            )
        )
    eta = run.get("eta")
    if run.get("state") == "running" and isinstance(eta, int | float) and eta >= 1:
        words.append(QCoreApplication.translate("Training", "about {time} left").format(time=units.duration(eta)))
    if is_preparing(run):
        words.append(QCoreApplication.translate("Training", "getting the pictures ready"))
    return clauses(words)


def is_preparing(run: Mapping[str, Any]) -> bool:
    """Whether it works but has not begun to learn."""
    return run.get("state") in ACTIVE and not run.get("images") and run.get("fraction") is None


def share_of(run: Mapping[str, Any]) -> float:
    """Of the budget, in [0,1]."""
    images, budget = float(run.get("images") or 0), float(run.get("budget") or 0)
    known = images / budget if budget else 0.0
    fraction = run.get("fraction")
    return min(1.0, max(known, float(fraction)) if isinstance(fraction, int | float) else known)


def warned_text(run: Mapping[str, Any]) -> str:
    """What a run was warned of, a line each; what is over with its process only while that lives."""
    over = {"stopped", "cancelled"} if run.get("state") in ACTIVE else {"stopped", "cancelled", "held-up"}
    why = (run.get("failure") or {}).get("message")  # is shown as such
    told = [(text, code) for text, code in run["warnings"] if code not in over and text != why]
    return "\n".join(dict.fromkeys(in_words(text, code) for text, code in told))
