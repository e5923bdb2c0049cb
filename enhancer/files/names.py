"""File names: templates with listed fields only, names that every system takes, and names as they may be shown."""

from __future__ import annotations

import hashlib
import os
import re
import string
import unicodedata
from dataclasses import dataclass, field

from ..errors import SpecError
from ..registry import did_you_mean

MAX_NAME_BYTES = 255
FIELDS = ("stem", "model", "scale", "width", "height", "ext")

_HASH_CHARS = 8
_LONGEST_EXTENSION = 16
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{device}{digit}" for device in ("com", "lpt") for digit in "0123456789¹²³"}
)
_ALWAYS_UNSAFE = re.compile(r"[/\\\x00-\x1f\x7f-\x9f]")
_WINDOWS_UNSAFE = re.compile(r'[<>:"|?*]')


@dataclass(frozen=True)
class NameTemplate:
    """A name with the `known` fields ({stem} {model} {scale} {width} {height} {ext}) and nothing else; no folders.

    Made once for a job: SpecError for an unknown field, an attribute, an index, a conversion, a path separator.
    """

    template: str
    known: tuple[str, ...] = FIELDS
    _parts: tuple[tuple[str, str], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.template.strip():
            example = f"{{{self.known[0]}}}_{{{self.known[1]}}}.{{ext}}"
            raise SpecError("The name template is empty.", f"For example: {example}")
        if _ALWAYS_UNSAFE.search(self.template):
            raise SpecError(
                f"The name template {display(self.template)!r} holds a separator or a control character.",
                "A template names a file; the folder is chosen with -o.",
            )
        object.__setattr__(self, "_parts", tuple(_parse(self.template, self.known)))

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the template uses, i.e. what `render` must be given."""
        return frozenset(name for _, name in self._parts if name)

    def render(self, **values: object) -> str:
        """The safe file name for these values, at most 255 bytes; a stem that is too long is cut."""
        missing = sorted(self.fields - values.keys())
        if missing:
            raise SpecError(f"The name template needs {missing[0]!r}, which is not known here.")
        texts = {name: str(values[name]) for name in self.fields}
        name = self._fill(texts)
        excess = _size(name) - MAX_NAME_BYTES
        if excess > 0 and "stem" in texts:
            uses = sum(part == "stem" for _, part in self._parts)
            room = _size(texts["stem"]) - -(-excess // uses)
            if room > _HASH_CHARS + 1:
                name = self._fill({**texts, "stem": _cut(texts["stem"], room)})
        return shorten(name, 0)

    def _fill(self, texts: dict[str, str]) -> str:
        return safe_name("".join(text + texts.get(name, "") for text, name in self._parts))


def _parse(template: str, known: tuple[str, ...]) -> list[tuple[str, str]]:
    try:
        parsed = list(string.Formatter().parse(template))
    except ValueError as error:
        raise SpecError(f"The name template {display(template)!r} is not valid: {error}.") from None
    parts = []
    for text, name, spec, conversion in parsed:
        if name is not None and name not in known:
            raise SpecError(f"The name template has no field {display('{' + name + '}')}.", did_you_mean(name, known))
        if spec or conversion:
            raise SpecError(f"The name template takes {{{name}}} without any addition.")
        parts.append((text, name or ""))
    return parts


def safe_name(text: str) -> str:
    """The text as one file name: no separators, no control characters, never empty, `.`, `..` or a Windows device.

    Bytes that are no UTF-8 (lone surrogates) stay as they are. What only Windows forbids is replaced there
    alone, so that an output keeps the stem of its input wherever it can. The length is not changed but by a
    leading `_`.
    """
    name = _ALWAYS_UNSAFE.sub("_", text)
    if os.name == "nt":
        name = _WINDOWS_UNSAFE.sub("_", name)
    trimmed = name.rstrip(". ")  # Windows drops them silently, so two names would become one
    name = trimmed + "_" * (len(name) - len(trimmed))
    if name.partition(".")[0].rstrip(" ").casefold() in _RESERVED:
        name = f"_{name}"
    return name or "_"


def shorten(name: str, suffix_room: int) -> str:
    """The name if it and `suffix_room` more bytes fit in 255 bytes, else cut before its extension.

    What was cut is replaced by `~` and eight hex digits of the whole name's hash: equal names stay equal, and
    two that differ only at the end stay different.
    """
    limit = MAX_NAME_BYTES - suffix_room
    if limit <= _HASH_CHARS + 1 + _LONGEST_EXTENSION:
        raise ValueError(f"no name fits beside {suffix_room} bytes")
    if _size(name) <= limit:
        return name
    dot = name.rfind(".", 1)
    stem, extension = (name[:dot], name[dot:]) if dot > 0 else (name, "")
    if _size(extension) > _LONGEST_EXTENSION:
        stem, extension = name, ""
    return _cut(stem, limit - _size(extension)) + extension


def display(text: str, limit: int = 0) -> str:
    """The text as it may appear in a log line or a terminal: one line, nothing that a terminal would obey.

    Control and direction characters are escaped, bytes that were no UTF-8 appear as \\xNN. With `limit` the
    middle of a longer text is left out.
    """
    if not text.isprintable():
        text = "".join(map(_visible, text))
    if limit and len(text) > limit:
        head = (limit - 1) // 2
        text = f"{text[:head]}…{text[len(text) - (limit - 1 - head) :]}"
    return text


def folded(path: str) -> bytes:
    """A key that is equal for two paths which some file system takes for one (case, composed or decomposed letters)."""
    once = unicodedata.normalize("NFC", path).casefold()
    return unicodedata.normalize("NFC", once).encode("utf-8", "surrogatepass")


def _visible(char: str) -> str:
    if char.isprintable() or char in "\u200c\u200d" or unicodedata.category(char) == "Zs":
        return char
    number = ord(char)
    if 0xDC80 <= number <= 0xDCFF:
        return f"\\x{number - 0xDC00:02x}"
    return char.encode("ascii", "backslashreplace").decode("ascii") if number > 0x7F else f"\\x{number:02x}"


def _size(text: str) -> int:
    return len(_encode(text))


def _encode(text: str) -> bytes:
    # As os.fsencode on POSIX: one byte for each undecodable byte; other lone surrogates (Windows) take three.
    if text.isascii():
        return text.encode("ascii")
    return b"".join(
        bytes([ord(char) - 0xDC00]) if 0xDC80 <= ord(char) <= 0xDCFF else char.encode("utf-8", "surrogatepass")
        for char in text
    )


def _cut(text: str, limit: int) -> str:
    """At most `limit` bytes of the text, whole characters, ending in `~` and a hash of all of it."""
    mark = f"~{hashlib.sha256(_encode(text)).hexdigest()[:_HASH_CHARS]}"
    room = limit - len(mark)
    kept, used = [], 0
    for char in text:
        used += _size(char)
        if used > room:
            break
        kept.append(char)
    return "".join(kept) + mark
