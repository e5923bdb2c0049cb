"""`python -m gui.translations`: collect the texts of the sources and compile what is translated.

The .ts files are edited by hand or with Qt Linguist; the .qm files beside them are what the window loads. English has a
file for its plurals only, which follow from the texts: "%n job(s)" is "1 job" and "2 jobs".
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import PySide6

from ..languages import FOLDER, LANGUAGES

_PLURAL = re.compile(r"\((e?s|ren)\)")


def tool(name: str) -> str:
    """Path of one of Qt's own tools, as PySide6 brings it."""
    folder = Path(PySide6.__path__[0])
    for path in (folder / name, folder / f"{name}.exe", folder / "Qt" / "libexec" / name):
        if path.is_file():
            return str(path)
    raise FileNotFoundError(f"PySide6 was installed without {name}.")


def file_of(language: str) -> Path:
    return FOLDER / f"enhancer_{language}.ts"


def collect(target: Path) -> None:
    """Bring the texts of a .ts file up to date with the sources; what is no longer said is dropped."""
    language = target.stem.removeprefix("enhancer_")
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language]
    english = language == "en"
    with tempfile.TemporaryDirectory() as folder:
        sources = [readable(path, Path(folder)) for path in sorted(FOLDER.parent.rglob("*.py"))]
        run(tool("lupdate"), *options, *(["-pluralonly"] if english else []), *map(str, sources), "-ts", str(target))
    if english:
        fill_plurals(target)


def readable(path: Path, folder: Path) -> Path:
    """The file, or a copy of it in `folder` in which lupdate sees every plural.

    It takes translate("Context", "%n job(s)", "", n) for a plural only where n is a number that is written out.
    """
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    for number in sorted(_numbers(text), key=lambda node: (node.lineno, node.col_offset), reverse=True):
        assert number.lineno == number.end_lineno, f"{path}:{number.lineno}: a plural's number stands in one line"
        line = lines[number.lineno - 1].encode()
        lines[number.lineno - 1] = (line[: number.col_offset] + b"1" + line[number.end_col_offset :]).decode()
    if "".join(lines) == text:
        return path
    copy = folder / "-".join(path.relative_to(FOLDER.parent).parts)
    copy.write_text("".join(lines), encoding="utf-8")
    return copy


def _numbers(text: str) -> list[ast.expr]:
    """What stands for n in calls of translate()."""
    if "%n" not in text:
        return []
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call) and len(node.args) == 4]
    return [call.args[3] for call in calls if ast.unparse(call.func).rpartition(".")[2] == "translate"]


def fill_plurals(path: Path) -> None:
    """One and many, from the texts themselves."""
    tree = ElementTree.parse(path)
    for message in tree.getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        forms = (_PLURAL.sub("", source), _PLURAL.sub(r"\1", source))
        for element, form in zip(translation.iter("numerusform"), forms, strict=True):
            element.text = form
    path.write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        + ElementTree.tostring(tree.getroot(), encoding="unicode")
        + "\n",
        encoding="utf-8",
    )


def compile_file(source: Path, target: Path) -> None:
    run(tool("lrelease"), "-silent", str(source), "-qm", str(target))


def untranslated(path: Path) -> list[tuple[str, str]]:
    """(context, text) of what a .ts file leaves open."""
    return [
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
        if (translation := message.find("translation")) is None or translation.get("type") == "unfinished"
    ]


def run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr or done.stdout)


def main() -> int:
    missing = 0
    for language in LANGUAGES:
        path = file_of(language)
        collect(path)
        for context, text in untranslated(path):
            missing += 1
            sys.stdout.write(f"{language}: {context}: {text}\n")
        compile_file(path, path.with_suffix(".qm"))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
