"""`python -m gui.translations`: collect the texts of the sources and compile what is translated.

The .ts files are edited by hand or with Qt Linguist; the .qm files beside them are what the window loads.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import PySide6

from . import FOLDER, LANGUAGES


def tool(name: str) -> str:
    """Path of one of Qt's own tools, as PySide6 brings it."""
    folder = Path(PySide6.__path__[0])
    for path in (folder / name, folder / f"{name}.exe", folder / "Qt" / "libexec" / name):
        if path.is_file():
            return str(path)
    raise FileNotFoundError(f"PySide6 was installed without {name}.")


def sources() -> list[str]:
    return [str(path) for path in sorted(FOLDER.parent.rglob("*.py"))]


def collect(target: Path) -> None:
    """Bring the texts of a .ts file up to date; what is no longer said is dropped."""
    locale = target.stem.removeprefix("enhancer_")
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", locale]
    run(tool("lupdate"), *options, *sources(), "-ts", str(target))


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
    open_texts = 0
    for language in LANGUAGES:
        if language == "en":
            continue
        path = FOLDER / f"enhancer_{language}.ts"
        collect(path)
        missing = untranslated(path)
        open_texts += len(missing)
        for context, text in missing:
            sys.stdout.write(f"{language}: {context}: {text}\n")
        compile_file(path, path.with_suffix(".qm"))
    return 1 if open_texts else 0


if __name__ == "__main__":
    sys.exit(main())
