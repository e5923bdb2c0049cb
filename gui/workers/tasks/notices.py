"""Third-party notices: what the program is made of, from what the installed packages say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import metadata
from typing import Any

from ..serving import CallSink

OWN, QT = "enhancer", "pyside6-essentials"
ENOUGH = 200
"""Letters of a licence that is given as a text instead of a name; its first line says which it is."""


def notices(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """ "packages": rows of "name", "version", "licence", "home", of the window and all that it stands on, by name."""
    return {"packages": sorted(_rows(), key=lambda row: row["name"].casefold())}


def _rows() -> Iterator[dict[str, str]]:
    for name in _needed(OWN, QT):
        try:
            known = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        yield {
            "name": known["Name"] or name,
            "version": known["Version"] or "",
            "licence": _licence(known),
            "home": known["Home-page"] or _home(known.get_all("Project-URL") or []),
        }


def _needed(*roots: str) -> set[str]:
    """Installed packages at or below `roots`, without our own and without those for tests and development only."""
    found: set[str] = set()
    todo = list(roots)
    while todo:
        name = todo.pop()
        if name in found:
            continue
        found.add(name)
        try:
            wanted = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            found.discard(name)
            continue
        todo += [_name(line) for line in wanted if _counts(line, name == OWN)]
    return found - {OWN}


def _counts(line: str, own: bool) -> bool:
    """Whether a requirement is one of every day: of the extras only our own window's."""
    _, _, condition = line.partition(";")
    return "extra ==" not in condition or (own and '"gui"' in condition.replace("'", '"'))


def _name(line: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", line)
    return re.sub(r"[-_.]+", "-", found.group(0)).lower() if found else ""


def _licence(known: Any) -> str:
    expression = known["License-Expression"]
    if expression:
        return str(expression)
    classifiers = [
        line.rpartition("::")[2].strip()
        for line in known.get_all("Classifier") or []
        if line.startswith("License ::") and not line.endswith("OSI Approved")
    ]
    if classifiers:
        return ", ".join(classifiers)
    text = str(known["License"] or "").strip()
    return text.splitlines()[0][:ENOUGH] if text else ""


def _home(links: list[str]) -> str:
    return next((link.partition(",")[2].strip() for link in links), "")
