"""What this program adds to click: commands imported when called, options in sections, examples. No command is here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
Example = tuple[str, str]


class LazyGroup(click.Group):
    """A group whose commands and one-line helps stand in a table; a command's module is imported only when called."""

    def __init__(self, *args: Any, package: str, table: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.package = package
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.table:
            return None
        command: click.Command = import_module(f"{self.package}.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.table and not args[0].startswith("-"):
            from enhancer.registry import did_you_mean

            raise click.UsageError(f"There is no command {args[0]!r}. {did_you_mean(args[0], list(self.table))}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self.table.items()))


class Group(click.Group):
    """A group within a command's own file; its commands return exit statuses, so it needs one of them."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.commands[name].get_short_help_str(80)) for name in self.commands])


class Option(click.Option):
    """An option that stands in a named section of the help."""

    def __init__(self, *args: Any, section: str = "Options", **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.section = section


class Argument(click.Argument):
    """An argument that is explained in the help."""

    def __init__(self, *args: Any, explained: str, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.explained = explained


class Command(click.Command):
    """A command whose help shows arguments, then options section by section, then examples."""

    def __init__(self, *args: Any, examples: Sequence[Example] = (), **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.examples = examples

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        return

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        sections: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            if isinstance(param, Argument):
                sections.setdefault("Arguments", []).append((param.make_metavar(ctx), param.explained))
            elif (record := param.get_help_record(ctx)) is not None:
                sections.setdefault(getattr(param, "section", "Options"), []).append(record)
        # The plain options (--help among them) close the list, whatever stands first on the function.
        for name in sorted(sections, key=lambda name: name == "Options"):
            with formatter.section(name):
                formatter.write_dl(sections[name], col_max=26)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.examples:
            with formatter.section("Examples"):
                for line, meaning in self.examples:
                    indent = " " * formatter.current_indent
                    formatter.write(f"{indent}{line}\n")
                    if meaning:
                        formatter.write(f"{indent}    {meaning}\n")


def cli_command(examples: Sequence[Example] = (), **settings: Any) -> Callable[[Callable[..., int]], Command]:
    """Decorate a function that returns the exit status."""
    return click.command(cls=Command, examples=examples, **settings)


def argument(name: str, explained: str, **settings: Any) -> Callable[[F], F]:
    return click.argument(name, cls=Argument, explained=explained, **settings)


def option(*names: str, help: str, section: str = "Options", **settings: Any) -> Callable[[F], F]:  # noqa: A002
    return click.option(*names, cls=Option, help=help, section=section, **settings)
