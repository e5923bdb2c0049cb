"""A task of the compute child run in this process: its events and its result, and the pixels that it hands over."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from enhancer.events import ControlledSink, Preview


class Heard(ControlledSink):
    """Keeps the events; cancels itself at the check of that number."""

    def __init__(self, cancel_at=0):
        super().__init__()
        self.events, self.checks, self.cancel_at = [], 0, cancel_at

    def emit(self, event):
        self.events.append(event)

    def check(self):
        self.checks += 1
        if self.checks == self.cancel_at:
            self.cancel()
        super().check()

    def pieces(self):
        """(what was told, pixels) of each piece; the files are removed."""
        found = []
        for event in self.events:
            if isinstance(event, Preview):
                found.append((json.loads(event.text), pixels_of(event)))
        return found


def pixels_of(event):
    if not event.path:
        return None
    told = json.loads(event.text)
    channels = {"grey": 1, "rgb": 3, "rgba_premultiplied": 4}[told["format"]]
    path = Path(event.path)
    values = np.frombuffer(path.read_bytes(), np.uint8).reshape(told["height"], told["width"], channels)
    path.unlink()
    return values
