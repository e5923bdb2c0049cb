"""One call from a picture to a better one, for Python users. Folders, files and reports are `jobs`' business."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Literal

from ..events import Part, Sink
from ..images.image import Image
from ..images.read import read
from ..models.model import Model, open_model
from .engine import Engine
from .size import parse_size
from .target import to_target


def enhance(
    image: Image | str | PathLike[str],
    model: str | PathLike[str] | Model = "photo-x2",
    *,
    size: str = "",
    fidelity: str = "auto",
    device: str = "auto",
    precision: str = "auto",
    tile: int | Literal["auto"] = "auto",
    threads: int = 0,
    sink: Sink | None = None,
) -> Image:
    """The picture enlarged or restored, with its depth, profile and alpha; `meta.notes` says what was noteworthy.

    image: a picture, or the path of a file. model: a name in the store, a model file, or one that is open already.
    size: see `size.parse_size`; "" keeps the model's scale. The other options are those of the command line.
    For many pictures with one model keep an `Engine`. Raises EnhancerError.
    """
    rule = parse_size(size)
    picture = image if isinstance(image, Image) else read(Path(image))
    if rule is not None:
        rule.target(picture.width, picture.height)  # a size that cannot be is refused before work
    opened = model if isinstance(model, Model) else open_model(Path(model) if not isinstance(model, str) else model)
    engine = Engine(opened, device, precision, tile, threads)
    result = engine.enhance(picture, fidelity, Part(sink, 0.0, 1.0) if sink else None)
    done = result.image.with_notes(*result.notes)
    return done if rule is None else to_target(done, rule, picture.width, picture.height)
