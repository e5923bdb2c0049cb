"""The child that decodes, without torch: pyramids and their tiles, thumbnails, counts of folders."""

from __future__ import annotations

from .serving import Line, serve

TASKS: list[Line] = []
"""Lanes: "open" for whole pictures, "tiles" for the parts on the screen, "thumbnails" for lists of files."""

if __name__ == "__main__":
    serve("gui.workers", TASKS)
