"""What outlives the window: plain values under dotted names in one JSON file. A bad file gives defaults and is kept.

Two windows may be open at once: each writes only what it changed itself, over what the file says by then.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal

T = TypeVar("T")

CONFIG_VARIABLE = "ENHANCER_CONFIG"
DELAY_MS = 500
"""Changes within this time, for example while a slider moves, are written once."""


def config_folder() -> Path:
    """Of this user; the environment variable ENHANCER_CONFIG names another place."""
    named = os.environ.get(CONFIG_VARIABLE)
    if named:
        return Path(named)
    if sys.platform.startswith("linux"):  # as platformdirs has it, which takes long to import before the first paint
        place = os.environ.get("XDG_CONFIG_HOME", "").strip()
        return Path(place or "~/.config").expanduser() / "enhancer"
    import platformdirs

    return platformdirs.user_config_path("enhancer")


def settings_file() -> Path:
    return config_folder() / "window.json"


class Settings(QObject):
    """Signals: changed(key) after a value became another. `kept_bad`: where a file that could not be read is now."""

    changed = Signal(str)

    def __init__(self, path: Path | None, parent: QObject | None = None) -> None:
        """path: the file; None keeps everything in memory, for the safe mode."""
        super().__init__(parent)
        self._path = path
        self._ours: set[str] = set()
        self.kept_bad: Path | None = None
        self._values = self._read() if path is not None else {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._write)

    def get(self, key: str, default: T) -> T:
        """The value, or `default` where there is none or one of another type. A default of None takes any type."""
        value: Any = self._values.get(key, default)
        if isinstance(default, float) and type(value) is int:
            value = float(value)
        elif isinstance(default, tuple) and isinstance(value, list):
            value = tuple(value)
        fits = default is None or type(value) is type(default)
        return cast(T, value) if fits else default

    def list_of(self, key: str, kind: type[T]) -> list[T]:
        """A list, without what is not of this type in it."""
        values: list[Any] = self.get(key, [])
        return [value for value in values if type(value) is kind]

    def set(self, key: str, value: Any) -> None:
        """Plain JSON values only. It reaches the disk a moment later."""
        if isinstance(value, tuple):
            value = list(value)
        if key in self._values and self._values[key] == value and type(self._values[key]) is type(value):
            return
        self._values[key] = value
        self._mark(key)

    def remove(self, key: str) -> None:
        """Back to the default."""
        if self._values.pop(key, None) is not None:
            self._mark(key)

    def keys(self, prefix: str = "") -> list[str]:
        return [key for key in self._values if key.startswith(prefix)]

    def save(self) -> None:
        """Write now what is still to be written, and bring it to the disk."""
        self._timer.stop()
        self._write(sync=True)

    def _mark(self, key: str) -> None:
        self._ours.add(key)
        if self._path is not None:
            self._timer.start()
        self.changed.emit(key)

    def _write(self, sync: bool = False) -> None:
        if self._path is None or not self._ours:
            return
        from enhancer.errors import OutputError
        from enhancer.files.atomic import put_in_place, write_temporary

        merged = _load(self._path) or {}
        for key in self._ours:
            if key in self._values:
                merged[key] = self._values[key]
            else:
                merged.pop(key, None)
        text = json.dumps(merged, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        # Settings that cannot be written (a full or read-only disk) must not disturb the work.
        with suppress(OutputError, OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            put_in_place(write_temporary(self._path, text.encode()), self._path, sync=sync)
            self._ours.clear()

    def _read(self) -> dict[str, Any]:
        assert self._path is not None
        try:
            values = _load(self._path)
        except OSError:
            return {}
        if values is None:
            bad = self._path.with_suffix(".json.bad")
            with suppress(OSError):
                self._path.replace(bad)
                self.kept_bad = bad
        return values or {}


def _load(path: Path) -> dict[str, Any] | None:
    """The values; {} without a file, None if it holds something else."""
    try:
        values = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None
