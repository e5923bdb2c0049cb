"""Trying a model in the child that computes: whether it is sound, and how fast it is on this machine."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from ...defaults import DEVICE
from ...services import Services
from ...workers.protocol import Failure

SPEEDS = "pages.models.speeds"


class ModelTrials(QObject):
    """Signals: checking(under way), then checked(found) or failed(failure); measuring(under way), then measured() or
    failed(failure).
    """

    checking = Signal(bool)
    checked = Signal(dict)
    measuring = Signal(bool)
    measured = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._measured_file = ""

    def check(self, model: str) -> None:
        """Put questions to it."""
        self.checking.emit(True)
        self._services.compute.ask("model_check", self._arguments(model), done=self._checked, failed=self._not_checked)

    def measure_speed(self, model: str, sha256: str) -> None:
        """sha256: of its file, below which the speed is kept; empty while it is not known."""
        self._measured_file = sha256
        self.measuring.emit(True)
        self._services.compute.ask(
            "model_speed", self._arguments(model), done=self._measured, failed=self._not_measured
        )

    def speed_of(self, sha256: str) -> dict[str, Any]:
        """What was measured here before, of the same file; empty for nothing."""
        speeds: dict[str, Any] = self._services.settings.get(SPEEDS, {})
        found = speeds.get(sha256, {})
        return found if isinstance(found, dict) else {}

    def _arguments(self, model: str) -> dict[str, Any]:
        return {"model": model, "device": self._services.settings.get(DEVICE, "auto")}

    def _checked(self, found: dict[str, Any]) -> None:
        self.checking.emit(False)
        self.checked.emit(found)

    def _not_checked(self, failure: Failure) -> None:
        self.checking.emit(False)
        self.failed.emit(failure)

    def _measured(self, speed: dict[str, Any]) -> None:
        self.measuring.emit(False)
        if self._measured_file:
            speeds: dict[str, Any] = dict(self._services.settings.get(SPEEDS, {}))
            self._services.settings.set(SPEEDS, {**speeds, self._measured_file: speed})
        self.measured.emit()

    def _not_measured(self, failure: Failure) -> None:
        self.measuring.emit(False)
        self.failed.emit(failure)
