"""How a sentence stands in a table: found by lupdate, translated when it is shown."""

from __future__ import annotations

Entry = str | tuple[str, str]
"""A sentence of the core with its {facts}, or such a one and what the window says instead of it."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # lupdate knows it by this name
    """The text itself. Qt's own of this name is typed as an object."""
    return text
