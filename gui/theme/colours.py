"""The two palettes: every colour of the window has a name here, and no other place knows one."""

from __future__ import annotations

from typing import NamedTuple


class Palette(NamedTuple):
    """window: behind everything. surface: cards and fields. raised: buttons. sunken: pressed. canvas: behind pictures.

    Every text colour has a contrast of 4.5 or more on window, surface, raised, hover and selection, `disabled` too.
    """

    dark: bool
    window: str
    surface: str
    raised: str
    hover: str
    sunken: str
    border: str
    edge: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_text: str
    selection: str
    danger: str
    warning: str
    good: str
    canvas: str
    canvas_text: str
    grid: str


LIGHT = Palette(
    dark=False,
    window="#F6F7F8",
    surface="#FFFFFF",
    raised="#FFFFFF",
    hover="#EEF1F4",
    sunken="#E6EAEE",
    border="#D5D9DE",
    edge="#87909B",
    text="#1B1F24",
    muted="#57606A",
    disabled="#5E6670",
    accent="#0B6BB8",
    accent_hover="#095A9C",
    accent_pressed="#074B83",
    accent_text="#FFFFFF",
    selection="#DCEBFA",
    danger="#B42318",
    warning="#8A5300",
    good="#1A7033",
    canvas="#E4E6E9",
    canvas_text="#1B1F24",
    grid="#E1E4E8",
)
DARK = Palette(
    dark=True,
    window="#1B1D21",
    surface="#23262B",
    raised="#2B2F35",
    hover="#31363D",
    sunken="#1F2226",
    border="#3C424A",
    edge="#7B8591",
    text="#E8EAED",
    muted="#A6AEB8",
    disabled="#9AA2AC",
    accent="#4DA3FF",
    accent_hover="#6CB3FF",
    accent_pressed="#8BC3FF",
    accent_text="#0B1520",
    selection="#1F3A57",
    danger="#FF8A80",
    warning="#F2B45C",
    good="#6FCF97",
    canvas="#131518",
    canvas_text="#E8EAED",
    grid="#30353C",
)
