"""The rules of the house, held by machine: commands and files explain themselves, and files are short."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import click
import pytest

from tests.helpers_guards import CORE, FRONTS, ROOT, name_of

LINE_LIMIT = 300
REASON = "over 300 lines because"


def commands() -> dict[str, click.Command]:
    from cli.main import root

    def walk(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
        yield name, command
        if isinstance(command, click.Group):
            context = click.Context(command)
            for inner in command.list_commands(context):
                found = command.get_command(context, inner)
                assert found is not None, inner
                yield from walk(f"{name} {inner}", found)

    return dict(walk("enhancer", root))


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_is_explained(name):
    command = commands()[name]
    assert command.help, name
    for param in command.params:
        words = param.explained if isinstance(param, click.Argument) else param.help
        assert words and words.strip().endswith((".", ")", "?")), f"{name} {param.name}"  # noqa: PT018


@pytest.mark.parametrize("name", commands())
def test_the_readme_names_every_command(name):
    assert name in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_help_in_the_readme_is_what_the_program_prints():
    from click.testing import CliRunner

    from cli.main import root

    printed = CliRunner().invoke(root, ["--help"], prog_name="enhancer", terminal_width=80).output
    block = (ROOT / "README.md").read_text(encoding="utf-8").split("<!-- help -->\n```text\n")[1].split("```")[0]
    assert block == printed


@pytest.mark.parametrize("path", [*CORE, *FRONTS], ids=name_of)
def test_a_file_is_short_or_says_why_not_and_opens_with_a_sentence(path):
    text = path.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(text)) or ""
    assert docstring, "what lives here, in one sentence?"
    assert text.count("\n") <= LINE_LIMIT or REASON in docstring
