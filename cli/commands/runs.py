"""`enhancer runs`: which training runs there are, what became of one, and how several differ."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from ..command import Command, F, Group, argument, option
from ..exits import OK
from ..options import Count, json_option
from ..running import show


@click.group(cls=Group)
def command() -> None:
    """List, show and compare training runs.

    A run is a folder that 'enhancer train' made. Its index.html shows curves and pictures and opens in any
    browser, without a server. Nothing is changed by looking.
    """


def _run_argument(name: str, explained: str, **settings: int) -> Callable[[F], F]:
    path = click.Path(file_okay=False)
    return argument(name, explained, metavar="RUN_DIR" + ("..." if settings else ""), type=path, **settings)


@command.command(
    "list",
    cls=Command,
    short_help="The runs of a folder, one line each.",
    examples=[("enhancer runs list", ""), ("enhancer runs list experiments/ --json", "")],
)
@argument(
    "folder",
    "Folder that is searched with its sub-folders; runs/ unless named.",
    metavar="[DIR]",
    default="runs",
    type=click.Path(file_okay=False),
)
@json_option()
def list_runs(folder: str, as_json: bool) -> int:
    """The runs of a folder: how far each is, its best score, and whether it runs."""
    from enhancer.train.report.listing import list_runs as listed

    show(listed(Path(folder)), as_json)
    return OK


@command.command(
    "show",
    cls=Command,
    short_help="How a run went, in words.",
    examples=[("enhancer runs show runs/mine", ""), ("enhancer runs show runs/mine --json", "")],
)
@_run_argument("run_dir", "Folder of the run.")
@json_option()
def show_run(run_dir: str, as_json: bool) -> int:
    """How a run went: scores, what was found and done, settings, where its page and model are."""
    from enhancer.train.report.card import show_run as card

    show(card(Path(run_dir)), as_json)
    return OK


@command.command(
    "compare",
    cls=Command,
    short_help="How runs differ, at equally many images.",
    examples=[
        ("enhancer runs compare runs/a runs/b", "Settings that differ, and the best of each as far as both came."),
        ("enhancer runs compare runs/* --at 200k", "The same after 200,000 images."),
    ],
)
@_run_argument("run_dirs", "Folders of the runs, two or more.", nargs=-1)
@option("--at", type=Count(), metavar="IMAGES", help="Compare after so many images; by default as far as all came.")
@json_option()
def compare_runs(run_dirs: tuple[str, ...], at: int | None, as_json: bool) -> int:
    """How runs differ: settings, best scores after equally many images, time."""
    from enhancer.train.report.comparison import compare_runs as compare

    show(compare([Path(run_dir) for run_dir in run_dirs], at), as_json)
    return OK
