"""ProjectJob: photos in, the pictures of a generator that come nearest to them out, with their latents."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .job import Job


class ProjectJob(Job):
    """Which generator, which photos, how long to search, and where the results go."""

    kind: Literal["project"] = "project"
    version: Literal[1] = 1
    model: str = Field(min_length=1, description="name in the store, or a model file")
    inputs: tuple[str, ...] = Field(min_length=1, description="photos or folders")
    output: str = Field(min_length=1, description="folder")
    classes: tuple[str, ...] = Field(default=(), description="names or numbers to look among; none is every class")
    seed: Annotated[int, Field(ge=0, lt=2**63)] = Field(default=0, description="of the random latents to begin with")
    randoms: int = Field(default=1000, ge=1, le=1_000_000, description="random latents to choose the starts from")
    starts: int = Field(default=8, ge=1, le=256, description="of them followed side by side")
    steps: int = Field(default=400, ge=0, le=100_000, description="of the descent")
    features: str = Field(default="none", description="network whose features count too: none, auto, digits, photos")
    weight: float = Field(default=0.1, ge=0, le=1000, description="of the features beside the pixels")
    device: str = Field(default="auto", description="auto, cpu, cuda, cuda:N, mps")
    threads: int = Field(default=0, ge=0, le=1024, description="CPU threads, 0 for all")
    if_exists: Literal["skip", "overwrite", "rename", "error"] = Field(
        default="error", description="what to do where an output exists that this job did not make"
    )
    max_pixels: int = Field(default=200_000_000, ge=1, description="larger pictures are refused before decoding")
    shard: str = Field(default="1/1", pattern=r"^[1-9][0-9]*/[1-9][0-9]*$", description="this part of all items: i/n")


PLACE = frozenset({"if_exists", "shard", "threads", "inputs", "max_pixels"})
