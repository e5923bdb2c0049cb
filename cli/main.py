"""`enhancer`: the table of commands and the way into the program. Nothing heavy is imported here."""

from __future__ import annotations

from collections.abc import Sequence

import click

from enhancer import __version__

from .command import LazyGroup
from .exits import guarded
from .streams import prepare_streams

COMMANDS = {
    "enhance": "Make pictures larger and better.",
    "generate": "Make new pictures with a model.",
    "run": "Run a job file.",
    "info": "Show what a picture is and what enhancing would do.",
    "compare": "Measure how two pictures, folders or models differ.",
    "models": "List, show and check models.",
    "train": "Train a model, or go on with its training.",
    "runs": "List, show and compare training runs.",
    "demo": "Enhance a picture that the program draws itself.",
    "doctor": "Check this machine: versions, devices, memory.",
    "completion": "Print the completion script of a shell.",
}
"""One line a command; its file is `commands/NAME.py` and holds `command`."""


@click.group(
    cls=LazyGroup,
    package=f"{__package__}.commands",
    table=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": None},
)
@click.version_option(__version__, "-V", "--version", message="enhancer %(version)s", help="Show the version and exit.")
def root() -> None:
    """Make pictures better, with models that run on this machine.

    Nothing is sent anywhere: pictures, models and reports stay on this machine. Originals are never changed.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments` (those of the process by default); returns its exit status, never raises."""
    prepare_streams()
    return guarded(lambda: root.main(arguments, prog_name="enhancer", standalone_mode=False))
