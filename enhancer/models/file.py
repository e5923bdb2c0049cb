"""Our model file: safetensors whose header carries the card (ModelInfo as JSON). Data only, never code.

The header is read by hand first, with limits, so that a card can be shown without torch and a hostile file is
refused before anything is allocated.
"""

from __future__ import annotations

import hashlib
import json
import struct
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import ModelError, SpecError
from ..files.atomic import write_bytes
from .info import ModelInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torch import Tensor

CARD = "enhancer.card"
MAX_HEADER = 4_000_000
MAX_TENSORS = 10_000
ITEM_BYTES = {"F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "U8": 1}


def read_header(path: Path) -> tuple[ModelInfo, dict[str, Any]]:
    """The card and the tensor table {name: {dtype, shape, data_offsets}}; checks that the table fits the file.

    Raises ModelError for a missing, truncated, foreign or inconsistent file.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            first = stream.read(8)
            length = struct.unpack("<Q", first)[0] if len(first) == 8 else 0
            if not 2 <= length <= min(MAX_HEADER, size - 8):
                raise ModelError(f"{path} is not a model file.", _what_it_is(first), code="model-format")
            header = json.loads(stream.read(length).decode("utf-8"))
    except OSError as error:
        raise ModelError(f"{path} cannot be read: {error.strerror}.", code="model-missing") from None
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise ModelError(f"{path} is not a model file.", _what_it_is(first), code="model-format") from None
    if not isinstance(header, dict):
        raise ModelError(f"{path} is not a model file.", _what_it_is(first), code="model-format")
    metadata = header.pop("__metadata__", None)
    _check_table(path, header, size - 8 - length)
    if not isinstance(metadata, dict) or not isinstance(metadata.get(CARD), str):
        raise ModelError(
            f"{path} holds weights but no card of this program.",
            "Is it a foreign model?",
            code="model-foreign",
        )
    try:
        card = json.loads(metadata[CARD])
        if isinstance(card, dict) and card.get("version", 1) != 1:
            hint = "Update the program to use it."
            raise ModelError(f"{path} was made by a newer version ({card['version']}).", hint, code="model-version")
        return ModelInfo.from_mapping(card, str(path)), header
    except (ValueError, SpecError, RecursionError, TypeError) as error:
        raise ModelError(f"{path}: its card cannot be understood: {error}", code="model-card") from None


def read_model(path: Path) -> tuple[ModelInfo, dict[str, Tensor]]:
    """The card and the weights on the CPU; refuses non-finite weights by name."""
    import torch
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    info, _ = read_header(path)
    try:
        state = load_file(path)
    except (SafetensorError, OSError, ValueError) as error:
        raise ModelError(f"{path} is damaged: {error}.", "Copy it again from its source.", code="model") from None
    for name, tensor in state.items():
        if tensor.is_floating_point() and not bool(torch.isfinite(tensor).all()):
            raise ModelError(f"{path}: the weights of {name} are not finite.", code="model-nonfinite")
    return info, state


def save_model(path: Path, info: ModelInfo, state: Mapping[str, Tensor]) -> str:
    """Write atomically; returns the file's SHA-256 (hex)."""
    from safetensors.torch import save

    card = json.dumps(info.to_mapping(), sort_keys=True)
    data = save({name: t.detach().cpu().contiguous() for name, t in state.items()}, {CARD: card})
    write_bytes(path, data)
    return hashlib.sha256(data).hexdigest()


def _check_table(path: Path, table: dict[str, Any], payload: int) -> None:
    """Offsets must tile the payload exactly: no overlap, no hole, no tensor larger than its bytes."""
    problem = ""
    spans = []
    if len(table) > MAX_TENSORS:
        problem = f"more than {MAX_TENSORS} tensors"
    for name, entry in table.items():
        try:
            begin, end = entry["data_offsets"]
            count = ITEM_BYTES[entry["dtype"]]
            for side in entry["shape"]:
                if type(side) is not int or side < 0:
                    raise ValueError(side)
                count *= side
        except (KeyError, TypeError, ValueError):
            problem = f"an unusable entry {name[:80]!r}"
            break
        if count != end - begin:
            problem = f"a tensor {name[:80]!r} whose shape and bytes disagree"
            break
        spans.append((begin, end))
    position = 0
    for begin, end in sorted(spans):
        if begin != position:
            problem = problem or "overlapping or missing bytes"
        position = end
    if not problem and position != payload:
        problem = "fewer or more bytes than it declares (is it cut off?)"
    if problem:
        raise ModelError(f"{path} is damaged: it has {problem}.", "Copy it again from its source.", code="model")


def _what_it_is(first: bytes) -> str:
    if first.startswith(b"PK"):
        return "It looks like a PyTorch or zip file; only safetensors files with a card are opened."
    if first.startswith(b"\x80"):
        return "It looks like a pickle, which can run code; it is never opened."
    return "Models are .safetensors files written by this program."
