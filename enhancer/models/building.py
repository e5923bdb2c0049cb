"""From a card and weights to a network, for every kind of model: built, checked against the card, filled strictly."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import ModelError, SpecError
from ..registry import Registry
from .info import ModelInfo

if TYPE_CHECKING:
    from torch import Tensor, nn

N = TypeVar("N")

DOES = {
    "upscale": "enlarges pictures",
    "restore": "repairs pictures",
    "translate": "turns pictures into other pictures",
    "generate": "generates pictures",
    "features": "describes pictures to metrics and losses",
}


def construct(registry: Registry[type[N]], info: ModelInfo, **extra: Any) -> N:
    """The network that a card names, with random weights; ModelError if there is none, or not with these arguments."""
    try:
        return registry.get(info.network)(**info.arguments, **extra)
    except (TypeError, ValueError, SpecError) as error:
        text = f"{info.name}: {error}"
        text += "" if text.endswith((".", "?")) else "."
        raise ModelError(text, "It may need a newer version of the program.") from None


def agree(info: ModelInfo, facts: Mapping[str, Any]) -> None:
    """ModelError where a fact of the network is not what the card says under that name."""
    for name, value in facts.items():
        claimed = getattr(info, name)
        if claimed != value:
            raise ModelError(f"{info.name}: the card says {name} {claimed}, its network {value}.", code="model-card")


def fill(net: nn.Module, state: Mapping[str, Tensor], path: Path) -> None:
    """Load weights that fit exactly; ModelError names the first that does not, or is missing, or too many."""
    wanted = {name: tuple(t.shape) for name, t in net.state_dict().items()}
    found = {name: tuple(t.shape) for name, t in state.items()}
    if wanted != found:
        odd = sorted(set(wanted.items()) ^ set(found.items()))[0][0]
        raise ModelError(f"{path}: its weights do not fit its card (first: {odd}).", code="model-shape")
    net.load_state_dict(state)


def refuse_conditions(info: ModelInfo, conditions: Mapping[str, Any] | None) -> None:
    """ModelError for conditions that no network here declares."""
    if conditions:
        raise ModelError(f"{info.name} takes no conditions: {', '.join(sorted(conditions))}.")
