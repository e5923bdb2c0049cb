"""What can be done on the enhance page, each with its keys; tool row, menus and shortcut sheet show these."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ... import units
from ...theme import Theme

Key = QKeySequence | QKeySequence.StandardKey | str
ZOOMS = (1, 2, 4, 8)


class Actions(QObject):
    """They work while the focus is on `host` or inside it. zooms: data is the factor. modes: by name, data is it."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme, self._host = theme, host
        keys = QKeySequence.StandardKey
        self.open = self._make("open", self.tr("Open a picture"), "open", keys.Open)
        self.paste = self._make("paste", self.tr("Paste a picture"), "", keys.Paste)
        self.enhance = self._make("enhance", self.tr("Enhance"), "enhance", "Ctrl+Return", "Ctrl+Enter")
        self.save = self._make("save", self.tr("Save as…"), "save", keys.Save)
        self.compare = self._make("compare", self.tr("Compare models"), "compare", "Ctrl+M")
        self.compare.setCheckable(True)
        self.live = self._make("live", self.tr("Live preview"), "eye", "Ctrl+L")
        self.live.setCheckable(True)
        self.undo = self._make("undo", self.tr("Undo a setting"), "undo", keys.Undo)
        # Not the platform's key alone: on Linux that is Ctrl+Shift+Z.
        self.redo = self._make("redo", self.tr("Redo a setting"), "redo", "Ctrl+Y", "Ctrl+Shift+Z")
        self.zoom_out = self._make("zoom_out", self.tr("Zoom out"), "zoom-out", keys.ZoomOut)
        self.zoom_in = self._make("zoom_in", self.tr("Zoom in"), "zoom-in", keys.ZoomIn, "Ctrl+=")
        self.fit = self._make("fit", self.tr("Show all of it"), "fit", "Alt+0")
        self.zooms = [self._zoom(factor) for factor in ZOOMS]
        self.modes = {
            mode: self._mode(mode, text, f"F{number}")
            for number, (mode, text) in enumerate(
                (
                    ("single", self.tr("Show the result")),
                    ("split", self.tr("Split before and after")),
                    ("side", self.tr("Side by side")),
                    ("difference", self.tr("Show the difference")),
                ),
                5,
            )
        }
        self.command = self._make("command", self.tr("Copy as command"), "copy", "Ctrl+Shift+C")
        self.job = self._make("job", self.tr("Save as job file…"), "file", "Ctrl+Shift+S")
        self.reset = self._make("reset", self.tr("Settings back to the defaults"), "reset")
        self.close = self._make("close", self.tr("Close the picture"), "close", keys.Close)

    def allow(self, *, picture: bool, opened: bool, ready: bool, undo: bool, redo: bool) -> None:
        """picture: there is one, and `opened` its size is known. ready: nothing hinders its enhancement."""
        for action in (self.enhance, self.save):
            action.setEnabled(ready)
        for action in self._of_opened():
            action.setEnabled(opened)
        self.close.setEnabled(picture)
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)

    def _of_opened(self) -> list[QAction]:
        """Those that need an open picture."""
        looking = [self.zoom_in, self.zoom_out, self.fit, *self.zooms, *self.modes.values()]
        return [*looking, self.compare, self.command, self.job]

    def _make(self, name: str, text: str, icon: str, *keys: Key) -> QAction:
        action = QAction(text, self._host)
        if icon:
            action.setIcon(self._theme.icon(icon))
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if keys:
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text} ({shown})")
        self._host.addAction(action)
        return action

    def _zoom(self, factor: int) -> QAction:
        text = self.tr("Pixel for pixel, 100 %") if factor == 1 else units.percent(factor)
        action = self._make(f"zoom_{factor}", text, "", f"Alt+{factor}")
        action.setData(float(factor))
        return action

    def _mode(self, mode: str, text: str, key: str) -> QAction:
        action = self._make(f"mode_{mode}", text, "", key)
        action.setData(mode)
        return action
