"""Features of digits: the 84 values before the last layer of our LeNet, which also names the digit."""

from __future__ import annotations

from .classifier import Classifier, open_trained

MODEL = "features-digits"


def open_digits(device: str = "cpu") -> Classifier:
    """The extractor `digits`. Its `probabilities` are its own: an independent judge is `open_classifier()`."""
    return open_trained(MODEL, device, called="digits")
