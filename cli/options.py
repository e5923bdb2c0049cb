"""Options and values that several commands share. None is tied to one command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click
from click.shell_completion import CompletionItem

from .command import F, option

MULTIPLIERS = {"k": 10**3, "m": 10**6, "g": 10**9}


class Count(click.ParamType[int]):
    """A whole number from 1 on; `200M` and `1.5G` are understood."""

    name = "count"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        text = str(value).strip().lower().replace("_", "")
        factor = MULTIPLIERS.get(text[-1:], 1)
        try:
            number = round(float(text.removesuffix(text[-1]) if factor > 1 else text) * factor)
        except (ValueError, OverflowError):
            number = 0
        if number < 1:
            self.fail(f"{value!r} is not a count; for example 200000000, 200M or 1G.", param, ctx)
        return number


class TileSide(click.ParamType[int | str]):
    """`auto` or a side in pixels."""

    name = "tile"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | str:
        if isinstance(value, int):
            return value
        if value == "auto":
            return "auto"
        try:
            return int(value)
        except ValueError:
            self.fail(f"{value!r} is neither 'auto' nor a side in pixels.", param, ctx)


class Shard(click.ParamType[str]):
    """`i/n` with 1 <= i <= n."""

    name = "shard"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        part, slash, total = str(value).partition("/")
        if not (slash and part.isascii() and part.isdigit() and total.isascii() and total.isdigit()):
            self.fail(f"{value!r} is not of the form i/n, for example 1/4.", param, ctx)
        if not 1 <= int(part) <= int(total):
            self.fail(f"there is no part {part} of {total}; the first is 1/{total}.", param, ctx)
        return f"{int(part)}/{int(total)}"


def complete_models(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from enhancer.models.store import Store

    names = [CompletionItem(name) for name in Store.default().names() if name.startswith(incomplete)]
    return [*names, CompletionItem(incomplete, type="file")]


def model_option(section: str = "Options") -> Callable[[F], F]:
    return option(
        "--model",
        default="photo-x2",
        show_default=True,
        metavar="NAME",
        section=section,
        shell_complete=complete_models,
        help="Model: a name that 'enhancer models list' shows, or a model file.",
    )


def device_option(default: str | None = "auto", section: str = "Options") -> Callable[[F], F]:
    return option(
        "--device",
        default=default,
        show_default=default is not None,
        metavar="D",
        section=section,
        help="Where to compute: auto, cpu, cuda, cuda:N, mps, xpu.",
    )


def threads_option(default: int | None = 0, section: str = "Options") -> Callable[[F], F]:
    return option(
        "--threads",
        default=default,
        type=click.IntRange(0, 1024),
        metavar="N",
        section=section,
        help="CPU threads; 0 takes all.",
    )


def precision_option(section: str, after: str) -> Callable[[F], F]:
    """after: what the command's own precision means, said behind the shared words."""
    return option(
        "--precision",
        default="auto",
        show_default=True,
        type=click.Choice(["auto", "fp32", "fp16", "bf16"]),
        section=section,
        help=f"Of what the network computes{after}",
    )


def shard_option(section: str) -> Callable[[F], F]:
    return option(
        "--shard",
        default="1/1",
        metavar="i/n",
        type=Shard(),
        section=section,
        help="Do the i-th of n parts of the pictures, for several machines on one folder.",
    )


def if_exists_option(section: str, after: str = "") -> Callable[[F], F]:
    return option(
        "--if-exists",
        default="error",
        show_default=True,
        type=click.Choice(["skip", "overwrite", "rename", "error"]),
        section=section,
        help=f"Where a file already has the result's name and this job did not make it.{after}",
    )


def quality_option(section: str) -> Callable[[F], F]:
    return option(
        "--quality",
        type=click.IntRange(1, 100),
        metavar="Q",
        section=section,
        help="Of JPEG (95 without it) and WebP (90).",
    )


def background_option(section: str) -> Callable[[F], F]:
    return option(
        "--background",
        default="",
        metavar="#RRGGBB",
        section=section,
        help="Colour behind transparency where the format has none.",
    )


def json_option(help: str = "Print one JSON document instead of text.") -> Callable[[F], F]:  # noqa: A002
    return option("--json", "as_json", is_flag=True, help=help)


EVENT_LINES = "Print each event as one JSON line (on standard error where -o is -)."


def job_options(section: str = "The job") -> Callable[[F], F]:
    """What can be done with a job besides running it: --dry-run, --save-job and --report; see `running.carry_out`."""
    parts = (
        option(
            "--dry-run",
            is_flag=True,
            section=section,
            help="Do nothing; say what would be done, time and disk it takes.",
        ),
        option(
            "--save-job",
            "job_file",
            default="",
            metavar="F.toml",
            type=click.Path(),
            section=section,
            help="Also write these settings as a file for 'enhancer run'.",
        ),
        report_option(section),
    )

    def decorate(function: F) -> F:
        # Decorators apply from the last on, and the help lists options as the first stands first.
        for part in reversed(parts):
            function = part(function)
        return function

    return decorate


def report_option(section: str = "Options") -> Callable[[F], F]:
    return option(
        "--report",
        "report_file",
        default="",
        metavar="F.json",
        type=click.Path(),
        section=section,
        help="Write what happened to each picture, with all checks and losses, into this file.",
    )
