"""What a careful person would look for in a window, computed: contrast of what is drawn, texts, sizes, names."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, QTranslator
from PySide6.QtGui import QFontMetrics, QHoverEvent, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QStackedWidget,
    QTextEdit,
    QToolButton,
    QWidget,
)

OPENING, CLOSING = "⟦", "⟧"
LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3, for texts of usual size."""
_DATA = re.compile(r"(JPEG|PNG|WebP|TIFF|BMP|px)$|/|[A-Z]:\\\\|[0-9a-f]{64}$")
"""Paths, hashes, names of formats and units, which are the same in all languages."""
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSlider, QAbstractSpinBox, QAbstractItemView, QTextEdit)


class PseudoTranslator(QTranslator):
    """A language in which every text says that it was translated, and is longer, as German would be."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        if not source:
            return ""
        text = source.replace("%n", str(n)) if n >= 0 else source
        return f"{OPENING}{text}{'~' * (len(source) // 3)}{CLOSING}"

    def isEmpty(self) -> bool:  # noqa: N802 (the name is Qt's)
        return False


def shown(root: QWidget) -> Iterator[QWidget]:
    """The root and all its visible descendants that have an area on the screen."""
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            yield widget


def whereabouts(widget: QWidget) -> str:
    """A path of names that leads to a widget, for the message of a test."""
    names = []
    one: QWidget | None = widget
    while one is not None and len(names) < 4:
        names.append(f"{type(one).__name__}{'#' + one.objectName() if one.objectName() else ''}")
        one = one.parentWidget()
    return " < ".join(names)


def texts(widget: QWidget) -> list[str]:
    """What one widget itself says, tool tip and accessible name included; data (`property("data")`) is left out."""
    found = [widget.toolTip(), widget.accessibleDescription()]
    if not is_data(widget):
        found.append(widget.accessibleName())
        found += own_texts(widget)
    return [text for text in found if any(one.isalpha() for one in text) and not _DATA.match(text)]


def own_texts(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        return [widget.text()]
    if isinstance(widget, QGroupBox):
        return [widget.title()]
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return [widget.placeholderText()]
    if isinstance(widget, QComboBox):
        return [widget.itemText(index) for index in range(widget.count())]
    if isinstance(widget, QAbstractSpinBox):
        named = (getattr(widget, part, str)() for part in ("prefix", "suffix", "specialValueText"))
        return [text.strip() for text in named]
    if isinstance(widget, QProgressBar):
        return [widget.format().replace("%p", "").replace("%v", "").replace("%m", "")]
    if isinstance(widget, QHeaderView) and (model := widget.model()) is not None:
        count = model.columnCount(QModelIndex())
        if widget.orientation() == Qt.Orientation.Horizontal:
            return [str(model.headerData(n, widget.orientation()) or "") for n in range(count)]
    return []


def is_data(widget: QWidget) -> bool:
    """Whether it, or what it stands in, shows only data: names of files, numbers, what the core says."""
    one: QWidget | None = widget
    while one is not None:
        if one.property("data"):
            return True
        one = one.parentWidget()
    return False


def untranslated(root: QWidget) -> list[str]:
    """Texts without the marks of the pseudo language, each with where it is."""
    found = []
    for widget in shown(root):
        found += [f"{text!r} in {whereabouts(widget)}" for text in texts(widget) if OPENING not in text]
        for action in widget.actions():
            if action.text() and OPENING not in action.text() and not is_data(widget):
                found.append(f"action {action.text()!r} in {whereabouts(widget)}")
    return found


def unnamed(root: QWidget) -> list[str]:
    """Controls that a screen reader could not call by a name: as Qt finds it, their own, their text, or their label."""
    labelled = {label.buddy() for label in root.findChildren(QLabel) if label.buddy() is not None and label.text()}
    found = []
    for widget in shown(root):
        if not isinstance(widget, CONTROLS) or isinstance(widget, QScrollBar | QHeaderView) or inner(widget):
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or text or widget in labelled):
            found.append(whereabouts(widget))
    return found


def inner(widget: QWidget) -> bool:
    """A part that Qt itself puts into a control, which answers for it."""
    parent = widget.parentWidget()
    return (
        widget.objectName().startswith("qt_")
        or isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit)
        or (parent is not None and type(parent).__name__ == "QComboBoxPrivateContainer")
    )


def squeezed(root: QWidget) -> list[str]:
    """Widgets smaller than they must be, and texts that are cut off without a tool tip that says all."""
    found = []
    for widget in shown(root):
        least = least_size(widget)
        if (
            not inner(widget)
            and not isinstance(widget, QAbstractScrollArea)
            and (widget.width() < least.width() or widget.height() < least.height())
        ):
            size = f"{widget.width()}x{widget.height()} of {least.width()}x{least.height()}"
            found.append(f"{size}: {whereabouts(widget)}")
        if isinstance(widget, QLabel) and cut_off(widget) and not widget.toolTip():
            found.append(f"cut off: {widget.text()!r} in {whereabouts(widget)}")
        if isinstance(widget, QAbstractButton) and "…" in widget.text().strip("…⟧~") and not widget.toolTip():
            found.append(f"cut off: {widget.text()!r} in {whereabouts(widget)}")
    return found


def least_size(widget: QWidget) -> QSize:
    """As Qt says it; where lines wrap, with the height that the present width needs."""
    if icon_only(widget):  # Qt reserves a line of text for them
        return widget.iconSize()
    least, layout = widget.minimumSizeHint(), widget.layout()
    pages = isinstance(widget, QStackedWidget) or widget.findChild(QStackedWidget) is not None
    if layout is not None and layout.hasHeightForWidth() and not pages:  # hidden pages have heights of long ago
        least.setHeight(layout.minimumHeightForWidth(widget.width()))
    return least


def icon_only(widget: QWidget) -> bool:
    if not isinstance(widget, QToolButton) or widget.icon().isNull():
        return False
    return not widget.text() or widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly


def cut_off(label: QLabel) -> bool:
    if not label.text() or label.textFormat() == Qt.TextFormat.RichText:
        return False
    room = label.contentsRect()
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    elided = label.text().strip("…") != label.text() or "…" in label.text()[1:-1]
    return elided or QFontMetrics(label.font()).horizontalAdvance(label.text()) > room.width() + 1


def luminance(colours: np.ndarray) -> np.ndarray:
    """Relative luminance of (...,3) sRGB in [0,255], WCAG 2.2."""
    part = colours.astype(np.float64) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def pixels(image: QImage) -> np.ndarray:
    """(H,W,3) uint8."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()  # the picture goes


