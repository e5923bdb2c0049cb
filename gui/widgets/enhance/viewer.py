"""What is looked at: the picture with a preview of what is seen of it, or in its place the comparison of models."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from ...services import Services
from ..canvas import Canvas
from .comparison import Comparison
from .live_preview import LivePreview
from .pair import Pair
from .settings_panel import SettingsPanel


class Viewer(QStackedWidget):
    """It previews with the settings of a panel while `live_action` is on, and compares while `compare_action` is.

    Signals: idle(): no preview is wanted or shown any more.
    """

    idle = Signal()

    def __init__(
        self,
        services: Services,
        panel: SettingsPanel,
        live_action: QAction,
        compare_action: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._live_action, self._compare_action = panel, live_action, compare_action
        self.canvas = Canvas(services)
        self.comparison = Comparison(services)
        self.addWidget(self.canvas)
        self.addWidget(self.comparison)
        self.live = LivePreview(services, self)
        self.pair = Pair(services, self.canvas, self)
        live_action.triggered.connect(self.look)
        compare_action.triggered.connect(self._compare)
        self.comparison.closed.connect(self.leave_comparison)
        self.canvas.view_changed.connect(self.look)
        self.pair.changed.connect(self.live.stop)
        self.live.shown.connect(self._show_preview)

    @property
    def comparing(self) -> bool:
        return self.currentWidget() is self.comparison

    def look(self) -> None:
        """Ask for a preview of what is seen, if there should be one."""
        picture, result = self.pair.picture, self.pair.result
        wanted = self._live_action.isChecked() and self._panel.ready and result is None
        if picture is None or not picture.is_open or not wanted or self.comparing or not self.isVisible():
            self.live.stop()
            if not wanted:
                self.canvas.clear_region()
            self.idle.emit()
            return
        region = self.canvas.visible_region()
        if not region.isEmpty():
            self.live.want(picture.path, region, self._panel.value)

    def leave_comparison(self) -> None:
        self._compare_action.setChecked(False)
        if self.comparing:
            self.comparison.stop()
            self.setCurrentWidget(self.canvas)
            self.canvas.setFocus()
            self.look()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.look()

    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        self.live.stop()

    def _compare(self) -> None:
        picture = self.pair.picture
        if not self._compare_action.isChecked() or picture is None:
            self.leave_comparison()
            return
        self.live.stop()
        self.idle.emit()
        self.setCurrentWidget(self.comparison)
        self.comparison.setFocus()
        self.comparison.start(picture.path, self.canvas.visible_region(), picture.size, self._panel.value)

    def _show_preview(self, at: QRectF, image: QImage) -> None:
        if self.pair.result is None:
            self.canvas.set_region(at, image)
