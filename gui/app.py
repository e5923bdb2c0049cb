"""`enhancer-gui`: what can be decided without Qt (options, is there a display, is Qt installed), then the program."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

FAILED = 1
NO_SCREEN_NEEDED = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
"""Platforms of Qt that draw without a display server."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window; returns the exit status once it is closed."""
    options = parser().parse_args(arguments)
    if options.version:
        from enhancer import __version__

        sys.stdout.write(f"enhancer-gui, version {__version__}\n")
        return 0
    missing = display_missing(os.environ, sys.platform)
    if missing:
        sys.stderr.write(f"enhancer-gui: {missing}\n")
        return FAILED
    try:
        import PySide6.QtWidgets  # noqa: F401 -- to see whether it can be loaded
    except ImportError as error:
        sys.stderr.write(f"enhancer-gui: {why_no_qt(error)}\n")
        return FAILED
    from .program import run

    return run([Path(name).absolute() for name in options.files], safe=options.safe_mode, page=options.page)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="enhancer-gui",
        description="Make pictures better, in a window. Nothing is sent anywhere; originals are never changed.",
    )
    made.add_argument("files", nargs="*", metavar="FILE", help="pictures or folders to open")
    made.add_argument(
        "--safe-mode",
        action="store_true",
        help="default settings, nothing restored and nothing remembered, drawing without the graphics card",
    )
    made.add_argument("--page", default="", help=argparse.SUPPRESS)
    made.add_argument("-V", "--version", action="store_true", help="show the version and exit")
    return made


def display_missing(environment: Mapping[str, str], platform: str) -> str:
    """Why no window can be shown, in a line; empty if one can. Qt itself would abort the process."""
    if platform in ("win32", "darwin", "cygwin"):
        return ""
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if chosen in NO_SCREEN_NEEDED or environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return ""
    return "there is no display to open a window on. The command line needs none: enhancer --help"


def why_no_qt(error: ImportError) -> str:
    """In a line, with what to do."""
    if isinstance(error, ModuleNotFoundError) and (error.name or "").startswith("PySide6"):
        return 'the window needs PySide6. Install it with: pip install "enhancer[gui]"'
    return f"Qt cannot be loaded ({error}). On Debian its libraries come with the apt-get line of the README."


if __name__ == "__main__":
    sys.exit(main())
