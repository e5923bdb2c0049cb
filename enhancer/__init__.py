"""Enhancer: make pictures better, make data sets bigger, train the networks that do both.

The verbs below are imported on first use, so `import enhancer` costs nothing and never loads torch.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .enhance.api import enhance as enhance
    from .errors import EnhancerError as EnhancerError
    from .images.image import Image as Image
    from .images.read import read as read
    from .images.write import write as write
    from .jobs import load_job as load_job
    from .jobs import run as run
    from .jobs.enhance import EnhanceJob as EnhanceJob
    from .jobs.train import TrainJob as TrainJob
    from .models.model import open_model as open_model

__version__ = "0.1.0"

_LAZY = {
    "EnhanceJob": ".jobs.enhance",
    "EnhancerError": ".errors",
    "Image": ".images.image",
    "TrainJob": ".jobs.train",
    "enhance": ".enhance.api",
    "load_job": ".jobs",
    "open_model": ".models.model",
    "read": ".images.read",
    "run": ".jobs",
    "write": ".images.write",
}
__all__ = ["__version__", *sorted(_LAZY)]


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name], __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
