"""A row of buttons with icon and word that goes on in the next line where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QToolButton, QWidget

GAP = 4


class Flow(QLayout):
    """Items from left to right, in as many lines as it takes, each of its preferred size."""

    def __init__(self, parent: QWidget, *, at_right: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._at_right = at_right
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + GAP * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest one alone."""
        sizes = [item.sizeHint() for item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """The height that the lines take."""
        lines: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._shown():
            width = item.sizeHint().width()
            if lines[-1] and used + width > rect.width():
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += width + GAP
        top = rect.top()
        for line in lines:
            sizes = [item.sizeHint() for item in line]
            whole = sum(size.width() for size in sizes) + GAP * max(len(sizes) - 1, 0)
            left = rect.left() + (max(rect.width() - whole, 0) if self._at_right else 0)
            for item, size in zip(line, sizes, strict=True):
                if move:
                    item.setGeometry(QRect(QPoint(left, top), size))
                left += size.width() + GAP
            top += max((size.height() for size in sizes), default=0) + GAP
        return top - GAP - rect.top()


class FlowRow(QWidget):
    """Widgets in a `Flow`."""

    def __init__(self, widgets: Sequence[QWidget], *, at_right: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = Flow(self, at_right=at_right)
        for widget in widgets:
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class ToolRow(FlowRow):
    """`buttons`: one for each action, in their order."""

    def __init__(self, actions: Sequence[QAction], *, at_right: bool = False, parent: QWidget | None = None) -> None:
        buttons = [QToolButton() for _ in actions]
        super().__init__(buttons, at_right=at_right, parent=parent)
        self.buttons = buttons
        for action, button in zip(actions, buttons, strict=True):
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            action.visibleChanged.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """A tool button outside of a tool bar does not hide with its action."""
        for button in self.buttons:
            button.setVisible(button.defaultAction().isVisible())
