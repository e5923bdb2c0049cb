"""What the side navigation says of each page, known without importing it: the first paint must not wait for pages."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication


class Label(NamedTuple):
    """title: a word. tip: what can be done there. icon: of gui/icons. first: a hint for somebody new, shown once."""

    title: str
    tip: str
    icon: str
    first: str = ""


def labels() -> dict[str, Label]:
    """By the names of the registry, in the language of the moment."""
    translate = QCoreApplication.translate
    return {
        "enhance": Label(
            translate("Pages", "Enhance"),
            translate("Pages", "Make one picture larger and better"),
            "enhance",
            translate("Pages", "Drop a picture anywhere in this window. Hold Space over it to see the original."),
        ),
        "batch": Label(
            translate("Pages", "Batch"),
            translate("Pages", "Enhance many pictures and whole folders"),
            "batch",
            translate(
                "Pages",
                "A batch that was stopped goes on where it was when you run it again. Originals stay as they are.",
            ),
        ),
        "generate": Label(
            translate("Pages", "Generate"),
            translate("Pages", "Make new pictures with a model"),
            "generate",
            translate("Pages", "Every picture has a number, its seed. The same seed always gives the same picture."),
        ),
        "train": Label(
            translate("Pages", "Train"),
            translate("Pages", "Train a model on your own pictures"),
            "train",
            translate("Pages", "A training goes on when you close the window, and is found again when you open it."),
        ),
        "models": Label(
            translate("Pages", "Models"),
            translate("Pages", "The models on this machine, and what they can do"),
            "models",
            translate("Pages", "Each model has a card that says what it learned from and how well it does."),
        ),
        "settings": Label(
            translate("Pages", "Settings"), translate("Pages", "Language, look and defaults"), "settings"
        ),
    }
