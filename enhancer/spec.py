"""The base of every configuration: closed, frozen, complete in TOML, changed only by validated overrides."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import tomli_w
from pydantic import BaseModel, ConfigDict, ValidationError

from .errors import SpecError
from .registry import did_you_mean

MAX_SPEC_BYTES = 1_000_000


class Spec(BaseModel):
    """A frozen value with known fields only. Strict: the text "3" is not the number 3.

    Values from files go through JSON validation, where a list may become a tuple and a text a path, nothing more.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any], where: str = "the configuration") -> Self:
        """Validate plain values, e.g. parsed TOML; SpecError names the first wrong field and where it stands."""
        try:
            return cls.model_validate_json(json.dumps(values))
        except (ValidationError, TypeError) as error:
            raise spec_error(cls, error, where) from None

    @classmethod
    def from_toml(cls, text: str, where: str = "the configuration") -> Self:
        return cls.from_mapping(parse_toml(text, where), where)

    @classmethod
    def load(cls, path: Path) -> Self:
        return cls.from_toml(read_spec_text(path), str(path))

    def to_mapping(self) -> dict[str, Any]:
        """Plain JSON values, complete, without the fields that are None (TOML has no null)."""
        values: dict[str, Any] = self.model_dump(mode="json", exclude_none=True)
        return values

    def to_toml(self) -> str:
        return tomli_w.dumps(self.to_mapping())

    def fingerprint(self, exclude: frozenset[str] = frozenset()) -> str:
        """SHA-256 (hex) over the canonical JSON of the fields, without the top-level names in `exclude`."""
        values = {k: v for k, v in self.to_mapping().items() if k not in exclude}
        return hashlib.sha256(json.dumps(values, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def read_spec_text(path: Path) -> str:
    """The text of a small UTF-8 file; SpecError if it is missing, too large or not text."""
    try:
        if path.stat().st_size > MAX_SPEC_BYTES:
            raise SpecError(f"{path} is larger than a configuration can be (1 MB).", "Is it the right file?")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SpecError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from None


def parse_toml(text: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SpecError(f"{where} is not valid TOML: {error}.") from None


def apply_override(values: dict[str, Any], override: str) -> None:
    """Set one `dotted.name=value` in nested plain values, in place."""
    name, equals, text = override.partition("=")
    keys = name.strip().split(".")
    if not equals or not all(keys):
        raise SpecError(f"{override!r} is not of the form name=value.", "For example: optim.lr=5e-4")
    try:
        value = tomllib.loads(f"v = {text}")["v"]
    except tomllib.TOMLDecodeError:
        value = text.strip()
    for key in keys[:-1]:
        inner = values.setdefault(key, {})
        if not isinstance(inner, dict):
            raise SpecError(f"{name}: {key!r} is a value, not a section.")
        values = inner
    values[keys[-1]] = value


def spec_error(cls: type[BaseModel], error: Exception, where: str) -> SpecError:
    """One readable line out of a validation error: the field, what is wrong, and the nearest known name."""
    if not isinstance(error, ValidationError):
        return SpecError(f"{where}: {error}")
    first = error.errors(include_url=False)[0]
    name = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        known = _fields_beside(cls, first["loc"])
        return SpecError(f"{where}: there is no setting {name!r}.", did_you_mean(str(first["loc"][-1]), known))
    message = first["msg"].removeprefix("Value error, ")
    # What is wrong with several fields together names them itself.
    return SpecError(f"{where}: {name}: {message}" if name else f"{where}: {message}")


def _fields_beside(cls: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    for part in location[:-1]:
        field = cls.model_fields.get(str(part))
        inner = field.annotation if field else None
        if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
            return []
        cls = inner
    return list(cls.model_fields)
