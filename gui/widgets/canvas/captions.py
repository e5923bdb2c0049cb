"""What a scene is, in words: in the corners of the canvas, and for those who do not see it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter

from ...theme import Theme
from .scene import DIFFERENCE_GAIN, Scene
from .words import draw_words

_TOP, _LEFT, _RIGHT = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


def describe(scene: Scene) -> str:
    """For screen readers."""
    if scene.size.isEmpty():
        return QCoreApplication.translate("Canvas", "No picture is open.")
    text = QCoreApplication.translate("Canvas", "{width} by {height} pixels, shown at {zoom} percent. {what}")
    return text.format(
        width=scene.size.width(), height=scene.size.height(), zoom=round(scene.zoom * 100), what=_what(scene)
    )


def draw_captions(painter: QPainter, theme: Theme, scene: Scene, within: QRect) -> None:
    """within: the canvas, logical pixels."""
    picture = scene.before.picture if scene.before is not None else None
    if picture is None or picture.failure is not None:
        return
    if not picture.is_open or picture.base is None:
        opening = QCoreApplication.translate("Canvas", "Opening {name}").format(name=picture.path.name)
        draw_words(painter, theme, opening, Qt.AlignmentFlag.AlignCenter, within)
        return
    zoom = QCoreApplication.translate("Canvas", "{zoom} %").format(zoom=round(scene.zoom * 100))
    divided = scene.effective in ("split", "side")
    words = zoom if divided else f"{zoom}   {_what(scene)}"
    draw_words(painter, theme, words, _LEFT | Qt.AlignmentFlag.AlignBottom, within)
    if divided:
        _draw_sides(painter, theme, scene, within)


def _draw_sides(painter: QPainter, theme: Theme, scene: Scene, within: QRect) -> None:
    before = QCoreApplication.translate("Canvas", "Before")
    after = QCoreApplication.translate("Canvas", "After")
    if scene.region is not None:
        after = QCoreApplication.translate("Canvas", "After (preview)")
    split = scene.effective == "split"
    width, height = within.width(), within.height()
    middle = round(scene.split * width) if split else width // 2
    right = QRect(middle, 0, width - middle, height)
    draw_words(painter, theme, before, _TOP | _LEFT, QRect(0, 0, middle, height), must=False)
    draw_words(painter, theme, after, _TOP | (_RIGHT if split else _LEFT), right, must=False)


def _what(scene: Scene) -> str:
    if not scene.comparable or scene.held:
        return QCoreApplication.translate("Canvas", "Original")
    if scene.effective == "difference":
        text = QCoreApplication.translate("Canvas", "Difference, {gain} times stronger")
        return text.format(gain=DIFFERENCE_GAIN)
    if scene.region is not None:
        return QCoreApplication.translate("Canvas", "Preview")
    return QCoreApplication.translate("Canvas", "Result")
