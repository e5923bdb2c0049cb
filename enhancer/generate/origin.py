"""Origin: all that a generated picture was made from, kept inside its file, so that it can be made again."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Annotated, Any, Literal

import numpy as np
from pydantic import Field

from ..errors import ImageError, SpecError
from ..files.names import display
from ..images.blocks.made import made, packet
from ..images.read import probe
from ..spec import Spec, read_spec_text
from .seeds import SEED_LIMIT, Latents

__all__ = ["LATENT_SUFFIX", "Origin", "latent_text", "latent_values", "origin_of"]

LATENT_SUFFIX = ".latent.json"
Seed = Annotated[int, Field(ge=0, lt=SEED_LIMIT)]


class Origin(Spec):
    """model and sha256: which weights. A picture comes from a seed (and which of its candidates), from the way between
    two seeds, or from a latent that was found for a photo. `slot`, `batch`, `precision`: the plan it ran under.
    """

    kind: Literal["generated"] = "generated"
    version: Literal[1] = 1
    program: str
    model: str
    sha256: str
    label: Annotated[int, Field(ge=0)] | None = None
    class_name: str = ""
    seed: Seed | None = None
    candidate: int = Field(default=0, ge=0)
    truncation: float = Field(default=1.0, gt=0, le=1)
    seeds: tuple[Seed, Seed] | None = None
    position: float = Field(default=0.0, ge=0, le=1, description="0 is the first of `seeds`, 1 the second")
    latent: str = Field(default="", max_length=200_000, description="base64 of little-endian float32")
    slot: int = Field(default=0, ge=0)
    batch: int = Field(default=1, ge=1, le=4096)
    precision: Literal["fp32", "fp16", "bf16"] = "fp32"
    wraps: bool = Field(default=False, description="whether copies beside each other join without a seam")

    def packet(self) -> bytes:
        """As an XMP block."""
        return packet(self.to_mapping(), self.program)


def latent_text(z: Latents) -> str:
    return base64.b64encode(np.ascontiguousarray(z, "<f4").tobytes()).decode("ascii")


def latent_values(text: str, width: int) -> Latents:
    """SpecError unless it holds `width` finite numbers."""
    try:
        z = np.frombuffer(base64.b64decode(text, validate=True), "<f4")
    except ValueError:
        raise SpecError("The latent is damaged.") from None
    if z.shape != (width,) or not np.isfinite(z).all():
        raise SpecError(f"The latent does not hold {width} numbers.", "Was it made with another model?")
    return z.astype(np.float32)


def origin_of(path: Path) -> Origin:
    """How a picture was made, from the file itself or a latent file. ImageError if it does not say."""
    if path.name.endswith(LATENT_SUFFIX):
        try:
            values: Any = json.loads(read_spec_text(path))
        except (ValueError, RecursionError):
            values = None
    else:
        values = made(probe(path).xmp)
    if not isinstance(values, dict):
        raise ImageError(
            f"{display(str(path))} does not say how it was generated.",
            "Only pictures of 'enhancer generate' do, as long as their metadata is kept.",
            "no-origin",
        )
    return Origin.from_mapping(values, display(str(path)))
