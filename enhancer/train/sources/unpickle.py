"""Pickles as data: numbers, texts, lists, tables and arrays of bytes, and nothing that could run or be built.

A pickle is a program. Here the few names that one with arrays must call stand for inert objects of ours; numpy itself
never sees what the file says but a checked shape and the bytes.
"""

from __future__ import annotations

import math
import pickle
from pathlib import Path
from typing import Any

import numpy as np

from ...errors import DataError
from ...files.names import display

MAX_BYTES = 1 << 30
_MAX_DIMENSIONS = 8


def load_plain(path: Path) -> Any:
    """The value of a pickle file of protocol 0 to 5; texts of Python 2 as str. DataError, naming it, for anything else.

    Arrays of other types than uint8 are refused as well.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DataError(f"{display(path.name)} is too large for what it should be.", "Get a fresh copy of it.")
        with path.open("rb") as file:
            value = _Plain(file, encoding="latin1").load()
        return _finished(value)
    except _Refused as error:
        raise DataError(
            f"{display(path.name)} asks for {display(str(error), 100)}, which no picture needs: it may be hostile.",
            "Do not open it with other programs; get the data from their publisher.",
            "unsafe",
        ) from None
    # The unpickler answers damage with whatever its machine stumbles over.
    except (
        *(pickle.UnpicklingError, EOFError, OSError, ValueError, TypeError, KeyError, IndexError),
        *(AttributeError, ImportError, MemoryError, OverflowError, RecursionError),
    ) as error:
        raise DataError(
            f"{display(path.name)} is damaged: {display(str(error) or type(error).__name__, 100)}.",
            "Get a fresh copy of it.",
        ) from None


class _Refused(Exception):
    """A name that is not on the list."""


class _Inert:
    """What a listed name stands for; cannot be changed by the pickle."""

    __slots__ = ()

    def __setstate__(self, state: object) -> None:
        raise _Refused("a change of a function")

    def __call__(self, *arguments: object) -> object:
        raise _Refused("a call that is not needed")


class _Latin(_Inert):
    """`_codecs.encode`: how Python 3 writes bytes for protocols below 3."""

    __slots__ = ()

    def __call__(self, *arguments: object) -> object:
        text, encoding = arguments
        if not isinstance(text, str) or encoding not in ("latin1", "latin-1"):
            raise _Refused(f"the codec {encoding}")
        return text.encode("latin1")


class _Type(_Inert):
    """`numpy.dtype` and what it makes, of one byte."""

    __slots__ = ()

    def __call__(self, *arguments: object) -> object:
        if not arguments or arguments[0] not in ("u1", "|u1", "uint8"):
            raise ValueError("an array is not of bytes")
        return self

    def __setstate__(self, state: object) -> None:
        """Byte order and the like, which one byte does not have."""


class _Make(_Inert):
    """`numpy.core.multiarray._reconstruct`: an empty array, to be filled."""

    __slots__ = ()

    def __call__(self, *arguments: object) -> object:
        return _Array()


class _From(_Inert):
    """`numpy.core.numeric._frombuffer`: an array around bytes, of protocol 5."""

    __slots__ = ()

    def __call__(self, *arguments: object) -> object:
        buffer, kind, shape, order = arguments
        array = _Array()
        array.__setstate__((1, shape, kind, order == "F", bytes(buffer) if isinstance(buffer, bytearray) else buffer))
        return array


class _Array:
    """Stands for an array until the whole pickle is read."""

    __slots__ = ("value",)

    def __init__(self) -> None:
        self.value: np.ndarray[Any, np.dtype[np.uint8]] = np.empty(0, np.uint8)

    def __setstate__(self, state: object) -> None:
        if not isinstance(state, tuple) or len(state) != 5:
            raise ValueError("an array is incomplete")
        _, shape, kind, fortran, raw = state
        data = raw.encode("latin1") if isinstance(raw, str) else raw
        if not isinstance(kind, _Type) or not isinstance(data, bytes):
            raise ValueError("an array is not of bytes")
        if not isinstance(shape, tuple) or len(shape) > _MAX_DIMENSIONS or any(type(n) is not int for n in shape):
            raise ValueError("an array has no shape")
        if any(n < 0 for n in shape) or math.prod(shape) != len(data):
            raise ValueError("an array does not have the size it says")
        self.value = np.frombuffer(data, np.uint8).reshape(shape, order="F" if fortran else "C")


_LISTED: dict[str, type[_Inert]] = {
    "numpy.ndarray": _Inert,
    "numpy.dtype": _Type,
    "_codecs.encode": _Latin,
    **dict.fromkeys(("numpy.core.multiarray._reconstruct", "numpy._core.multiarray._reconstruct"), _Make),
    **dict.fromkeys(("numpy.core.numeric._frombuffer", "numpy._core.numeric._frombuffer"), _From),
}


class _Plain(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if f"{module}.{name}" not in _LISTED:
            raise _Refused(f"{module}.{name}")
        return _LISTED[f"{module}.{name}"]()


def _finished(value: Any) -> Any:
    """The arrays at the top and one level below, which is as deep as a table of columns goes; no others may be left."""
    if isinstance(value, _Array):
        return value.value
    if isinstance(value, dict):
        return {key: item.value if isinstance(item, _Array) else item for key, item in value.items()}
    return value
