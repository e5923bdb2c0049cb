"""`enhancer enhance`: options become an EnhanceJob, which is run, estimated or saved."""

from __future__ import annotations

from typing import Any

import click

from ..command import argument, cli_command, option
from ..options import (
    EVENT_LINES,
    Count,
    TileSide,
    background_option,
    device_option,
    if_exists_option,
    job_options,
    json_option,
    model_option,
    precision_option,
    quality_option,
    shard_option,
    threads_option,
)
from ..running import carry_out

RESULT = "What the result is"
FILES = "Which pictures, and where results go"
FORMAT = "How results are written"
PLACE = "Where and how it runs"


@cli_command(
    examples=[
        ("enhancer enhance photo.jpg", "Twice as large: photo_photo-x2.jpg, beside the photo."),
        ("enhancer enhance photo.jpg -o large.png --size 3840w", "3840 pixels wide, as PNG."),
        (
            "enhancer enhance holiday/ -o better/ --recursive",
            "A folder and its sub-folders. Run again, it goes on.",
        ),
        ("enhancer enhance holiday/ -o better/ --dry-run", "Only say what would be done, how long it takes."),
        ("cat a.png | enhancer enhance - -o - > b.png", "From standard input to standard output."),
    ]
)
@argument(
    "inputs",
    "Pictures (PNG, JPEG, WebP, TIFF), folders, or - for standard input. They are never changed.",
    metavar="INPUT...",
    nargs=-1,
    required=True,
    type=click.Path(),
)
@model_option(RESULT)
@option(
    "--size",
    default="",
    metavar="G",
    section=RESULT,
    help="Size of the result: x2.5 (times as large), 3840w (width), 2160h (height), long=4000 (longer side), "
    "fit=1920x1080 (within), fill=1920x1080 (covers). Without it, the model's own scale.",
)
@option(
    "--fidelity",
    default="auto",
    show_default=True,
    type=click.Choice(["auto", "exact", "low", "off"]),
    section=RESULT,
    help="How strictly the result, reduced again, must equal the input. exact: in every detail; low: in colour "
    "and tone; off: not held to it; auto: exact, or low for models that repair and for JPEGs below quality 85.",
)
@option(
    "-o",
    "--output",
    default="",
    metavar="FILE_OR_DIR",
    type=click.Path(),
    section=FILES,
    help="Where to write. A folder if it exists as one, ends in /, or there are several inputs; - is standard "
    "output. Without it, beside each input.",
)
@option(
    "--name",
    default="",
    metavar="TEMPLATE",
    section=FILES,
    help="Names of results, from {stem} {model} {scale} {width} {height} {ext}; without -o "
    "{stem}_{model}.{ext}, into a folder {stem}.{ext}.",
)
@if_exists_option(FILES, " error stops before any work; overwrite never replaces an input.")
@option("--recursive", is_flag=True, section=FILES, help="Also sub-folders, mirrored in the output folder.")
@option(
    "--include",
    multiple=True,
    metavar="GLOB",
    section=FILES,
    help="Only names that match, e.g. '*.jpg'. Repeatable.",
)
@option("--exclude", multiple=True, metavar="GLOB", section=FILES, help="No names that match. Repeatable.")
@option(
    "--format",
    default="",
    metavar="F",
    section=FORMAT,
    help="png, jpeg, webp or tiff. Without it, as -o or the input says.",
)
@quality_option(FORMAT)
@option(
    "--depth",
    default="keep",
    show_default=True,
    type=click.Choice(["keep", "8", "16", "32"]),
    section=FORMAT,
    help="Bits a channel; 32 is floating point.",
)
@background_option(FORMAT)
@option("--strip", is_flag=True, section=FORMAT, help="Write no EXIF, XMP or comments. The colour profile stays.")
@option("--strip-gps", is_flag=True, section=FORMAT, help="Write no position, keep other metadata.")
@device_option(section=PLACE)
@precision_option(PLACE, ". What it adds to stays in fp32.")
@option(
    "--tile",
    default="auto",
    show_default=True,
    metavar="N|auto",
    type=TileSide(),
    section=PLACE,
    help="Side of the tiles that a picture is cut into, in pixels. Smaller needs less memory.",
)
@threads_option(section=PLACE)
@option(
    "--max-pixels",
    default=200_000_000,
    metavar="N",
    type=Count(),
    section=PLACE,
    help="Refuse larger pictures before decoding them; 200M without it.",
)
@option(
    "--allow-truncated",
    is_flag=True,
    section=PLACE,
    help="Fill what is missing of a cut-off file, and say so.",
)
@shard_option(PLACE)
@job_options()
@json_option(EVENT_LINES)
def command(dry_run: bool, job_file: str, report_file: str, as_json: bool, **fields: Any) -> int:
    """Make pictures larger and better.

    Profile, metadata, transparency and bit depth are kept; what had to be lost is said. A result appears
    under its name only when it is whole and checked. The same command again does what is still to do.
    """
    from enhancer.jobs.enhance import EnhanceJob

    return carry_out(EnhanceJob(**fields), _preview, dry_run, job_file, report_file, as_json)


def _preview(job: Any) -> Any:
    from enhancer.jobs.run_enhance import preview

    return preview(job)
