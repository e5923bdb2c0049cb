"""The system's dialogs of the enhance page. They are opened, not waited for: the window goes on living below them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ..drop import picture_filter
from .values import FORMATS, SUFFIXES, EnhanceSettings

PATTERNS = {
    "png": "PNG (*.png)",
    "jpeg": "JPEG (*.jpg *.jpeg)",
    "webp": "WebP (*.webp)",
    "tiff": "TIFF (*.tif *.tiff)",
}


def open_dialog(parent: QWidget, folder: Path | None) -> QFileDialog:
    dialog = _dialog(parent, QCoreApplication.translate("EnhanceDialogs", "Open a picture"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(picture_filter().split(";;"))
    if folder is not None:
        dialog.setDirectory(str(folder))
    return dialog


def save_dialog(parent: QWidget, source: Path, own: str, settings: EnhanceSettings, folder: Path) -> QFileDialog:
    """own: format of the source. The names offered end as the format of the settings wants, if it names one."""
    dialog = _dialog(parent, QCoreApplication.translate("EnhanceDialogs", "Save the result as"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters([PATTERNS[settings.format]] if settings.format else list(PATTERNS.values()))
    kind = settings.format or own
    if kind in PATTERNS:
        dialog.selectNameFilter(PATTERNS[kind])
    suffix = SUFFIXES.get(kind, ".png")
    dialog.setDefaultSuffix(suffix)
    dialog.setDirectory(str(folder))
    dialog.selectFile(f"{source.stem}_{Path(settings.model).stem}{suffix}")
    return dialog


def ending_right(path: Path, settings: EnhanceSettings) -> Path:
    """With the suffix of the chosen format, whatever was typed."""
    if settings.format and FORMATS.get(path.suffix.lower()) != settings.format:
        return path.with_name(path.name + SUFFIXES[settings.format])
    return path


def job_dialog(parent: QWidget, source: Path) -> QFileDialog:
    dialog = _dialog(parent, QCoreApplication.translate("EnhanceDialogs", "Save as job file"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([QCoreApplication.translate("EnhanceDialogs", "Job files (*.toml)")])
    dialog.setDefaultSuffix(".toml")
    dialog.setDirectory(str(source.parent))
    dialog.selectFile(f"{source.stem}.toml")
    return dialog


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
