"""TrainJob: a training run with its folder. The configuration decides what is learned, the rest where it runs."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, SerializeAsAny

from ..train.config import TrainConfig
from ..train.configs import config_from
from .job import Job


def _of_its_recipe(value: Any) -> Any:
    """Plain values become the configuration of the recipe that they name."""
    return config_from(value) if isinstance(value, dict) else value


class TrainJob(Job):
    """Train into `run_dir`, or go on where that folder stopped: resuming is the same job again."""

    kind: Literal["train"] = "train"
    version: Literal[1] = 1
    run_dir: str = Field(min_length=1, description="folder of the run: configuration, checkpoints, log, previews")
    config: Annotated[SerializeAsAny[TrainConfig], BeforeValidator(_of_its_recipe)]
    start: str = Field(default="", description="model to start from: a name in the store, or a file")
    force: bool = Field(default=False, description="publish the model even if it loses to its start or to bicubic")
    device: str = "auto"
    threads: int = Field(default=0, ge=0, le=1024)
