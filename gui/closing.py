"""The question before the window closes with work under way: wait, stop, or stay."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from .main_window import MainWindow

NAME = "close-question"


def ask_before_closing(window: MainWindow, *, stop: Callable[[], None], wait: Callable[[], None]) -> None:
    """Show the question once; an answer does what it says."""
    if window.findChild(QMessageBox, NAME) is not None:
        return
    tr = QCoreApplication.translate
    box = QMessageBox(window)
    box.setObjectName(NAME)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Closing", "Close the window?"))
    box.setText(tr("Closing", "There is work that is not done yet."))
    box.setInformativeText(
        tr(
            "Closing",
            "What is stopped now is offered again next time, and nothing is done twice. "
            "Trainings go on in the background.",
        )
    )
    waiting = box.addButton(tr("Closing", "Close when done"), QMessageBox.ButtonRole.AcceptRole)
    stopping = box.addButton(tr("Closing", "Stop and close"), QMessageBox.ButtonRole.DestructiveRole)
    staying = box.addButton(tr("Closing", "Don't close"), QMessageBox.ButtonRole.RejectRole)
    waiting.setObjectName("wait")
    stopping.setObjectName("stop")
    staying.setObjectName("stay")
    waiting.clicked.connect(wait)
    stopping.clicked.connect(stop)
    box.setDefaultButton(waiting)
    box.setEscapeButton(staying)
    box.open()
