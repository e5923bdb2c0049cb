"""SuperResConfig: a run that learns to enlarge."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ...errors import SpecError
from ...spec import Spec
from ..config import NetworkConfig, TrainConfig


class DataConfig(Spec):
    """Which pictures are learned from, and which only judge."""

    train: str = Field(default="", description="folder of good pictures, searched with its sub-folders")
    validation: str = Field(default="", description="folder of pictures that only select and judge; may be empty")
    hold_out: float = Field(default=0.1, ge=0, le=0.5, description="share of the training pictures that only judge")
    patch: int = Field(default=48, ge=8, le=1024, description="side of a crop, in pixels of the low-resolution input")
    shrink: tuple[Annotated[float, Field(gt=0, le=1)], ...] = Field(
        default=(1.0,), min_length=1, description="each picture is also used reduced to these sizes, for denser detail"
    )


class LossConfig(Spec):
    """One term of the loss."""

    name: str
    weight: float = Field(default=1.0, gt=0)


class SuperResConfig(TrainConfig):
    """Network, data and losses of super-resolution."""

    recipe: Literal["superres"] = "superres"
    network: NetworkConfig = NetworkConfig()
    data: DataConfig = DataConfig()
    losses: tuple[LossConfig, ...] = (LossConfig(name="l1"),)

    @model_validator(mode="after")
    def _meaningful(self) -> SuperResConfig:
        if not self.losses:
            raise ValueError("at least one loss is needed")
        return self

    @property
    def folders(self) -> tuple[str, ...]:
        return self.data.train, self.data.validation

    def with_data(self, folder: str, source: str = "") -> Self:
        if source not in ("", "folder"):
            raise SpecError(
                f"Enlarging is learned from a folder of pictures, not from {source!r}.", "Leave --source out."
            )
        return self.model_copy(update={"data": self.data.model_copy(update={"train": folder or self.data.train})})

    def anonymous(self) -> SuperResConfig:
        data = self.data.model_copy(update={"train": "", "validation": ""})
        return self.model_copy(update={"data": data})
