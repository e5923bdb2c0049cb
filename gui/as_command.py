"""A job as the command that does the same, to be copied. No Qt here, and no specs: their defaults are the options'."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping
from typing import Any

DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "enhance": {"model": "photo-x2", "max_pixels": 200_000_000},
    "generate": {"format": "png", "truncation": 1.0, "steps": 9, "frames": 24, "tries": 32, "strength": 0.25},
    "project": {"features": "none", "randoms": 1000, "starts": 8, "steps": 400},
}
USUAL: tuple[Any, ...] = ("", 0, False, None, [], (), "auto", "keep", "1/1")
"""What stands for "not asked for" in any field."""
NAMES: Mapping[str, str] = {"classes": "--class", "output": "-o"}
NO_OPTION = frozenset({"kind", "version", "weight"})
PROJECTION: Mapping[str, str] = {"inputs": "--project", "steps": "--descent"}


def command_of(values: Mapping[str, Any]) -> str:
    """values: of a job file of the kind enhance, generate or project. Quoted for the shell of this system."""
    kind = str(values["kind"])
    positional = list(values["inputs"]) if kind == "enhance" else [values["model"]]
    left_out = NO_OPTION | ({"inputs"} if kind == "enhance" else {"model"})
    if kind == "project":
        left_out |= {"max_pixels"}
    words: list[str] = []
    for name, value in values.items():
        if name in left_out or _is_default(kind, name, value, values):
            continue
        option = (PROJECTION if kind == "project" else {}).get(name) or NAMES.get(name, f"--{name.replace('_', '-')}")
        words += _option(option, name, value)
    command = "generate" if kind == "project" else kind
    parts = ["enhancer", command, *words, *_after_options(positional)]
    return subprocess.list2cmdline(parts) if os.name == "nt" else shlex.join(parts)


def _is_default(kind: str, name: str, value: Any, values: Mapping[str, Any]) -> bool:
    if name == "count":  # without the option it is one, or none where other pictures are asked for
        return bool(value == (0 if values.get("like") or values.get("interpolate") else 1))
    if name == "if_exists":
        return bool(value == "error")
    if name == "features" and kind == "generate":
        return bool(value == "auto")
    if name in DEFAULTS[kind]:
        return bool(value == DEFAULTS[kind][name])
    return any(value == usual and type(value) is type(usual) for usual in USUAL)


def _option(option: str, name: str, value: Any) -> list[str]:
    if value is True:
        return [option]
    if name == "interpolate":
        return [option, *map(str, value)]
    if isinstance(value, (list, tuple)):
        return [word for one in value for word in (option, str(one))]
    return [option, str(value)]


def _after_options(words: list[str]) -> list[str]:
    """A name that begins with a dash must not be taken for an option."""
    return ["--", *words] if any(word.startswith("-") and word != "-" for word in words) else words
