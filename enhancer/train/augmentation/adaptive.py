"""How often pictures are augmented: fixed, or steered by how sure the discriminator is of real ones (Karras 2020)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..configs.gan import AugmentConfig


class Adaptive:
    """`probability` of each operation, and the operations that are `disabled`; state of a run.

    Beyond the paper: the probability is bounded above by `clamp`, because operations leak into the samples where
    nearly every real picture is augmented; state that survives; single operations can be switched off.
    """

    def __init__(
        self,
        probability: float = 0.0,
        target: float = 0.6,
        speed: int | None = 500_000,
        clamp: float = 0.8,
        disabled: Iterable[str] = (),
    ) -> None:
        """target: mean sign of the discriminator on real pictures. speed: images per 1 of probability; None: fixed."""
        self.target, self.speed, self.clamp = target, speed, clamp
        self.probability = probability if speed is None else min(probability, clamp)
        self.disabled = set(disabled)

    @classmethod
    def of(cls, config: AugmentConfig) -> Adaptive:
        if config.kind == "adaptive":
            return cls(config.start, config.target, config.speed, config.clamp)
        return cls(config.probability if config.kind == "fixed" else 0.0, speed=None)

    def update(self, real_logit_signs_mean: float, images: int) -> None:
        """p moves towards the target by images/speed, in [0,clamp]; a mean that is no number moves nothing.

        images: since the last update, four batches in the paper.
        """
        beyond = real_logit_signs_mean - self.target
        if self.speed is None or math.isnan(beyond) or beyond == 0:
            return
        moved = self.probability + math.copysign(images / self.speed, beyond)
        self.probability = min(max(moved, 0.0), self.clamp)

    def state_dict(self) -> dict[str, Any]:
        return {"probability": self.probability, "disabled": sorted(self.disabled)}

    def load_state_dict(self, values: Mapping[str, Any], /) -> None:
        self.probability = float(values["probability"])
        self.disabled = {str(name) for name in values["disabled"]}
