"""What a user meets before the window: the README's lines, the entry in the menu, the package."""

from __future__ import annotations

import configparser
import re
import tomllib
from pathlib import Path

from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def command(marker: str) -> str:
    (found,) = re.findall(rf"<!-- {marker} -->\n```sh\n(.*?)```", README, re.DOTALL)
    return found


def test_the_line_for_debian_is_the_one_that_ci_runs():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "libraries=$(readme_command 'window libraries')" in script
    assert 'bash -euo pipefail -c "$libraries"' in script
    line = command("window libraries")
    assert line.count("\n") == 1
    # Whatever the script looks for, the line installs.
    (names,) = re.findall(r'names = """(.*?)"""', script, re.DOTALL)
    packages = line.split()
    for name in names.split():
        stem, _, number = name.lower().replace("glib-", "glib").partition(".so.")
        assert f"lib{stem}" + ("-" if stem[-1].isdigit() else "") + number in packages, name
    assert {"fontconfig", "fonts-noto-cjk"} <= set(packages)


def test_the_second_way_to_start_installs_the_window():
    assert '".[gui]"' in command("window")
    assert "enhancer-gui" in command("window")
    assert PROJECT["project"]["gui-scripts"]["enhancer-gui"] == "gui.app:main"
    assert any("PySide6" in line for line in PROJECT["project"]["optional-dependencies"]["gui"])


def test_the_entry_of_the_menu_opens_files_and_has_its_icon():
    folder = ROOT / "gui" / "desktop"
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(folder / "enhancer.desktop", encoding="utf-8")
    values = entry["Desktop Entry"]
    assert values["Exec"] == "enhancer-gui %F"
    assert {"Name[zh_CN]", "Comment[zh_CN]"} & set(values)
    assert "image/jpeg" in values["MimeType"]
    assert QSvgRenderer(str(folder / f"{values['Icon']}.svg")).isValid()


def test_drawings_and_texts_travel_with_the_package():
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["gui"]
    for folder, suffix in (("icons", ".svg"), ("desktop", ".svg"), ("desktop", ".desktop"), ("translations", ".qm")):
        files = list((ROOT / "gui" / folder).glob(f"*{suffix}"))
        assert files
        for path in files:
            assert any(path.relative_to(ROOT / "gui").match(pattern) for pattern in patterns), path
