"""The settings of the page over time: those of last time, then each change in the panel, back and forth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from ...defaults import job_defaults
from ...services import Services
from .settings_panel import SettingsPanel
from .values import EnhanceSettings, Steps

KEY = "pages.enhance.settings"


class SettingsSteps(QObject):
    """Signals: changed() whenever `value` may be another one."""

    changed = Signal()

    def __init__(self, services: Services, panel: SettingsPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._panel = services.settings, panel
        self._steps = Steps(EnhanceSettings.of(self._settings.get(KEY, {}), self._defaults()))
        panel.value = self.value
        panel.changed.connect(self._panel_changed)

    @property
    def value(self) -> EnhanceSettings:
        return self._steps.value

    @property
    def can_undo(self) -> bool:
        return self._steps.can_undo

    @property
    def can_redo(self) -> bool:
        return self._steps.can_redo

    def set(self, value: EnhanceSettings) -> None:
        self._steps.push(value)
        self._show()

    def take(self, values: Mapping[str, Any], *, from_defaults: bool = False) -> None:
        """values: of a job. What they do not name stays as it is, or becomes the default."""
        self.set(EnhanceSettings.of(values, self._defaults() if from_defaults else self.value))

    def reset(self) -> None:
        self.set(self._defaults())

    def undo(self) -> None:
        self._steps.undo()
        self._show()

    def redo(self) -> None:
        self._steps.redo()
        self._show()

    def save(self) -> None:
        self._settings.set(KEY, vars(self.value))

    def _defaults(self) -> EnhanceSettings:
        return EnhanceSettings.of(job_defaults(self._settings))

    def _show(self) -> None:
        self._panel.value = self.value
        self.changed.emit()

    def _panel_changed(self, value: EnhanceSettings) -> None:
        self._steps.push(value)
        self.changed.emit()
