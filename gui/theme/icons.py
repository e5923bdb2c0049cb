"""Icons: drawings in one colour, `gui/icons/NAME.svg`, written in the colours of the theme for Qt to render."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from .colours import Palette

FOLDER = Path(__file__).resolve().parent.parent / "icons"

MARKS = {
    "down": ("muted", '<path d="M4 6.5l4 4 4-4"/>'),
    "down-disabled": ("edge", '<path d="M4 6.5l4 4 4-4"/>'),
    "up": ("muted", '<path d="M4 9.5l4-4 4 4"/>'),
    "up-disabled": ("edge", '<path d="M4 9.5l4-4 4 4"/>'),
    "right": ("muted", '<path d="M6.5 4l4 4-4 4"/>'),
    "check": ("accent_text", '<path d="M3.5 8.5l3 3 6-6.5"/>'),
    "check-disabled": ("disabled", '<path d="M3.5 8.5l3 3 6-6.5"/>'),
    "partly": ("accent_text", '<path d="M4 8h8"/>'),
    "dot": ("accent_text", '<circle cx="8" cy="8" r="2.6" fill="currentColor"/>'),
    "dot-disabled": ("disabled", '<circle cx="8" cy="8" r="2.6" fill="currentColor"/>'),
}
"""Small signs inside controls, which a style sheet can take from files only: name, token of the colour, drawing."""

_MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16" fill="none" '
    'stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">{}</svg>'
)


@cache
def drawing(name: str) -> str:
    """The text of an icon's file. FileNotFoundError for a name that nobody drew."""
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def write_marks(folder: Path, palette: Palette) -> Path:
    """The folder with the marks of this palette, written when first asked for."""
    place = folder / ("marks-dark" if palette.dark else "marks-light")
    if not place.is_dir():
        place.mkdir(parents=True)
        for name, (token, shape) in MARKS.items():
            _write(place / f"{name}.svg", _MARK.format(shape), getattr(palette, token))
    return place


def make_icon(folder: Path, palette: Palette, name: str, token: str) -> QIcon:
    """In the colour `token`; chosen ones in the accent, disabled ones as disabled text."""
    icon = QIcon()
    chosen = "accent" if token in ("text", "muted") else token
    for mode, off, on in (
        (QIcon.Mode.Normal, token, chosen),
        (QIcon.Mode.Active, token, chosen),
        (QIcon.Mode.Selected, token, token),
        (QIcon.Mode.Disabled, "disabled", "disabled"),
    ):
        icon.addFile(_coloured(folder, palette, name, off), QSize(), mode, QIcon.State.Off)
        icon.addFile(_coloured(folder, palette, name, on), QSize(), mode, QIcon.State.On)
    return icon


def _coloured(folder: Path, palette: Palette, name: str, token: str) -> str:
    place = folder / ("icons-dark" if palette.dark else "icons-light")
    path = place / f"{name}-{token}.svg"
    if not path.exists():
        place.mkdir(parents=True, exist_ok=True)
        _write(path, drawing(name), getattr(palette, token))
    return str(path)


def _write(path: Path, text: str, colour: str) -> None:
    path.write_text(text.replace("currentColor", colour), encoding="utf-8")
