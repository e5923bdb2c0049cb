"""Asking for files and folders with the system's dialog, which does not stop the window: the answer comes later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Chosen = Callable[[list[Path]], object]


def choose_files(parent: QWidget, title: str, name_filter: str, chosen: Chosen, several: bool = True) -> QFileDialog:
    """Files that exist. chosen: a bound method of `parent`; title and name_filter translated."""
    mode = QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile
    return _open(_dialog(parent, title, mode, name_filter), chosen)


def choose_folder(parent: QWidget, title: str, chosen: Chosen) -> QFileDialog:
    dialog = _dialog(parent, title, QFileDialog.FileMode.Directory, "")
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    return _open(dialog, chosen)


def choose_target(parent: QWidget, title: str, name_filter: str, suffix: str, name: str, chosen: Chosen) -> QFileDialog:
    """A file to be written; the dialog asks before one that exists. suffix: added where none was typed."""
    dialog = _dialog(parent, title, QFileDialog.FileMode.AnyFile, name_filter)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(name)
    return _open(dialog, chosen)


def _dialog(parent: QWidget, title: str, mode: QFileDialog.FileMode, name_filter: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(mode)
    if name_filter:
        dialog.setNameFilters(name_filter.split(";;"))
    return dialog


def _open(dialog: QFileDialog, chosen: Chosen) -> QFileDialog:
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()
    return dialog
