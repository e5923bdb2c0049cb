"""The columns of the table of a batch: headings, what stands in a cell, by what it is sorted. No model here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from ... import units
from .row import STATES, Row

PICTURE, STATE, SIZE, MODEL, TIME, DISK, NOTE = range(7)
ESTIMATED = (TIME, DISK)
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
translate = QCoreApplication.translate


def headings() -> tuple[str, ...]:
    return (
        translate("BatchTable", "Picture"),
        translate("BatchTable", "State"),
        translate("BatchTable", "Size"),
        translate("BatchTable", "Model"),
        translate("BatchTable", "Time"),
        translate("BatchTable", "Disk"),
        translate("BatchTable", "Result"),
    )


def state_word(state: str) -> str:
    words = {
        "pending": translate("BatchTable", "To do"),
        "done": translate("BatchTable", "Done"),
        "failed": translate("BatchTable", "Failed"),
        "skipped": translate("BatchTable", "Skipped"),
    }
    return words.get(state, state)


def cell(row: Row, column: int) -> str:
    return CELLS[column](row)


def explained(row: Row, column: int) -> str:
    """For a tooltip."""
    if column == NOTE:
        return "\n".join(part for part in (row.reason, row.original, row.output) if part)
    return cell(row, column)


def sizes(row: Row) -> str:
    if not row.size[0]:
        return ""
    before, after = (f"{width} × {height}" for width, height in (row.size, row.target))
    return f"{before} → {after}"


def side(column: int) -> Qt.AlignmentFlag:
    return RIGHT if column in ESTIMATED else LEFT


CELLS: Mapping[int, Callable[[Row], str]] = {
    PICTURE: lambda row: row.key,
    STATE: lambda row: state_word(row.state),
    SIZE: sizes,
    MODEL: lambda row: row.model,
    TIME: lambda row: units.duration(row.seconds) if row.seconds else "",
    DISK: lambda row: units.amount(row.bytes) if row.bytes else "",
    NOTE: lambda row: row.note,
}
SORT_KEYS: Mapping[int, Callable[[Row], Any]] = {
    PICTURE: lambda row: row.key.casefold(),
    STATE: lambda row: STATES.index(row.state),
    SIZE: lambda row: row.size[0] * row.size[1],
    MODEL: lambda row: row.model,
    TIME: lambda row: row.seconds,
    DISK: lambda row: row.bytes,
    NOTE: lambda row: row.note.casefold(),
}
