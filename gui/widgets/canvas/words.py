"""Words over a picture: on a ground of their own, so that they can be read over everything."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ...theme import Theme

MARGIN = 12
ACROSS, DOWN = 20, 8
"""Logical pixels around the words, left and right together, above and below together."""


def draw_words(
    painter: QPainter, theme: Theme, text: str, where: Qt.AlignmentFlag, within: QRect, must: bool = True
) -> None:
    """At a side or corner of `within`. must: shorten them where there is no room, instead of leaving them out."""
    area = within.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(text) + ACROSS, metrics.height() + DOWN
    if width > area.width():
        if not must:
            return
        text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, area.width() - ACROSS)
        width = area.width()
    x, y = area.left(), area.top()
    if where & Qt.AlignmentFlag.AlignRight:
        x = area.right() + 1 - width
    if where & Qt.AlignmentFlag.AlignHCenter:
        x = area.center().x() - width // 2
    if where & Qt.AlignmentFlag.AlignBottom:
        y = area.bottom() + 1 - height
    if where & Qt.AlignmentFlag.AlignVCenter:
        y = area.center().y() - height // 2
    box = QRectF(x + 0.5, y + 0.5, width - 1, height - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(box, 6, 6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(theme.colour("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
