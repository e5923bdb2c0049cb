"""What the enhance page asks the system's dialogs: a picture to open, and where results and jobs are written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ..choosing import Chosen, choose_files, choose_target
from ..drop import picture_filter
from .values import FORMATS, SUFFIXES, EnhanceSettings

PATTERNS = {
    "png": "PNG (*.png)",
    "jpeg": "JPEG (*.jpg *.jpeg)",
    "webp": "WebP (*.webp)",
    "tiff": "TIFF (*.tif *.tiff)",
}


def choose_picture(parent: QWidget, folder: Path | None, chosen: Chosen) -> None:
    title = QCoreApplication.translate("EnhanceDialogs", "Open a picture")
    choose_files(parent, title, picture_filter(), chosen, several=False, folder=folder)


def choose_result_target(
    parent: QWidget, source: Path, own: str, settings: EnhanceSettings, folder: Path, chosen: Chosen
) -> None:
    """own: format of the source. The names offered end as the format of the settings wants, if it names one."""
    kind = settings.format or own
    suffix = SUFFIXES.get(kind, ".png")
    choose_target(
        parent,
        QCoreApplication.translate("EnhanceDialogs", "Save the result as"),
        PATTERNS[settings.format] if settings.format else ";;".join(PATTERNS.values()),
        suffix,
        f"{source.stem}_{Path(settings.model).stem}{suffix}",
        chosen,
        folder=folder,
        first_filter=PATTERNS.get(kind, ""),
    )


def ending_right(path: Path, settings: EnhanceSettings) -> Path:
    """With the suffix of the chosen format, whatever was typed."""
    if settings.format and FORMATS.get(path.suffix.lower()) != settings.format:
        return path.with_name(path.name + SUFFIXES[settings.format])
    return path
