"""Enhancer: make pictures better, make data sets bigger, train the networks that do both.

The verbs below are imported on first use, so `import enhancer` costs nothing and never loads torch.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .enhance.api import enhance as enhance
    from .errors import EnhancerError as EnhancerError
    from .generate.api import generate as generate
    from .images.image import Image as Image
    from .images.read import read as read
    from .images.write import write as write
    from .jobs import load_job as load_job
    from .jobs import run as run
    from .jobs.enhance import EnhanceJob as EnhanceJob
    from .jobs.generate import GenerateJob as GenerateJob
    from .jobs.project import ProjectJob as ProjectJob
    from .jobs.train import TrainJob as TrainJob
    from .models.generator import open_generator as open_generator
    from .models.model import open_model as open_model
    from .train.write_shards import write_shards as write_shards

__version__ = "0.1.0"

_LAZY = {
    "EnhanceJob": ".jobs.enhance",
    "EnhancerError": ".errors",
    "GenerateJob": ".jobs.generate",
    "Image": ".images.image",
    "ProjectJob": ".jobs.project",
    "TrainJob": ".jobs.train",
    "enhance": ".enhance.api",
    "generate": ".generate.api",
    "load_job": ".jobs",
    "open_generator": ".models.generator",
    "open_model": ".models.model",
    "read": ".images.read",
    "run": ".jobs",
    "write": ".images.write",
    "write_shards": ".train.write_shards",
}
__all__ = ["__version__", *sorted(_LAZY)]


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name], __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
