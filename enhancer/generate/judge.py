"""Finding what rejection judges by: the reference beside the model, a reference file, or a folder of real pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch

from ..batch.scan import scan
from ..errors import DataError, EnhancerError
from ..events import NullSink, Sink, Warned
from ..features import AUTO, choose_features, open_features
from ..files.names import display
from ..images.formats import EXTENSIONS
from ..images.read import read
from ..models.info import ModelInfo
from .pixels import fitted, planes
from .plan import reference_of
from .reject import FeatureJudge, Manifold
from .sampler import Sampler

BLOCK = 250
SUFFIXES = frozenset(extension.removeprefix(".") for extension in EXTENSIONS)


def open_judge(
    sampler: Sampler, model: Path, reference: str = "", features: str = AUTO, sink: Sink | None = None
) -> FeatureJudge:
    """A judge for the sampler's model, whose file is `model`.

    reference: a reference file, a folder of real pictures (in folders named as the classes, if it has any), or "" for
    the file beside the model. SpecError if there is none; DataError if network and reference do not fit together.
    """
    info = sampler.info
    path = reference_of(model, reference)
    if path.is_dir():
        name = choose_features(info.out_channels, (info.height, info.width)) if features == AUTO else features
        extractor: Any = open_features(name, str(sampler.device))
        manifold = manifold_of_folder(path, info, name, extractor, sink or NullSink())
    else:
        manifold = Manifold.load(path)
        extractor = open_features(manifold.extractor, str(sampler.device))
        if extractor.protocol != manifold.protocol:
            raise DataError(
                f"{display(path.name)} was measured by other features: {manifold.protocol}.",
                "Make it again, or give a folder of real pictures with --reference.",
            )
    return FeatureJudge(extractor, manifold, sampler.plan.batch, names_classes(extractor, info))


def names_classes(extractor: Any, info: ModelInfo) -> bool:
    """Whether the extractor also tells the very classes that the model has, by name (or number, if it names none)."""
    weights = getattr(extractor, "weights", None)
    if weights is None or not hasattr(extractor, "probabilities"):
        return False
    known = tuple(weights.info.classes) or tuple(map(str, range(weights.net.classes)))
    return bool(known) and known == tuple(info.classes)


def manifold_of_folder(folder: Path, info: ModelInfo, name: str, extractor: Any, sink: Sink) -> Manifold:
    """Features of all pictures below a folder, each brought to the model's size as training does it."""
    found: list[np.ndarray[Any, Any]] = []
    labels: list[int] = []
    pictures: list[np.ndarray[Any, Any]] = []

    def flush() -> None:
        with torch.inference_mode():
            found.append(extractor.features(torch.from_numpy(np.stack(pictures))).float().cpu().numpy())
        pictures.clear()

    for one in scan([folder], recursive=True, extensions=SUFFIXES):
        sink.check()
        if one.code:
            continue
        try:
            image = read(one.path)
        except EnhancerError as error:
            sink.emit(Warned(f"Not used to judge by: {error}", error.code, one.key))
            continue
        pictures.append(planes(fitted(image, info.height, info.width), info.out_channels))
        parent = one.path.parent.name
        labels.append(info.classes.index(parent) if parent in info.classes else -1)
        if len(pictures) == BLOCK:
            flush()
    if pictures:
        flush()
    if not found:
        raise DataError(f"There are no pictures in {display(str(folder))}.", "Name a folder of real ones.")
    labelled = labels if labels and -1 not in labels else []
    return Manifold.of_features(np.concatenate(found), name, extractor.protocol, labelled)
