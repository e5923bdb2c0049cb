"""Enhancing one picture: the tile plan, the engine, fidelity, the target size."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


class _Verb(ModuleType):
    """Once anything of this package is imported, `enhancer.enhance` is the package: so it can be called, too."""

    def __call__(self, *arguments: Any, **settings: Any) -> Any:
        from .api import enhance

        return enhance(*arguments, **settings)


sys.modules[__name__].__class__ = _Verb
