"""The registry of feature extractors, and which of them fits. Torch is loaded when one is opened, not before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..registry import Registry

if TYPE_CHECKING:
    from .classifier import Classifier
    from .extractor import FeatureExtractor

FEATURES: Registry[Callable[[str], FeatureExtractor]] = Registry(
    "feature network",
    __name__,
    [
        ("digits", ".digits:open_digits"),
        ("photos", ".photos:open_photos"),
        ("inception", ".inception:open_inception"),
    ],
)
AUTO = "auto"
DIGIT_SIDE = 40
"""Grey pictures of at most this side are taken for digits or signs of that kind by `auto`."""


def open_features(name: str, device: str = "cpu") -> FeatureExtractor:
    """The extractor of that name on a torch device; SpecError with the nearest name, ModelError if it is not here."""
    return FEATURES.get(name)(device)


def open_classifier(name: str = "classifier-digits", device: str = "cpu") -> Classifier:
    """A classifier by the name of its model: the judge of labels, trained apart from every extractor."""
    from .classifier import open_trained

    return open_trained(name, device)


def choose_features(channels: int, size: tuple[int, int]) -> str:
    """What `auto` means for pictures of `channels` and (height, width): digits, photos or inception.

    The choice depends on whether Inception's weights are on the machine, so a run records the name, never `auto`.
    """
    if channels == 1 and max(size) <= DIGIT_SIDE:
        return "digits"
    from .inception import is_available

    return "inception" if is_available() else "photos"
