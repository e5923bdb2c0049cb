"""`enhancer info`: what the header of a picture says, and what enhancing would make of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from enhancer.errors import EnhancerError

from ..command import argument, cli_command
from ..exits import OK, one_line
from ..human import size_text
from ..options import json_option, model_option
from ..plain import plain
from ..streams import say


@cli_command(
    examples=[("enhancer info photo.jpg", ""), ("enhancer info photo.jpg --model photo-x4 --json", "")]
)
@argument("file", "A picture.", metavar="FILE", type=click.Path())
@model_option()
@json_option()
def command(file: str, model: str, as_json: bool) -> int:
    """Show what a picture is and what enhancing would do.

    Format, size, depth, profile, metadata, and the quality a JPEG was probably saved with. Nothing is decoded or
    changed.
    """
    from enhancer.images.read import probe

    header = probe(Path(file))
    plans = _plans(file, model)
    if as_json:
        values = {name: getattr(header, name) for name in header.__dataclass_fields__}
        values = {name: len(v) if isinstance(v, bytes) else v for name, v in values.items()}
        say(json.dumps(plain({"file": file, **values, "enhancing": plans}), indent=1, allow_nan=False))
        return OK
    rows = _rows(header)
    width = max(len(name) for name, _ in rows)
    for name, text in rows:
        say(one_line(f"{name:{width}}  {text}"))
    for line in plans:
        say(one_line(f"{'Enhancing':{width}}  {line}"))
    return OK


def _rows(header: Any) -> list[tuple[str, str]]:
    megapixels = header.width * header.height / 1e6
    quality = header.jpeg_quality
    rows = [
        ("Format", f"{header.format}, {size_text(header.size_bytes)}"),
        ("Size", f"{header.width} x {header.height} pixels upright ({megapixels:.1f} megapixels)"),
        ("Pixels", f"{header.mode}, {header.bit_depth} bits a channel"),
        ("Alpha", "yes" if header.has_alpha else "no"),
        ("Frames", "" if header.frames == 1 else f"{header.frames}; only the first is enhanced"),
        ("Quality", "" if quality is None else f"about {quality}{_quality_remark(quality)}"),
    ]
    return [(name, text) for name, text in rows if text]


def _quality_remark(quality: int) -> str:
    return "; below 85, so that fidelity auto holds colour and tone only" if quality < 85 else ""


def _plans(file: str, model: str) -> list[str]:
    """What the core would do with it, or why it would not; a missing model does not keep a file from being shown."""
    from enhancer.jobs.enhance import EnhanceJob
    from enhancer.jobs.run_enhance import preview

    try:
        lines: list[str] = preview(EnhanceJob(inputs=(file,), model=model, if_exists="rename")).lines()
    except EnhancerError as error:
        return [str(error)]
    return lines
