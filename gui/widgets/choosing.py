"""Asking for files and folders with the system's dialog, which does not stop the window: the answer comes later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Chosen = Callable[[list[Path]], object]


def choose_files(
    parent: QWidget,
    title: str,
    name_filter: str,
    chosen: Chosen,
    several: bool = True,
    folder: Path | None = None,
) -> QFileDialog:
    """Files that exist. chosen: a bound method of `parent`; title and name_filter translated.

    title: "" for the system's own. folder: shown first, None for that of the last time.
    """
    mode = QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile
    return _open(_dialog(parent, title, mode, name_filter, folder), chosen)


def choose_folder(parent: QWidget, title: str, chosen: Chosen) -> QFileDialog:
    """A folder that exists; as `choose_files` otherwise."""
    dialog = _dialog(parent, title, QFileDialog.FileMode.Directory, "")
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    return _open(dialog, chosen)


def choose_target(
    parent: QWidget,
    title: str,
    name_filter: str,
    suffix: str,
    name: str,
    chosen: Chosen,
    folder: Path | None = None,
    first_filter: str = "",
) -> QFileDialog:
    """A file to be written; the dialog asks before one that exists. suffix: added where none was typed.

    first_filter: of those in `name_filter`, chosen at the beginning.
    """
    dialog = _dialog(parent, title, QFileDialog.FileMode.AnyFile, name_filter, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if first_filter:
        dialog.selectNameFilter(first_filter)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(name)
    return _open(dialog, chosen)


def _dialog(
    parent: QWidget, title: str, mode: QFileDialog.FileMode, name_filter: str, folder: Path | None = None
) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(mode)
    if name_filter:
        dialog.setNameFilters(name_filter.split(";;"))
    if folder is not None:
        dialog.setDirectory(str(folder))
    return dialog


def _open(dialog: QFileDialog, chosen: Chosen) -> QFileDialog:
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()
    return dialog
