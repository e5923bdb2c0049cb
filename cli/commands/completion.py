"""`enhancer completion`: the script by which a shell completes commands, options and names of models."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from ..command import argument, cli_command
from ..streams import say

SHELLS = ("bash", "zsh", "fish")


@cli_command(
    examples=[
        ('eval "$(enhancer completion bash)"', "As a line in ~/.bashrc."),
        ('eval "$(enhancer completion zsh)"', "As a line in ~/.zshrc, after compinit."),
        ("enhancer completion fish > ~/.config/fish/completions/enhancer.fish", "Once."),
    ]
)
@argument("shell", "bash, zsh or fish.", metavar="SHELL", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print the completion script of a shell.

    With it, Tab completes commands, options, their values, models and files.
    """
    kind = get_completion_class(shell)
    assert kind is not None, shell
    say(kind(ctx.find_root().command, {}, "enhancer", "_ENHANCER_COMPLETE").source())
    return 0
