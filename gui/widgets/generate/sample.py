"""One generated picture and how it was made, as the child told it. What is said of it, what its file is called."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from ...units import number


@dataclass(frozen=True)
class Sample:
    """origin: values of `enhancer.generate.origin.Origin`. nth: its place in what was asked, for a name."""

    image: QImage
    origin: Mapping[str, Any]
    nth: int = 0

    @property
    def seed(self) -> int | None:
        """Of a picture that comes from one seed alone."""
        seed = self.origin.get("seed")
        return None if seed is None or self.origin.get("candidate") else int(seed)

    @property
    def class_name(self) -> str:
        return str(self.origin.get("class_name", ""))

    @property
    def key(self) -> str:
        """Equal for pictures that are made in the same way."""
        names = ("sha256", "label", "seed", "candidate", "truncation", "seeds", "position", "latent")
        return repr([self.origin.get(name) for name in names])

    @property
    def file_name(self) -> str:
        """Without an ending; different for pictures that were made differently."""
        middle = [self.class_name] if self.class_name else []
        digest = hashlib.sha256(self.key.encode()).hexdigest()[:8]
        if self.seed is not None:
            where = f"{self.seed:06d}"
        elif self.origin.get("seeds"):
            a, b = self.origin["seeds"]
            where = f"{a:06d}-{b:06d}"
        else:
            where = "near"
        return "-".join([str(self.origin["model"]), *middle, where, digest])


def without_pixels(origin: Mapping[str, Any]) -> Sample:
    """Enough to name a picture, and how it is made."""
    return Sample(QImage(), origin)


def caption(sample: Sample) -> str:
    """A few characters below a picture."""
    translate = QCoreApplication.translate
    origin = sample.origin
    if sample.seed is not None:
        text = f"#{sample.seed}"
    elif origin.get("seeds"):
        text = translate("Sample", "{n} %").format(n=number(100 * float(origin.get("position", 0)), 0))
    else:
        text = str(sample.nth + 1)
    return f"{text} · {sample.class_name}" if sample.class_name else text


def described(sample: Sample) -> str:
    """A sentence about how it was made, for a tooltip and for those who cannot see it."""
    translate, origin = QCoreApplication.translate, sample.origin
    if sample.seed is not None:
        text = translate("Sample", "Seed {seed}").format(seed=sample.seed)
    elif origin.get("seeds"):
        a, b = origin["seeds"]
        share = number(100 * float(origin.get("position", 0)), 0)
        text = translate("Sample", "{n} % of the way from seed {a} to seed {b}").format(n=share, a=a, b=b)
    else:
        text = translate("Sample", "Near another picture, or found for a photo")
    if sample.class_name:
        text += "\n" + translate("Sample", "Class {name}").format(name=sample.class_name)
    truncation = float(origin.get("truncation", 1))
    if truncation < 1:
        text += "\n" + translate("Sample", "Variety {n}").format(n=number(truncation, 2))
    return text


def samples_of(image: QImage, origins: Sequence[Mapping[str, Any]], height: int, first: int) -> list[Sample]:
    """image: all of them, one below the other, each `height` high."""
    return [
        Sample(image.copy(0, nth * height, image.width(), height), origin, first + nth)
        for nth, origin in enumerate(origins)
    ]
