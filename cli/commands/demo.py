"""`enhancer demo`: the core draws, degrades, enhances and measures; this prints."""

from __future__ import annotations

from pathlib import Path

import click

from ..command import cli_command, option
from ..options import json_option, model_option
from ..output import shown
from ..running import show


@cli_command(
    examples=[
        ("enhancer demo", "Into the folder enhancer-demo."),
        ("enhancer demo -o /tmp/x --model photo-x4", ""),
    ]
)
@option(
    "-o",
    "--output",
    default="enhancer-demo",
    show_default=True,
    metavar="DIR",
    type=click.Path(),
    help="Folder for the pictures; made if it does not exist.",
)
@model_option()
@json_option()
def command(output: str, model: str, as_json: bool) -> int:
    """Enhance a picture that the program draws itself.

    Draws a scene (text, line art, texture, gradients, transparency), reduces it, enhances it, and writes
    input, bicubic, result and a labelled comparison. Prints how near both come to the truth, region by
    region, including where the result loses.
    """
    from enhancer.jobs.run_demo import run_demo

    with shown(as_json=False) as sink:
        demo = run_demo(Path(output), model, sink)
    show(demo, as_json)
    return 0
