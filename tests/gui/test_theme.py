"""Light and dark: contrast of every text colour, switching while the window is open, icons that follow."""

from __future__ import annotations

import itertools
import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QToolButton

from gui.theme.colours import DARK, LIGHT
from gui.theme.icons import FOLDER, MARKS
from gui.theme.style import style_sheet

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def contrast(one: str, other: str) -> float:
    """WCAG 2: from 1 to 21."""

    def luminance(name):
        parts = [getattr(QColor(name), f"{part}F")() for part in ("red", "green", "blue")]
        linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@PALETTES
def test_every_text_can_be_read_on_every_ground(palette):
    grounds = ("window", "surface", "raised", "hover", "sunken", "selection")
    texts = ("text", "muted", "disabled", "danger", "warning", "good")
    low = [
        (text, ground, round(contrast(getattr(palette, text), getattr(palette, ground)), 2))
        for text, ground in itertools.product(texts, grounds)
        if contrast(getattr(palette, text), getattr(palette, ground)) < 4.5
    ]
    assert not low


@PALETTES
def test_links_and_primary_buttons_can_be_read_also_while_touched(palette):
    for ground in ("accent", "accent_hover", "accent_pressed"):
        assert contrast(palette.accent_text, getattr(palette, ground)) >= 4.5, ground
    for ground in ("window", "surface", "hover"):
        assert contrast(palette.accent, getattr(palette, ground)) >= 4.5, ground
    assert contrast(palette.canvas_text, palette.canvas) >= 4.5


@PALETTES
def test_controls_and_their_focus_stand_out(palette):
    for ground in ("window", "surface"):
        assert contrast(palette.accent, getattr(palette, ground)) >= 3
        assert contrast(palette.edge, getattr(palette, ground)) >= 3


@PALETTES
def test_the_style_sheet_knows_every_name_it_uses(palette, tmp_path):
    text = style_sheet(palette, tmp_path, 10)
    assert "@" not in text
    asked = set(re.findall(rf"{tmp_path.as_posix()}/([a-z-]+)\.svg", text))
    assert asked
    assert asked <= set(MARKS)


def test_the_theme_is_switched_and_remembered(services, qtbot, qapp):
    theme = services.theme
    theme.follow_system()
    theme.mode = "light"
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIcon(theme.icon("close"))
    with qtbot.waitSignal(theme.changed):
        theme.mode = "dark"
    assert theme.dark
    assert services.settings.get("look.theme", "") == "dark"
    assert theme.colour("window") == QColor(DARK.window)
    assert qapp.palette().window().color() == QColor(DARK.window)
    assert colour_of(button.icon()) == QColor(DARK.text).name()
    theme.mode = "system"


def test_icons_take_the_colour_of_their_state(services):
    services.theme.mode = "light"
    icon = services.theme.icon("stop")
    assert colour_of(icon) == QColor(LIGHT.text).name()
    assert colour_of(icon, QIcon.Mode.Normal, QIcon.State.On) == QColor(LIGHT.accent).name()
    assert colour_of(icon, QIcon.Mode.Disabled) == QColor(LIGHT.disabled).name()
    assert colour_of(services.theme.icon("stop", "accent_text")) == QColor(LIGHT.accent_text).name()


def colour_of(icon: QIcon, mode=QIcon.Mode.Normal, state=QIcon.State.Off) -> str:
    """The most opaque colour of it."""
    image = icon.pixmap(QSize(48, 48), 1.0, mode, state).toImage()
    pixels = (image.pixelColor(x, y) for x in range(48) for y in range(48))
    return max(pixels, key=lambda colour: colour.alpha()).name()


def test_every_drawing_is_one_colour_on_one_grid():
    found = sorted(FOLDER.glob("*.svg"))
    assert len(found) > 20
    for path in found:
        text = path.read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in text, path.name
        assert "currentColor" in text, path.name
        assert "#" not in text, path.name


def test_a_name_that_nobody_drew_is_a_mistake(services):
    with pytest.raises(FileNotFoundError):
        services.theme.icon("no-such-drawing")
