"""The models of the store as the window knows them: read beside its thread, followed when files come and go."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer, Signal

from enhancer.errors import EnhancerError, OutputError

from .trash import to_trash

if TYPE_CHECKING:
    from enhancer.models.store import Entry, Store

TRIES = 5
SETTLED_MS = 300
"""Files are read again when nothing has changed for so long: a copy comes in many writes."""
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
BESIDE = (".safetensors", ".curve.jsonl", ".recipe.toml", ".reference.safetensors")
"""What may lie in the store below one name; the first is the model."""


@dataclass(frozen=True)
class _Reading:
    entries: tuple[Entry, ...] = ()
    problems: tuple[str, ...] = ()


class Catalog(QObject):
    """Models, shipped ones first. Headers are read on a thread of its own, begun by the first question or `refresh`.

    Until the first reading is there (`ready`) it knows no models; `changed` tells of it and of each later difference.
    """

    changed = Signal()
    _read = Signal(object)

    def __init__(self, store: Store | None = None, parent: QObject | None = None) -> None:
        """store: the default one unless given."""
        super().__init__(parent)
        self._store = store
        self._known: _Reading | None = None
        self._thread: threading.Thread | None = None
        self._again = False
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settle.timeout.connect(self.refresh)
        self._watcher.directoryChanged.connect(self._touched)
        self._watcher.fileChanged.connect(self._touched)
        self._read.connect(self._take)

    @property
    def ready(self) -> bool:
        return self._known is not None

    def entries(self, *purposes: str) -> list[Entry]:
        """Of these purposes, or all."""
        found = self._reading().entries
        return [entry for entry in found if not purposes or entry.info.purpose in purposes]

    def find(self, name: str) -> Entry | None:
        """The model of that name, or the model file at that path (whose header is read at once)."""
        for entry in self._reading().entries:
            if name in (entry.name, str(entry.path)):
                return entry
        path = Path(name)
        if not name or path.name == name or not path.is_file():
            return None
        from enhancer.models.store import Store

        try:
            return (self._store or Store.default()).find(name)
        except EnhancerError:
            return None

    def name_of(self, entry: Entry) -> str:
        """What finds this model, here and in the children: its name, or its path where another one has that name."""
        known = self.find(entry.name)
        return entry.name if known is not None and known.path == entry.path else str(entry.path)

    def problems(self) -> list[str]:
        """A sentence for each file of the store that cannot be opened as a model."""
        return list(self._reading().problems)

    def refresh(self) -> None:
        """Read the folders again; `changed` follows where something is different."""
        if self._thread is not None:
            self._again = True
            return
        self._thread = threading.Thread(target=self._look, name="catalog", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Wait for a reading that is under way."""
        self._settle.stop()
        self._again = False
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def user_folder(self) -> Path:
        from enhancer.models.store import Store

        return (self._store or Store.default()).user

    def rename(self, entry: Entry, name: str) -> Path:
        """Give a model of the user another name; its new file. OutputError where that cannot be."""
        if not NAME.fullmatch(name) or name.endswith(".reference"):
            raise OutputError(
                self.tr("{name} cannot be a name of a model.").format(name=repr(name)),
                self.tr("Names are letters, digits, dots, dashes and underscores, at most 64."),
            )
        files = self._files(entry)
        targets = {path: path.with_name(name + suffix) for path, suffix in files.items()}
        if any(other.name == name for other in self.entries()) or any(path.exists() for path in targets.values()):
            raise OutputError(
                self.tr("There is a model called {name} already.").format(name=name), self.tr("Choose another name.")
            )
        try:
            for path, target in targets.items():
                path.rename(target)
        except OSError as error:
            raise OutputError(f"{entry.path}: {error.strerror}.") from error
        self.refresh()
        return entry.path.with_name(name + BESIDE[0])

    def remove(self, entry: Entry) -> None:
        """Move a model of the user, and what lies beside it, to the trash. OutputError where that cannot be."""
        for path in self._files(entry):
            problem = to_trash(path)
            if problem:
                raise OutputError(
                    self.tr("{file} could not be moved to the trash: {reason}").format(file=path, reason=problem),
                    self.tr("Remove it with your file manager."),
                )
        self.refresh()

    def _files(self, entry: Entry) -> dict[Path, str]:
        if entry.shipped:
            raise OutputError(
                QCoreApplication.translate("Catalog", "{name} came with the program and stays as it is.").format(
                    name=entry.name
                )
            )
        beside = {entry.path.with_name(entry.name + suffix): suffix for suffix in BESIDE}
        return {path: suffix for path, suffix in beside.items() if path.is_file()}

    def _reading(self) -> _Reading:
        if self._known is None and self._thread is None:
            self.refresh()
        return self._known or _Reading()

    def _look(self) -> None:
        store = self._store or _store_type().default()
        reading = _Reading(tuple(store), tuple(store.problems()))
        try:
            self._read.emit((store, reading))
        except RuntimeError:  # the window has gone meanwhile
            return

    def _take(self, found: tuple[Store, _Reading]) -> None:
        store, reading = found
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._watch([store.shipped, store.user], [entry.path for entry in reading.entries])
        if reading != self._known:
            self._known = reading
            self.changed.emit()
        if self._again:
            self._again = False
            self.refresh()

    def _watch(self, folders: Sequence[Path], files: Sequence[Path]) -> None:
        """A folder that does not exist yet is noticed by its nearest one that does."""
        wanted = {str(path) for path in (*map(_nearest, folders), *files)}
        known = {*self._watcher.directories(), *self._watcher.files()}
        if known - wanted:
            self._watcher.removePaths(sorted(known - wanted))
        if wanted - known:
            self._watcher.addPaths(sorted(wanted - known))

    def _touched(self) -> None:
        self._settle.start()


def _store_type() -> type[Store]:
    """Imported beside the window's thread. Where that one imports at the same moment, PySide's look at each module that
    is imported can meet one that is half loaded: then once more, a moment later.
    """
    for _ in range(TRIES):
        try:
            from enhancer.models.store import Store
        except ImportError:
            time.sleep(0.1)
        else:
            return Store
    from enhancer.models.store import Store

    return Store


def _nearest(folder: Path) -> Path:
    return next((one for one in (folder, *folder.parents) if one.is_dir()), Path.cwd())
