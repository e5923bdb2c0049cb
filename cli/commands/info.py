"""`enhancer info`: what the header of a picture says, and what enhancing would make of it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from enhancer.errors import EnhancerError

from ..command import argument, cli_command
from ..exits import OK, one_line
from ..human import size_text
from ..options import json_option, model_option
from ..plain import plain
from ..streams import say


@cli_command(examples=[("enhancer info photo.jpg", ""), ("enhancer info photo.jpg --model photo-x4 --json", "")])
@argument("file", "A picture.", metavar="FILE", type=click.Path())
@model_option()
@json_option()
def command(file: str, model: str, as_json: bool) -> int:
    """Show what a picture is and what enhancing would do.

    Format, size, depth, profile, metadata, and the quality a JPEG was probably saved with. Nothing is decoded
    or changed.
    """
    from enhancer.images.describe import describe
    from enhancer.images.read import probe

    header = probe(Path(file))
    rows = [("file", f"{one_line(file)} ({size_text(header.size_bytes)})"), *describe(header)]
    plans = _plans(file, model)
    if as_json:
        numbers = {
            "width": header.width,
            "height": header.height,
            "bit_depth": header.bit_depth,
            "size_bytes": header.size_bytes,
            "jpeg_quality": header.jpeg_quality,
            "frames": header.frames,
        }
        texts = {name: text for name, text in rows[1:] if name not in {"size", "note"}}
        values = {"file": file, **texts, **numbers, "notes": list(header.notes), "enhancing": plans}
        say(json.dumps(plain(values), indent=1, allow_nan=False))
        return OK
    rows += [("enhancing", line) for line in plans]
    width = max(len(name) for name, _ in rows)
    for name, text in rows:
        say(one_line(f"{name:{width}}  {text}"))
    return OK


def _plans(file: str, model: str) -> list[str]:
    """What the core would do with it, or why it would not; a missing model does not keep a file from being shown."""
    from enhancer.jobs.enhance import EnhanceJob
    from enhancer.jobs.run_enhance import preview

    try:
        lines: list[str] = preview(EnhanceJob(inputs=(file,), model=model, if_exists="rename")).lines()
    except EnhancerError as error:
        return [str(error)]
    return lines
