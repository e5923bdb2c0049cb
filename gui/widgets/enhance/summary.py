"""What came of an enhancement, in words: where it is, how faithful, what was kept and what was lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ... import units
from ...core_words import all_in_words
from ...services import Services
from ...theme.roles import with_role
from ..controls import ElidedLabel

DONE_BEFORE = "done-before"


def kept_words(names: Sequence[str]) -> list[str]:
    """What the core says was kept, translated; what is not known here stays as it is."""
    known = {
        "colour profile": QCoreApplication.translate("Kept", "colour profile"),
        "EXIF": QCoreApplication.translate("Kept", "camera data (EXIF)"),
        "XMP": QCoreApplication.translate("Kept", "notes (XMP)"),
        "resolution": QCoreApplication.translate("Kept", "print resolution"),
        "transparency": QCoreApplication.translate("Kept", "transparency"),
        "16 bits": QCoreApplication.translate("Kept", "16 bits"),
        "32 bits": QCoreApplication.translate("Kept", "32 bits"),
        "grey": QCoreApplication.translate("Kept", "grey"),
    }
    return [known.get(name, name) for name in names]


def fidelity_words(psnr: float | None, measured: bool = True) -> str:
    """How well the result, reduced again, equals the original; from the figure in dB, None for equality."""
    if not measured:
        return ""
    if psnr is None:
        return QCoreApplication.translate("Kept", "Reduced again, it equals the original to the last bit.")
    if psnr >= 50:
        text = QCoreApplication.translate("Kept", "Reduced again, it equals the original ({n} dB).")
    elif psnr >= 38:
        text = QCoreApplication.translate("Kept", "Reduced again, it is close to the original ({n} dB).")
    else:
        text = QCoreApplication.translate("Kept", "Reduced again, it differs from the original ({n} dB).")
    return text.format(n=units.fixed(psnr, 1))


class ResultSummary(QFrame):
    """Hidden until `show_item`. Signals: folder_wanted(Path), save_wanted(), closed()."""

    folder_wanted = Signal(object)
    save_wanted = Signal()
    closed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_role(self, "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.path: Path | None = None
        self.title = with_role(ElidedLabel(), "heading")
        self.title.setProperty("data", True)
        self.size_line = _line()
        self.fidelity_line = _line()
        self.kept_line = _line()
        self.lost_line = with_role(_line(), "warning")
        self.notes_line = with_role(_line(), "muted")
        self.notes_line.setProperty("data", True)
        self.folder_button = QPushButton(self.tr("Show in folder"))
        self.folder_button.setIcon(services.theme.icon("folder"))
        self.folder_button.clicked.connect(self._show_folder)
        self.save_button = QPushButton(self.tr("Save as…"))
        self.save_button.setIcon(services.theme.icon("save"))
        self.save_button.setToolTip(self.tr("Write it again with another name, format or quality"))
        self.save_button.clicked.connect(self.save_wanted)
        self.close_button = with_role(QPushButton(self.tr("Close")), "quiet")
        self.close_button.setToolTip(self.tr("Put this summary away; the result stays"))
        self.close_button.clicked.connect(self._close)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for button in (self.folder_button, self.save_button, self.close_button):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 12)
        layout.setSpacing(4)
        layout.addLayout(head)
        for line in (self.size_line, self.fidelity_line, self.kept_line, self.lost_line, self.notes_line):
            layout.addWidget(line)
        self.hide()

    def show_item(self, item: Mapping[str, Any]) -> None:
        """item: of a job's report, one that has an output."""
        facts = item.get("facts") or {}
        self.path = Path(item["outputs"][0])
        if item.get("code") == DONE_BEFORE:
            self.title.setText(self.tr("It was there already: {name}").format(name=self.path.name))
        else:
            self.title.setText(self.tr("Saved: {name}").format(name=self.path.name))
        self.title.set_tip(str(self.path))
        self._say(self.size_line, self._size(facts))
        consistency = facts.get("consistency") or {}
        measured = consistency.get("file") or consistency.get("result")
        self._say(self.fidelity_line, fidelity_words(measured["psnr"]) if measured else "")
        kept = kept_words(facts.get("kept", ()))
        self._say(self.kept_line, self.tr("Kept: {what}").format(what=", ".join(kept)) if kept else "")
        lost = facts.get("losses", ())
        self._say(self.lost_line, self.tr("Lost: {what}").format(what=all_in_words(lost)) if lost else "")
        self._say(self.notes_line, all_in_words(note for note in facts.get("notes", ()) if note not in lost))
        self.show()

    def _size(self, facts: Mapping[str, Any]) -> str:
        output = facts.get("output")
        if not output:
            return ""
        seconds = sum(facts.get("seconds", {}).values())
        return self.tr("{size}, {bits} bits, {format}, {amount}; in {time} with {model} on {device}").format(
            size=units.pixels(*output["size"]),
            bits=output["bits"],
            format=str(output["format"]).upper(),
            amount=units.amount(output["bytes"]),
            time=units.duration(seconds),
            model=facts.get("model", {}).get("name", ""),
            device=facts.get("device", ""),
        )

    def _say(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _show_folder(self) -> None:
        if self.path is not None:
            self.folder_wanted.emit(self.path)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


def _line() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label
