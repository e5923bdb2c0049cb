"""EnhanceJob: pictures in, better pictures out. Everything that the command line and the window can ask for."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .job import Job


class EnhanceJob(Job):
    """Which pictures, with which model, how large, how faithful, and where the results go.

    Fields in `PLACE` say where and how to run, those in `SELECTION` which pictures are taken; the others,
    with the folder that the inputs have in common and the weights of the model, make the job's identity.
    """

    kind: Literal["enhance"] = "enhance"
    version: Literal[1] = 1
    inputs: tuple[str, ...] = Field(min_length=1, description="files, folders, or - for standard input")
    output: str = Field(default="", description="file or folder; empty writes beside each input; - is standard output")
    model: str = Field(default="photo-x2", description="name in the store, or a model file")
    size: str = Field(default="", description="x2.5, 3840w, 2160h, long=4000, fit=1920x1080, fill=1920x1080")
    fidelity: Literal["auto", "exact", "low", "off"] = Field(
        default="auto", description="how strictly the result, reduced again, must equal the input"
    )
    precision: Literal["auto", "fp32", "fp16", "bf16"] = Field(default="auto", description="of the network's residual")
    device: str = Field(default="auto", description="auto, cpu, cuda, cuda:N, mps")
    tile: int | Literal["auto"] = Field(default="auto", description="side of a tile in input pixels")
    threads: int = Field(default=0, ge=0, le=1024, description="CPU threads, 0 for all")
    if_exists: Literal["skip", "overwrite", "rename", "error"] = Field(
        default="error", description="what to do where an output exists that this job did not make"
    )
    recursive: bool = Field(default=False, description="also look into sub-folders, mirrored in the output")
    include: tuple[str, ...] = Field(default=(), description="only names that match one of these patterns")
    exclude: tuple[str, ...] = Field(default=(), description="no names that match one of these patterns")
    name: str = Field(default="", description="template of output names: {stem} {model} {scale} {width} {height} {ext}")
    format: str = Field(default="", description="of the output; empty keeps the input's")
    quality: int | None = Field(default=None, ge=1, le=100, description="of lossy formats; JPEG 95, WebP 90")
    depth: Literal["keep", "8", "16", "32"] = Field(
        default="keep", description="bits a channel of the output, 32 is float"
    )
    background: str = Field(default="", description="colour under transparency where the format has none: #rrggbb")
    strip: bool = Field(default=False, description="write no EXIF, XMP or comments")
    strip_gps: bool = Field(default=False, description="write no position")
    max_pixels: int = Field(default=200_000_000, ge=1, description="larger pictures are refused before decoding")
    allow_truncated: bool = Field(default=False, description="fill what is missing of a cut-off file, and say so")
    shard: str = Field(default="1/1", pattern=r"^[1-9][0-9]*/[1-9][0-9]*$", description="this part of all items: i/n")


PLACE = frozenset({"if_exists", "shard", "threads"})
SELECTION = frozenset({"inputs", "include", "exclude", "recursive", "max_pixels", "allow_truncated"})
"""Which pictures are taken, not what becomes of one: a run over more of them goes on with the same journal.
"""
