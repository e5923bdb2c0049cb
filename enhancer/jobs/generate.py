"""GenerateJob: seeds in, pictures out. Everything that the command line and the window can ask for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .job import Job

Seed = Annotated[int, Field(ge=0, lt=2**63)]


class GenerateJob(Job):
    """Which model, which seeds, how they are chosen, and where the pictures go.

    Fields in `PLACE` say where and how to run, those in `SELECTION` which pictures are made; the others, with the
    output folder and the weights, make the job's identity: more seeds go on with the same journal.
    """

    kind: Literal["generate"] = "generate"
    version: Literal[1] = 1
    model: str = Field(min_length=1, description="name in the store, or a model file")
    output: str = Field(min_length=1, description="folder")
    count: int = Field(default=1, ge=0, le=100_000_000, description="pictures, one for each seed")
    seed: Seed = Field(default=0, description="of the first picture; the next has the next")
    classes: tuple[str, ...] = Field(default=(), description="names or numbers, in turn by seed; none is every class")
    by_class: bool = Field(default=False, description="one folder for each class")
    truncation: float = Field(default=1.0, gt=0, le=1, description="less is more typical and less varied")
    interpolate: tuple[Seed, Seed] | None = Field(default=None, description="pictures between these two seeds")
    steps: int = Field(default=9, ge=2, le=10_000, description="of the interpolation, both ends included")
    like: tuple[str, ...] = Field(default=(), description="generated pictures, or latent files, to make again")
    vary: int = Field(default=0, ge=0, le=10_000, description="neighbours of each of `like` instead, from `seed` on")
    strength: float = Field(default=0.25, gt=0, le=1, description="of vary: the way from the picture to another seed")
    grid: bool = Field(default=False, description="also one sheet of all pictures")
    film: bool = Field(default=False, description="also a film through all seeds and back to the first")
    frames: int = Field(default=24, ge=1, le=1000, description="of the film, from one seed to the next")
    reject: bool = Field(default=False, description="draw again what is unreal, copied, or of another class")
    reference: str = Field(default="", description="real pictures to judge by; empty is the model's own reference")
    features: str = Field(default="auto", description="network that judges, where the reference is a folder")
    tries: int = Field(default=32, ge=1, le=10_000, description="candidates for a picture before it fails")
    name: str = Field(default="", description="template of names: {model} {seed} {class} {index} {ext}")
    format: str = Field(default="png", description="png, jpeg, webp or tiff")
    quality: int | None = Field(default=None, ge=1, le=100, description="of lossy formats; JPEG 95, WebP 90")
    background: str = Field(default="", description="colour under transparency where the format has none: #rrggbb")
    device: str = Field(default="auto", description="auto, cpu, cuda, cuda:N, mps")
    precision: Literal["auto", "fp32", "fp16", "bf16"] = Field(default="auto", description="of the network")
    batch: int = Field(default=0, ge=0, le=4096, description="pictures computed together, 0 chooses")
    threads: int = Field(default=0, ge=0, le=1024, description="CPU threads, 0 for all")
    if_exists: Literal["skip", "overwrite", "rename", "error"] = Field(
        default="error", description="what to do where an output exists that this job did not make"
    )
    shard: str = Field(default="1/1", pattern=r"^[1-9][0-9]*/[1-9][0-9]*$", description="this part of all items: i/n")


PLACE = frozenset({"if_exists", "shard", "threads"})
SELECTION = frozenset(
    ["count", "seed", "interpolate", "steps", "like", "vary", "strength", "grid", "film", "frames", "tries"]
)
"""Which pictures are made, not what one looks like; with more tries those that failed have another chance."""
