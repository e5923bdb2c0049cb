"""What models are, in the language of the window. Pure functions of their cards."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ... import units
from ...core_words import in_words

if TYPE_CHECKING:
    from enhancer.models.info import ModelInfo

CHANGING = ("upscale", "restore", "translate")
"""Purposes of models that make a picture from a picture."""


def makes_text(info: ModelInfo) -> str:
    """In a few words: by how much it enlarges, or what comes out of it."""
    if info.purpose == "generate":
        text = QCoreApplication.translate("Models", "Makes new pictures of {size}")
        if info.classes:
            text = QCoreApplication.translate(
                "Models", "Makes new pictures of {size}, %n class(es)", "", len(info.classes)
            )
        return text.format(size=units.pixels(info.width, info.height))
    if info.purpose == "features":
        return QCoreApplication.translate("Models", "Judges pictures for trainings and selections")
    if info.restores:
        return QCoreApplication.translate("Models", "Enlarges {n} times and repairs damage").format(n=info.scale)
    return QCoreApplication.translate("Models", "Enlarges {n} times").format(n=info.scale)


def origin_text(shipped: bool) -> str:
    if shipped:
        return QCoreApplication.translate("Models", "Came with the program")
    return QCoreApplication.translate("Models", "Yours")


def verdict_text(info: ModelInfo) -> str:
    """Whether it beat its start and what needs no network; empty where that was not judged."""
    noise = info.purpose == "generate"
    if info.verdict == "better":
        if noise:
            return QCoreApplication.translate("Models", "Better than its start and than noise, on held-out pictures.")
        return QCoreApplication.translate(
            "Models", "Better than its start and than plain enlargement, on held-out pictures."
        )
    if info.verdict == "worse":
        if noise:
            return QCoreApplication.translate("Models", "Worse than its start or than noise, on held-out pictures.")
        return QCoreApplication.translate(
            "Models", "Worse than its start or than plain enlargement, on held-out pictures."
        )
    return ""


def fact_rows(info: ModelInfo) -> list[tuple[str, str]]:
    """What the card says beside summary, scores and files; only what applies."""
    changes = info.purpose in CHANGING
    channels = {
        1: QCoreApplication.translate("Models", "grey"),
        3: QCoreApplication.translate("Models", "colour"),
        4: QCoreApplication.translate("Models", "colour with transparency"),
    }
    tiles = {
        "exact": QCoreApplication.translate("Models", "any size, in tiles, exactly as in one piece"),
        "near": QCoreApplication.translate("Models", "any size, in tiles, nearly as in one piece"),
        "never": QCoreApplication.translate("Models", "only in one piece"),
    }
    made_for = QCoreApplication.translate("Models", "Pictures that were reduced by {method}")
    rows = [
        (QCoreApplication.translate("Models", "Does"), makes_text(info)),
        (QCoreApplication.translate("Models", "Made for"), made_for.format(method=info.degradation)),
        (QCoreApplication.translate("Models", "Classes"), ", ".join(info.classes)),
        (QCoreApplication.translate("Models", "Colours"), "" if changes else channels[info.out_channels]),
        (QCoreApplication.translate("Models", "Works on"), tiles[info.tiling] if changes else ""),
        (QCoreApplication.translate("Models", "Licence of the weights"), info.licence.weights),
        (QCoreApplication.translate("Models", "Learned from"), in_words(info.licence.data)),
        (
            QCoreApplication.translate("Models", "Pictures seen"),
            units.count(info.images_seen) if info.images_seen else "",
        ),
        (QCoreApplication.translate("Models", "Network"), f"{info.network} {_arguments(info.arguments)}".strip()),
        (QCoreApplication.translate("Models", "Precisions"), ", ".join(info.precisions)),
        (QCoreApplication.translate("Models", "Started from"), info.started_from),
    ]
    return [(name, text) for name, text in rows if text and (name != rows[1][0] or info.degradation)]


def speed_text(speed: Mapping[str, Any], scale: int) -> str:
    """How fast it is here, for a picture that people know."""
    if "per_second" in speed:
        return QCoreApplication.translate("Models", "{n} pictures a second on {device}").format(
            n=units.number(float(speed["per_second"]), 1), device=speed["device"]
        )
    return QCoreApplication.translate("Models", "{time} a megapixel of the original, on {device} ({precision})").format(
        time=units.duration(float(speed["per_megapixel"])), device=speed["device"], precision=speed["precision"]
    )


def _arguments(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {json.dumps(value)}" for name, value in values.items())
