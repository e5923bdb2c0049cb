"""What the core says, in the language of the window: failures, reasons, notes, what monitors saw.

The core speaks English. Its sentences stand in the tables beside this file, with {facts} where names and numbers are.
In English they are shown as they are, but for hints that name options of the command line. In another language the
translated sentence with the same facts is shown; one that no table knows becomes the general sentence of its code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from string import Formatter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ..workers.protocol import Failure
from .noop import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from .matching import Found

__all__ = ["all_in_words", "failure_in_words", "in_words"]

SENTENCES_INSIDE = frozenset({"what", "why", "fault", "reason", "error", "finding", "remedy", "who"})
"""Facts that are sentences of the core themselves."""
WORDS_INSIDE = frozenset({"does", "figures", "kind", "knob", "metric", "noun", "rivals", "tiling", "where", "which"})
"""Facts that are words of the core: translated where they are known."""
LISTS_INSIDE = frozenset({"choices", "names"})
"""Facts that are lists of names."""
UNKNOWN = QT_TRANSLATE_NOOP("Core", "the cause stands in the original message")
BETWEEN_NAMES = QT_TRANSLATE_NOOP("Core", ", ")
_LETTER = re.compile("[\u4e00-\u9fff]")
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def in_words(text: str, code: str = "") -> str:
    """A sentence of the core, or several, to show. What is not known becomes the sentence of `code`, or stays."""
    if not text:
        return ""
    said = _said(text)
    if said is not None:
        return said
    from .codes import CODES

    if not _is_translated() or _is_window_text(text):
        return text
    return _translate(CODES[code]) if code in CODES else text


def all_in_words(texts: Iterable[str]) -> str:
    """Several sentences, one after the other."""
    return _joined([in_words(text) for text in texts])


def failure_in_words(failure: Failure) -> Failure:
    """The same failure to show; where its words became others, the original ones stay in the details."""
    message = in_words(failure.message, failure.code)
    hint = in_words(failure.hint)
    if hint == failure.hint and _is_translated() and not _is_window_text(hint):
        hint = ""  # English in the middle of another language; it is in the details
    if message == failure.message and hint == failure.hint:
        return failure
    if not _is_translated():
        return replace(failure, message=message, hint=hint)
    original = f"{failure.message} {failure.hint}".strip()
    return replace(failure, message=message, hint=hint, details="\n\n".join(filter(None, (original, failure.details))))


def _said(text: str, strict: bool = True) -> str | None:
    """None if a part of it is not known. strict: the sentences inside of sentences too."""
    from .matching import split

    parts, said = split(text), []
    while parts:
        for end in range(1, len(parts) + 1):
            known = _sentence(" ".join(parts[:end]), strict)
            if known is not None:
                break
        else:
            return _said(text, strict=False) if strict else None
        said.append(known)
        parts = parts[end:]
    return _joined(said)


def _sentence(text: str, strict: bool) -> str | None:
    from .matching import find  # hundreds of sentences, which nobody waits for when the window starts

    return next((said for found in find(text) if (said := _filled(found, text, strict)) is not None), None)


def _filled(found: Found, text: str, strict: bool) -> str | None:
    """None if it was meant otherwise: what should be a sentence inside of it is none."""
    facts, said = {}, {}
    for name, value in found.facts.items():
        if name in WORDS_INSIDE:
            words = [_said(one) for one in value.split("; ")]
            if None not in words:
                said[name] = "; ".join(filter(None, words))
        elif name in LISTS_INSIDE:
            facts[name] = _translate(BETWEEN_NAMES).join(re.split(", | or ", value))
        elif name in SENTENCES_INSIDE:
            inner = _said(value)
            if inner is not None:
                said[name] = inner
            elif strict or found.sentence.could_be_anything:
                return None
            elif _is_translated():
                said[name] = _translate(UNKNOWN)
        facts.setdefault(name, value)
    template = _translate(found.sentence.shown)
    return text if template == found.sentence.core else _put(template, facts, said)


def _put(template: str, facts: Mapping[str, str], said: Mapping[str, str]) -> str:
    """Facts into their places; a wide script has a space only between its own letters and narrow ones."""
    text, spoken = "", False
    for piece, name, *_ in Formatter().parse(template):
        text = _spaced(text, piece) if spoken else text + piece
        if name is not None:
            spoken = name in said
            text = _spaced(text, said[name]) if spoken else text + facts[name]
    return text


def _spaced(text: str, more: str) -> str:
    """The one after the other, with a space between letters of a wide script and narrow ones, and none between two."""
    a, b = text.rstrip(" "), more.lstrip(" ")
    sides = (a[-1:], b[:1])
    if not any(map(_LETTER.match, sides)):
        return text + more
    return f"{a} {b}" if any(side.isascii() and side.isalnum() for side in sides) else a + b


def _joined(parts: Iterable[str]) -> str:
    """With a space between them, but for scripts that have their own wide marks."""
    text = ""
    for part in filter(None, parts):
        text += part if not text or _CHINESE.match(text[-1]) else f" {part}"
    return text


def _translate(text: str) -> str:
    return QCoreApplication.translate("Core", text)


def _is_translated() -> bool:
    return _translate(UNKNOWN) != UNKNOWN


def _is_window_text(text: str) -> bool:
    """Whether it is already in the window's language: a sentence that the window itself wrote."""
    return not text or bool(_CHINESE.search(text[-1]) or re.search("[，。：；]", text))
