"""`enhancer compare`: the core measures, this prints."""

from __future__ import annotations

import click

from ..command import argument, cli_command, option
from ..options import json_option
from ..output import shown
from ..running import show


@cli_command(
    examples=[
        ("enhancer compare before.png after.png", "PSNR, SSIM and colour difference of two pictures."),
        ("enhancer compare mine/ theirs/ --truth originals/", "Which folder is nearer to the originals."),
        (
            "enhancer compare photo-x2 mine.safetensors --data photos/",
            "Which model rebuilds these pictures better.",
        ),
    ]
)
@argument("a", "A picture, a folder, or a model.", metavar="A", type=click.Path())
@argument("b", "Another of the same kind.", metavar="B", type=click.Path())
@option("--truth", metavar="T", type=click.Path(), help="Picture or folder that both are measured against.")
@option(
    "--data",
    metavar="DIR",
    type=click.Path(),
    help="Good pictures, for comparing models: each is reduced, rebuilt, measured.",
)
@json_option()
def command(a: str, b: str, truth: str | None, data: str | None, as_json: bool) -> int:
    """Measure how two pictures, folders or models differ.

    PSNR and SSIM on the luma of BT.601 and CIEDE2000 colour differences; files of folders are paired by name.
    """
    from enhancer.evaluate.compare import compare

    with shown(as_json=False) as sink:
        comparison = compare(a, b, truth=truth, data=data, sink=sink)
    show(comparison, as_json)
    return 0