def contrast(drawn: np.ndarray) -> float | None:
    """Of text in a picture of it: the most frequent colour against the one that differs most; None if it is empty."""
    colours, counts = np.unique(drawn.reshape(-1, 3), axis=0, return_counts=True)
    if len(colours) < 2:
        return None
    light = luminance(colours)
    ground = light[counts.argmax()]
    ratios = (np.maximum(light, ground) + 0.05) / (np.minimum(light, ground) + 0.05)
    # One pixel may be an icon's edge or a neighbour; strokes of letters have several.
    order = np.argsort(ratios)[::-1]
    seen = np.cumsum(counts[order])
    return float(ratios[order][np.searchsorted(seen, min(6, seen[-1]))])


def pale(window: QWidget, part: QWidget) -> list[str]:
    """Texts of `part` whose contrast, as drawn in the window, is below the least."""
    drawn = pixels(window.grab().toImage())
    scale = drawn.shape[1] / window.width()
    found = []
    for widget in shown(part):
        for area in text_areas(widget):
            corner = widget.mapTo(window, area.topLeft())
            top, left = round(corner.y() * scale), round(corner.x() * scale)
            cut = drawn[
                max(top, 0) : top + round(area.height() * scale), max(left, 0) : left + round(area.width() * scale)
            ]
            if cut.size and (ratio := contrast(cut)) is not None and ratio < LEAST_CONTRAST:
                found.append(f"{ratio:.2f}: {own_texts(widget)[:1]} in {whereabouts(widget)}")
    return found


def text_areas(widget: QWidget) -> list[QRect]:
    """Where a widget draws its text, without its frame; none if it draws none or is hidden behind another."""
    if not isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox):
        return []
    if icon_only(widget):
        return []
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else "shown"
    if not any(one.isalnum() for one in text or ""):
        return []
    seen = widget.visibleRegion().boundingRect().adjusted(4, 4, -4, -4)
    return [seen] if seen.width() > 8 and seen.height() > 8 else []


def hover(widget: QWidget, on: bool = True) -> None:
    """As if the pointer were over it."""
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on)
    kind = QEvent.Type.HoverEnter if on else QEvent.Type.HoverLeave
    middle = widget.rect().center()
    away = QPoint(-1, -1)
    QApplication.sendEvent(widget, QHoverEvent(kind, middle if on else away, middle, away if on else middle))
    widget.update()
