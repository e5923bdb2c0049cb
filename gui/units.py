"""Numbers as people read them: durations, amounts, sizes, in the language of the window. Pure functions."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

_STEPS = ("B", "kB", "MB", "GB", "TB", "PB")


def duration(seconds: float) -> str:
    """Rounded as an estimate deserves: "45 s", "12 min", "3 h 20 min", "2 d 4 h"; below a second "0.35 s"."""
    if seconds < 0.0095:
        return QCoreApplication.translate("Units", "{n} ms").format(n=number(seconds * 1000, 1))
    if seconds < 9.95:
        return QCoreApplication.translate("Units", "{n} s").format(n=number(seconds, 2 if seconds < 1 else 1))
    whole = round(seconds)
    if whole < 90:
        return QCoreApplication.translate("Units", "{n} s").format(n=count(whole))
    minutes = round(seconds / 60)
    if minutes < 60:
        return QCoreApplication.translate("Units", "{n} min").format(n=count(minutes))
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        if not rest:
            return QCoreApplication.translate("Units", "{n} h").format(n=count(hours))
        return QCoreApplication.translate("Units", "{h} h {m} min").format(h=count(hours), m=count(rest))
    days, hours = divmod(round(seconds / 3600), 24)
    if not hours:
        return QCoreApplication.translate("Units", "{n} d").format(n=count(days))
    return QCoreApplication.translate("Units", "{d} d {h} h").format(d=count(days), h=count(hours))


def amount(size: float) -> str:
    """Bytes in decimal units, three digits: "412 B", "3.42 MB"."""
    step = 0
    while size >= 999.5 and step < len(_STEPS) - 1:
        size, step = size / 1000, step + 1
    if step == 0:
        return f"{count(round(size))} B"
    digits = 2 if size < 9.995 else 1 if size < 99.95 else 0
    return f"{number(size, digits)} {_STEPS[step]}"


def count(n: int) -> str:
    """With separators of thousands: "4,096"."""
    return _locale().toString(n)


def number(x: float, digits: int = 2) -> str:
    """With at most so many digits behind the point, none of them a trailing zero."""
    locale = _locale()
    text = locale.toString(float(x), "f", digits)
    point = locale.decimalPoint()
    return text.rstrip("0").removesuffix(point) if digits > 0 and point in text else text


def fixed(x: float, digits: int = 2) -> str:
    """With exactly so many digits behind the point, for columns that stand below each other."""
    return _locale().toString(float(x), "f", digits)


def percent(share: float, digits: int = 0) -> str:
    return QCoreApplication.translate("Units", "{n} %").format(n=number(share * 100, digits))


def pixels(width: int, height: int) -> str:
    """ "4,096 × 2,716 (11.1 MP)"; small pictures without the second part."""
    size = QCoreApplication.translate("Units", "{w} × {h}").format(w=count(width), h=count(height))
    area = width * height / 1e6
    if area < 0.095:
        return size
    mega = number(area, 1 if area < 99.95 else 0)
    return QCoreApplication.translate("Units", "{size} ({n} MP)").format(size=size, n=mega)


def place(path: Path) -> str:
    """A path as people know it: their own folder is "~"."""
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if home != path and path.is_relative_to(home) else str(path)


def _locale() -> QLocale:
    return QLocale()
