"""The palette and the style sheet of Qt, made from the colours. Sizes keep to a grid of 4 pixels.

A ring of 2 pixels in the accent shows the focus; the padding gives way so that nothing moves.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QPalette

from .colours import Palette
from .sheet import SHEET


def qt_palette(colours: Palette) -> QPalette:
    """For what the style sheet does not reach: item views, rich text, the system's own dialogs."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for which, name in (
        (role.Window, "window"),
        (role.WindowText, "text"),
        (role.Base, "surface"),
        (role.AlternateBase, "window"),
        (role.Text, "text"),
        (role.Button, "raised"),
        (role.ButtonText, "text"),
        (role.BrightText, "danger"),
        (role.Highlight, "selection"),
        (role.HighlightedText, "text"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent"),
        (role.ToolTipBase, "raised"),
        (role.ToolTipText, "text"),
        (role.PlaceholderText, "muted"),
        (role.Accent, "accent"),
        (role.Light, "surface"),
        (role.Midlight, "hover"),
        (role.Mid, "border"),
        (role.Dark, "edge"),
        (role.Shadow, "border"),
    ):
        palette.setColor(which, QColor(getattr(colours, name)))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(group.Disabled, which, QColor(colours.disabled))
    return palette


def style_sheet(colours: Palette, marks: Path, points: float) -> str:
    """points: size of the application's font; headings grow from it."""
    values = {f"@{name}": str(value) for name, value in colours._asdict().items()}
    values |= {
        "@marks": marks.as_posix(),
        "@title_size": f"{points * 1.6:.1f}pt",
        "@heading_size": f"{points * 1.12:.1f}pt",
        "@small_size": f"{points * 0.92:.1f}pt",
    }
    text = SHEET
    # Longest names first: "@accent" begins "@accent_text".
    for name in sorted(values, key=len, reverse=True):
        text = text.replace(name, values[name])
    return text
