"""`enhancer generate`: options become a GenerateJob, or with --project a ProjectJob, that is run or saved."""

from __future__ import annotations

from typing import Any

import click

from enhancer.errors import SpecError

from ..command import argument, cli_command, option
from ..options import (
    EVENT_LINES,
    background_option,
    complete_models,
    device_option,
    if_exists_option,
    job_options,
    json_option,
    precision_option,
    quality_option,
    shard_option,
    threads_option,
)
from ..running import carry_out

WHAT = "What is made"
JUDGED = "What is drawn again"
PHOTO = "A photo in the model's world"
FILES = "Where pictures go"
PLACE = "Where and how it runs"

SHARED = ("model", "output", "classes", "seed", "device", "threads", "if_exists", "shard")


@cli_command(
    examples=[
        ("enhancer generate digits -o out/ --count 100 --seed 7 --grid", "Seeds 7 to 106, and one sheet of all."),
        ("enhancer generate digits -o out/ --count 50 --class 3 --class 8", "Only two classes, in turn."),
        ("enhancer generate digits -o data/ --count 10000 --by-class --reject", "A labelled data set, only good ones."),
        ("enhancer generate digits -o out/ --interpolate 1 2 --steps 12", "The way from one picture to another."),
        ("enhancer generate digits -o out/ --like out/digits-3-000007.png", "The same picture again."),
        ("enhancer generate digits -o out/ --like out/digits-3-000007.png --vary 9", "Nine pictures near one."),
        ("enhancer generate digits -o out/ --project photo.jpg", "The nearest picture that the model can make."),
    ]
)
@argument(
    "model",
    "A model that generates: a name that 'enhancer models list' shows, or a model file.",
    metavar="MODEL",
    shell_complete=complete_models,
)
@option("--count", default=None, type=click.IntRange(0), metavar="N", section=WHAT, help="How many; 1 without it.")
@option(
    "--seed",
    default=0,
    show_default=True,
    type=click.IntRange(0, 2**63 - 1),
    metavar="S",
    section=WHAT,
    help="Of the first picture; the next has the next. The same seed is always the same picture.",
)
@option(
    "--class",
    "classes",
    multiple=True,
    metavar="C",
    section=WHAT,
    help="Name or number of a class; repeatable, then in turn. Without it, or with all: every class in turn.",
)
@option(
    "--truncation",
    default=1.0,
    show_default=True,
    type=click.FloatRange(0, 1, min_open=True),
    metavar="T",
    section=WHAT,
    help="Below 1, latents stay within 2 T (normal) or are scaled by T (uniform): more typical, less varied.",
)
@option("--grid", is_flag=True, section=WHAT, help="Also one sheet of all pictures.")
@option("--film", is_flag=True, section=WHAT, help="Also a film through all seeds and back to the first (WebP).")
@option(
    "--frames",
    default=24,
    show_default=True,
    type=click.IntRange(1, 1000),
    metavar="N",
    section=WHAT,
    help="Of the film, from one seed to the next; 24 are a second.",
)
@option(
    "--interpolate",
    nargs=2,
    type=click.IntRange(0, 2**63 - 1),
    default=None,
    metavar="A B",
    section=WHAT,
    help="Pictures between the seeds A and B instead.",
)
@option(
    "--steps",
    default=9,
    show_default=True,
    type=click.IntRange(2, 10_000),
    metavar="N",
    section=WHAT,
    help="Of --interpolate, both ends included.",
)
@option(
    "--like",
    "--from-latent",
    "like",
    multiple=True,
    metavar="FILE",
    type=click.Path(),
    section=WHAT,
    help="Make again what a generated picture, or the latent file of a projection, says. Repeatable.",
)
@option(
    "--vary",
    default=0,
    type=click.IntRange(0, 10_000),
    metavar="N",
    section=WHAT,
    help="Instead of each picture of --like N neighbours of it, each a step towards a seed of its own, from --seed on.",
)
@option(
    "--strength",
    default=0.25,
    show_default=True,
    type=click.FloatRange(0, 1, min_open=True),
    metavar="T",
    section=WHAT,
    help="Of --vary: how far towards that seed; 0 is the picture itself, 1 the seed's.",
)
@option(
    "--reject",
    is_flag=True,
    section=JUDGED,
    help="Draw again what lies off the real pictures, copies one of them, or is of another class than asked.",
)
@option(
    "--reference",
    default="",
    metavar="FILE_OR_DIR",
    type=click.Path(),
    section=JUDGED,
    help="Real pictures to judge by. Without it NAME.reference.safetensors beside the model.",
)
@option(
    "--features",
    default=None,
    metavar="F",
    section=JUDGED,
    help="Network that judges by a folder, or looks at a projection too: auto, digits, photos, inception.",
)
@option(
    "--tries",
    default=32,
    show_default=True,
    type=click.IntRange(1, 10_000),
    metavar="N",
    section=JUDGED,
    help="Candidates for a picture before it fails.",
)
@option(
    "--project",
    "photos",
    multiple=True,
    metavar="PHOTO",
    type=click.Path(),
    section=PHOTO,
    help="Search the latent whose picture is nearest to this photo (or those of a folder). Repeatable.",
)
@option(
    "--descent",
    default=400,
    show_default=True,
    type=click.IntRange(0, 100_000),
    metavar="N",
    section=PHOTO,
    help="Steps of the search.",
)
@option(
    "--starts",
    default=8,
    show_default=True,
    type=click.IntRange(1, 256),
    metavar="N",
    section=PHOTO,
    help="From how many of the best random latents it starts.",
)
@option(
    "--randoms",
    default=1000,
    show_default=True,
    type=click.IntRange(1, 1_000_000),
    metavar="N",
    section=PHOTO,
    help="How many random latents are looked at.",
)
@option("-o", "--output", required=True, metavar="DIR", type=click.Path(), section=FILES, help="Folder to write to.")
@option("--by-class", is_flag=True, section=FILES, help="One folder for each class: a labelled data set.")
@option(
    "--name",
    default="",
    metavar="TEMPLATE",
    section=FILES,
    help="Names, from {model} {seed} {class} {index} {ext}; without it {model}-{class}-{seed}.{ext}.",
)
@if_exists_option(FILES)
@option("--format", default="png", show_default=True, metavar="F", section=FILES, help="png, jpeg, webp or tiff.")
@quality_option(FILES)
@background_option(FILES)
@device_option(section=PLACE)
@precision_option(PLACE, "; auto is fp32.")
@option(
    "--batch",
    default=0,
    type=click.IntRange(0, 4096),
    metavar="N",
    section=PLACE,
    help="Pictures computed together; 0 chooses by size and kind of device. Another batch may change a code.",
)
@threads_option(section=PLACE)
@shard_option(PLACE)
@job_options()
@json_option(EVENT_LINES)
def command(dry_run: bool, job_file: str, report_file: str, as_json: bool, **fields: Any) -> int:
    """Make new pictures with a model that generates.

    Each picture is a pure function of its seed: how many are made, in which order, on how many machines, changes
    nothing. Seed, class and model are kept inside the file; 'enhancer info' shows them, --like makes it again.
    The same command again does what is still to do.
    """
    job = _projection(fields) if fields["photos"] else _generation(fields)
    return carry_out(job, _preview, dry_run, job_file, report_file, as_json)


def _generation(fields: dict[str, Any]) -> Any:
    from enhancer.jobs.generate import GenerateJob

    values = {name: value for name, value in fields.items() if name in GenerateJob.model_fields}
    if values["count"] is None:
        values["count"] = 0 if values["like"] or values["interpolate"] else 1
    values["features"] = values["features"] or "auto"
    return GenerateJob(**values)


def _projection(fields: dict[str, Any]) -> Any:
    from enhancer.jobs.project import ProjectJob

    others = ("grid", "film", "reject", "like", "vary", "interpolate", "by_class", "count", "reference", "name")
    for name in others:
        if fields[name]:
            raise SpecError(f"--project and --{name.replace('_', '-')} exclude each other.")
    return ProjectJob(
        **{name: fields[name] for name in SHARED},
        inputs=fields["photos"],
        steps=fields["descent"],
        starts=fields["starts"],
        randoms=fields["randoms"],
        features=fields["features"] or "none",
    )


def _preview(job: Any) -> Any:
    if job.kind == "project":
        raise SpecError("There is no --dry-run for --project.", "It changes no photo; just run it.")
    from enhancer.jobs.run_generate import preview

    return preview(job)
