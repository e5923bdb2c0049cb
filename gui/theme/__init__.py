"""The look of the window: light or dark, its colours, icons, style sheet. Follows the system until told otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon
from PySide6.QtWidgets import QAbstractButton, QApplication

from ..settings import Settings
from .colours import DARK, LIGHT, Palette
from .icons import make_icon, write_marks
from .style import qt_palette, style_sheet

MODES = ("system", "light", "dark")
KEY = "look.theme"


class Theme(QObject):
    """Signals: changed() after colours became others; widgets that paint themselves update then."""

    changed = Signal()

    def __init__(self, settings: Settings, folder: Path, parent: QObject | None = None) -> None:
        """folder: of this run of the window, where coloured drawings lie."""
        super().__init__(parent)
        self._settings, self._folder = settings, folder
        self._icons: dict[int, tuple[str, str]] = {}
        self._made: dict[tuple[bool, str, str], QIcon] = {}
        mode = settings.get(KEY, "system")
        self._mode = mode if mode in MODES else "system"
        if self._mode == "system":
            # Before our own palette is set: that of the style follows the system, and asking it is quick.
            self.palette = DARK if QGuiApplication.palette().window().color().lightness() < 128 else LIGHT
        else:
            self.palette = self._choose()
        self._apply()

    def follow_system(self) -> None:
        """From now on; called after the first paint, which need not wait for it."""
        self._hand_to_system()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._renew)

    @property
    def mode(self) -> str:
        """ "system", "light" or "dark"."""
        return self._mode

    @mode.setter
    def mode(self, mode: str) -> None:
        if mode not in MODES:
            raise ValueError(f"no theme {mode!r}")
        if mode != self._mode:
            self._mode = mode
            self._settings.set(KEY, mode)
            self._hand_to_system()
            self._renew()

    @property
    def dark(self) -> bool:
        return self.palette.dark

    def colour(self, token: str) -> QColor:
        """A field of `Palette` by its name. AttributeError for another."""
        return QColor(getattr(self.palette, token))

    def icon(self, name: str, token: str = "text") -> QIcon:
        """The drawing gui/icons/NAME.svg. On buttons and actions it follows the theme by itself; whoever paints it, or
        puts it into a model or a label, asks again at `changed`. token: its colour, "accent_text" on primary buttons.
        """
        key = (self.palette.dark, name, token)
        if key not in self._made:
            icon = make_icon(self._folder, self.palette, name, token)
            self._made[key] = icon
            self._icons[icon.cacheKey()] = (name, token)
        return QIcon(self._made[key])

    def _choose(self) -> Palette:
        if self._mode == "system":
            from PySide6.QtCore import Qt

            return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._mode == "dark" else LIGHT

    def _hand_to_system(self) -> None:
        """So that the frame of the window and the system's own dialogs look alike."""
        from PySide6.QtCore import Qt

        hints = QGuiApplication.styleHints()
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        if self._mode in schemes:
            hints.setColorScheme(schemes[self._mode])
        elif hints.colorScheme() != Qt.ColorScheme.Unknown:
            hints.unsetColorScheme()

    def _renew(self) -> None:
        palette = self._choose()
        if palette is self.palette:
            return
        self.palette = palette
        self._apply()
        self._renew_icons()
        self.changed.emit()

    def _apply(self) -> None:
        application = _application()
        application.setPalette(qt_palette(self.palette))
        application.setStyleSheet(
            style_sheet(self.palette, write_marks(self._folder, self.palette), application.font().pointSizeF())
        )

    def _renew_icons(self) -> None:
        for widget in _application().allWidgets():
            holders: list[QAction | QAbstractButton] = list(widget.actions())
            if isinstance(widget, QAbstractButton):
                holders.append(widget)
            for holder in holders:
                known = self._icons.get(holder.icon().cacheKey())
                if known is not None:
                    holder.setIcon(self.icon(*known))


def _application() -> QApplication:
    application = QApplication.instance()
    assert application is not None, "a theme needs a QApplication"
    return cast(QApplication, application)
