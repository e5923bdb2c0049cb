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


def json_option(help: str = "Print one JSON document instead of text.") -> Callable[[F], F]:  # noqa: A002
    return option("--json", "as_json", is_flag=True, help=help)


EVENT_LINES = "Print each event as one JSON line (on standard error where -o is -)."


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
