"""The question before something goes to the trash."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def may_be_removed(parent: QWidget, question: str, consequence: str) -> bool:
    """Ask, and wait for the answer. question, consequence: translated."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(question)
    box.setInformativeText(consequence)
    yes = box.addButton(
        QCoreApplication.translate("TrashQuestion", "Move to the trash"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    agreed = box.clickedButton() is yes
    box.deleteLater()
    return agreed
