"""`models check`: a model's purpose decides which questions are put to it; these are in files of their own."""

from __future__ import annotations

from ..models.store import Store
from .check_features import check_features
from .check_generator import check_generator
from .check_model import ModelCheck, check_model


def check(name: str, device: str = "auto") -> ModelCheck:
    """Whether the model of that name or file computes what its card says. ModelError if it cannot be opened."""
    purpose = Store.default().find(name).info.purpose
    if purpose == "generate":
        return check_generator(name, device)
    if purpose == "features":
        return check_features(name, device)
    return check_model(name, device)
