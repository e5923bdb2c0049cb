"""Finding inputs: a stream of files below the named files and folders, and of what was left out and why.

Opens nothing and follows no link out of a named folder.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import chain, islice
from pathlib import Path

# Names of larger folders are sorted in a temporary database, so that memory stays flat.
SORTED_IN_MEMORY = 20_000

_FILE, _FOLDER, _LINK, _OTHER = range(4)
_REASONS = {
    "fifo": "It is a named pipe.",
    "socket": "It is a socket.",
    "device": "It is a device.",
    "folder-link": "It is a link to a folder; links to folders are not followed.",
    "outside": "It is a link to a file outside the folder that was named.",
    "broken-link": "It is a link to a file that does not exist.",
    "link-loop": "It is a link that leads back to itself.",
    "missing": "There is no such file or folder.",
    "permission": "It may not be read.",
    "name-too-long": "Its path is too long for this system.",
    "unreadable": "The system cannot read it.",
}


@dataclass(frozen=True)
class Found:
    """A file that was found, or something that was left out for `reason` (then `code` is set as well).

    root: the folder that was named, or the folder of the file that was named. `path` is `root / relative`.
    key: the path relative to the folder that all inputs have in common, with `/`; the same in every run of a
    job. named: the user named this very path, so that leaving it out is worth more than a note.
    """

    path: Path
    root: Path
    relative: Path
    key: str
    named: bool = False
    code: str = ""
    reason: str = ""


@dataclass(frozen=True)
class _Rules:
    extensions: frozenset[str]
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    recursive: bool
    skipped_folders: frozenset[tuple[int, int]]
    skipped_files: frozenset[tuple[int, int]]

    def takes_file(self, name: str, relative: str) -> bool:
        if name.startswith(".") or name.rpartition(".")[2].lower() not in self.extensions:
            return False
        if self.include and not _matches(name, relative, self.include):
            return False
        return not _matches(name, relative, self.exclude)

    def takes_folder(self, name: str, relative: str) -> bool:
        return self.recursive and not name.startswith(".") and not _matches(name, relative, self.exclude)


def scan(
    inputs: Sequence[Path],
    recursive: bool = False,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    extensions: frozenset[str] = frozenset(),
    skip: Sequence[Path] = (),
) -> Iterator[Found]:
    """Everything to work on, one by one, each folder in the order of its names, named things in the order given.

    In folders only files with one of `extensions` (without dot, lower case) are taken that match a pattern of
    `include`, if there is one, and none of `exclude`; patterns see the name and the path relative to the
    root. A file that is named itself is taken whatever it is called. Hidden names, leftover temporaries and
    the folders and files in `skip` (the output folder) are passed over. Never raises: what cannot be looked
    at is yielded with its reason.
    """
    named = [Path(os.path.abspath(path)) for path in inputs]  # noqa: PTH100 (resolve would follow links)
    rules = _Rules(
        frozenset(extension.lower().lstrip(".") for extension in extensions),
        tuple(include),
        tuple(exclude),
        recursive,
        _identities(path for path in skip if _is_dir(path)),
        _identities(path for path in skip if not _is_dir(path)),
    )
    common = _common_folder(named)
    for path in named:
        code = _problem(path)
        if not code and _is_dir(path):
            yield from _walk(path, common, rules)
            continue
        key = _key(path, common)
        yield Found(path, path.parent, Path(path.name), key, True, code, _REASONS.get(code, ""))


def _walk(root: Path, common: Path | None, rules: _Rules) -> Iterator[Found]:
    inside = os.path.join(os.path.realpath(root), "")  # noqa: PTH118 (ends in a separator, also for "/")
    pending: list[Iterator[tuple[str, int]]] = []
    folders: list[Path] = []  # relative to the root, one for each of `pending`

    def found(relative: Path, code: str = "") -> Found:
        path = root / relative
        return Found(path, root, relative, _key(path, common), False, code, _REASONS.get(code, ""))

    def enter(relative: Path) -> str:
        try:
            listing = _listing(root / relative, relative.as_posix(), rules)
        except OSError as error:
            return _code(error)
        pending.append(listing)
        folders.append(relative)
        return ""

    if code := enter(Path()):
        yield found(Path(), code)
    while pending:
        entry = next(pending[-1], None)
        if entry is None:
            pending.pop()
            folders.pop()
            continue
        name, kind = entry
        relative = folders[-1] / name
        path = root / relative
        if kind == _FOLDER:
            if not _is_one_of(path, rules.skipped_folders) and (code := enter(relative)):
                yield found(relative, code)
        elif not _is_one_of(path, rules.skipped_files):
            yield found(relative, "" if kind == _FILE else _problem(path) or _link_problem(path, inside))


def _listing(folder: Path, relative: str, rules: _Rules) -> Iterator[tuple[str, int]]:
    """The names and kinds in a folder that the rules take, in the order of their bytes. OSError at once."""
    entries = os.scandir(folder)  # opened here, not at the first `next`, so that the caller hears of errors
    prefix = "" if relative == "." else f"{relative}/"
    names = _taken(entries, prefix, rules)
    first = list(islice(names, SORTED_IN_MEMORY))
    if len(first) < SORTED_IN_MEMORY:
        return iter(sorted(first, key=lambda entry: os.fsencode(entry[0])))
    return _sorted_outside_memory(chain(first, names))


def _taken(entries: Iterator[os.DirEntry[str]], prefix: str, rules: _Rules) -> Iterator[tuple[str, int]]:
    with closing(entries):  # type: ignore[type-var]  # the stub lacks close()
        for entry in entries:
            name, relative = entry.name, prefix + entry.name
            kind = _kind(entry)
            if kind == _FOLDER or (kind == _LINK and _is_folder(entry)):
                taken = rules.takes_folder(name, relative)
            else:
                taken = rules.takes_file(name, relative)
            if taken:
                yield name, kind


def _sorted_outside_memory(entries: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    with closing(sqlite3.connect("")) as database:  # a nameless file that goes away with the connection
        database.execute("CREATE TABLE entry (name BLOB PRIMARY KEY, kind INTEGER) WITHOUT ROWID")
        rows = ((os.fsencode(name), kind) for name, kind in entries)
        database.executemany("INSERT INTO entry VALUES (?, ?)", rows)
        for name, kind in database.execute("SELECT name, kind FROM entry ORDER BY name"):
            yield os.fsdecode(name), kind


def _kind(entry: os.DirEntry[str]) -> int:
    try:
        if entry.is_symlink():
            return _LINK
        if entry.is_dir(follow_symlinks=False):
            return _FOLDER
        return _FILE if entry.is_file(follow_symlinks=False) else _OTHER
    except OSError:
        return _OTHER


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _problem(path: Path) -> str:
    """The code for what cannot be read as a file or listed as a folder, empty if it can; opens nothing."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        if isinstance(error, FileNotFoundError) and path.is_symlink():
            return "broken-link"
        return _code(error)
    except ValueError:  # a NUL in the path
        return "missing"
    if stat.S_ISFIFO(mode):
        return "fifo"
    if stat.S_ISSOCK(mode):
        return "socket"
    return "" if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else "device"


def _link_problem(path: Path, inside: str) -> str:
    target = os.path.realpath(path)
    if _is_dir(target):
        return "folder-link"
    return "" if target.startswith(inside) else "outside"


def _code(error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "link-loop"
    if error.errno == errno.ENAMETOOLONG:
        return "name-too-long"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "missing"
    return "permission" if isinstance(error, PermissionError) else "unreadable"


def _is_dir(path: Path | str) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 (Path.is_dir raises where a name is too long)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _identities(paths: Iterable[Path]) -> frozenset[tuple[int, int]]:
    return frozenset(identity for path in paths if (identity := _identity(path)))


def _is_one_of(path: Path, identities: frozenset[tuple[int, int]]) -> bool:
    return bool(identities) and _identity(path) in identities


def _matches(name: str, relative: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) or fnmatchcase(relative, pattern) for pattern in patterns)


def _common_folder(named: Sequence[Path]) -> Path | None:
    """The folder that all inputs have in common; None if there is none (two drives)."""
    folders = [path if _is_dir(path) else path.parent for path in named]
    try:
        return Path(os.path.commonpath(folders)) if folders else None
    except ValueError:
        return None


def _key(path: Path, common: Path | None) -> str:
    return (path.relative_to(common) if common else path).as_posix()
