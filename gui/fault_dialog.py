"""The dialog after a fault of the program itself; the window goes on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from .widgets.failure import FailureNote
from .workers.protocol import Failure

NAME = "fault"


def show_fault(parent: QWidget | None, title: str, details: str) -> QDialog | None:
    """Unless one is open already: a second message about a running trouble helps nobody."""
    if parent is not None and parent.findChild(QDialog, NAME) is not None:
        return None
    translate = QCoreApplication.translate
    dialog = QDialog(parent)
    dialog.setObjectName(NAME)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(translate("Fault", "A fault of the program"))
    failure = Failure(
        translate("Fault", "Something in the program went wrong."),
        translate(
            "Fault", "The window goes on. If it behaves strangely, close it and start it again; work is not lost."
        ),
        "internal",
        f"{title}\n\n{details}",
    )
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 24, 24, 16)
    layout.setSpacing(16)
    layout.addWidget(FailureNote(failure, dialog, closable=False))
    layout.addWidget(buttons)
    dialog.resize(620, dialog.sizeHint().height())
    dialog.show()
    return dialog
