"""Generation: seeds to latents, latents to pictures, what selects among them, and photos found in latent space."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


class _Verb(ModuleType):
    """Once anything of this package is imported, `enhancer.generate` is the package: so it can be called, too."""

    def __call__(self, *arguments: Any, **settings: Any) -> Any:
        from .api import generate

        return generate(*arguments, **settings)


sys.modules[__name__].__class__ = _Verb
