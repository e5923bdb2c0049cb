"""The tables in which a plan is gathered before it becomes the plan: rows, the questions asked of them, the merge.

Decides nothing; `plan` does. All of it happens in the one transaction that the plan is made in.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..files.hashing import sha256_file
from ..files.names import folded
from .journal import Fingerprint

_TABLES = """
CREATE TEMP TABLE new_item (
    id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, ordinal INTEGER NOT NULL, mine INTEGER NOT NULL,
    params TEXT NOT NULL, state TEXT NOT NULL, code TEXT NOT NULL, reason TEXT NOT NULL, facts TEXT NOT NULL
);
CREATE TEMP TABLE new_input (
    item INTEGER NOT NULL, place INTEGER NOT NULL, path BLOB NOT NULL, size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL, file TEXT NOT NULL
);
CREATE INDEX temp.new_input_by_file ON new_input (file);
CREATE TEMP TABLE new_output (
    item INTEGER NOT NULL, place INTEGER NOT NULL, asked BLOB NOT NULL, path BLOB NOT NULL,
    folded BLOB NOT NULL, replaces INTEGER NOT NULL, size INTEGER, mtime_ns INTEGER, sha256 TEXT, file TEXT
);
CREATE INDEX temp.new_output_by_folded ON new_output (folded);
"""

_MERGE = """
UPDATE item SET ordinal = NULL WHERE ordinal IS NOT NULL;
DELETE FROM input WHERE item IN (SELECT id FROM temp.new_item WHERE mine);
DELETE FROM output WHERE item IN (SELECT id FROM temp.new_item WHERE mine);
DELETE FROM item WHERE id IN (SELECT id FROM temp.new_item WHERE mine);
INSERT INTO item (id, key, ordinal, params, state, code, reason, facts)
    SELECT id, key, ordinal, params, state, code, reason, facts FROM temp.new_item WHERE mine;
INSERT INTO input (item, place, path, size, mtime_ns)
    SELECT item, place, path, size, mtime_ns
    FROM temp.new_input WHERE item IN (SELECT id FROM temp.new_item WHERE mine);
INSERT INTO output (item, place, asked, path, folded, replaces, size, mtime_ns, sha256)
    SELECT item, place, asked, path, folded, replaces, size, mtime_ns, sha256
    FROM temp.new_output WHERE item IN (SELECT id FROM temp.new_item WHERE mine);
INSERT OR REPLACE INTO job VALUES ('planned', 'true')
"""


@dataclass(frozen=True)
class PlannedInput:
    """An input as the plan saw it. `file` is equal for two paths that lead to the same file."""

    path: Path
    seen: Fingerprint
    file: str = ""

    @classmethod
    def of(cls, path: Path) -> PlannedInput:
        """OSError as `stat` raises it."""
        return cls(path, Fingerprint.of(path), file_identity(path))


@dataclass(frozen=True)
class PlannedOutput:
    """An output and what this job last put there, if it did. `file`: an existing file that is not ours."""

    asked: Path
    path: Path
    replaces: bool = False
    seen: Fingerprint | None = None
    sha256: str = ""
    file: str = ""

    def is_ours(self) -> bool:
        """Whether the file is there as this job left it; reads it only if its time of change is another."""
        if self.seen is None:
            return False
        try:
            now = Fingerprint.of(self.path)
            return now == self.seen or (now.size == self.seen.size and sha256_file(self.path) == self.sha256)
        except OSError:
            return False


@dataclass(frozen=True)
class PlannedItem:
    """A row of the plan. `params` and `facts` are JSON texts."""

    key: str
    inputs: tuple[PlannedInput, ...]
    outputs: tuple[PlannedOutput, ...]
    params: str = "{}"
    state: str = "pending"
    code: str = ""
    reason: str = ""
    facts: str = "{}"
    id: int = 0


class Staging:
    """One use, inside one transaction of the journal's database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for statement in _TABLES.split(";"):
            connection.execute(statement)
        (self._last_id,) = connection.execute("SELECT coalesce(max(id), 0) FROM item").fetchone()
        self._is_first = self._last_id == 0
        self.rows = 0

    def known(self, key: str) -> PlannedItem | None:
        """The item as the journal has it from an earlier plan, worked on or not."""
        if self._is_first:
            return None
        query = "SELECT id, params, state, code, reason, facts FROM item WHERE key = ?"
        found = self._connection.execute(query, (os.fsencode(key),)).fetchone()
        if found is None:
            return None
        identity, params, state, code, reason, facts = found
        query = "SELECT path, size, mtime_ns FROM input WHERE item = ? ORDER BY place"
        inputs = tuple(
            PlannedInput(Path(os.fsdecode(path)), Fingerprint(size, mtime_ns))
            for path, size, mtime_ns in self._connection.execute(query, (identity,))
        )
        query = "SELECT asked, path, size, mtime_ns, sha256 FROM output WHERE item = ? ORDER BY place"
        outputs = tuple(
            PlannedOutput(
                Path(os.fsdecode(asked)),
                Path(os.fsdecode(path)),
                False,
                None if size is None else Fingerprint(size, mtime_ns),
                sha256 or "",
            )
            for asked, path, size, mtime_ns, sha256 in self._connection.execute(query, (identity,))
        )
        return PlannedItem(key, inputs, outputs, params, state, code, reason, facts, identity)

    def is_own_output(self, path: Path) -> bool:
        """Whether an earlier run of this job put something there."""
        if self._is_first:
            return False
        query = "SELECT count(*) FROM output WHERE folded = ? AND path = ? AND size IS NOT NULL"
        encoded = os.fsencode(path)
        return bool(self._connection.execute(query, (folded(os.fspath(path)), encoded)).fetchone()[0])

    def is_taken(self, path: Path, key: str) -> bool:
        """Whether an item of this plan, or another item of an earlier one, has this output."""
        key_bytes, fold = os.fsencode(key), folded(os.fspath(path))
        query = "SELECT 1 FROM temp.new_output WHERE folded = ? LIMIT 1"
        if self._connection.execute(query, (fold,)).fetchone():
            return True
        query = "SELECT 1 FROM output JOIN item ON item.id = output.item WHERE folded = ? AND key != ? LIMIT 1"
        return self._connection.execute(query, (fold, key_bytes)).fetchone() is not None

    def enter(self, item: PlannedItem, mine: bool) -> bool:
        """Add a row; False, and nothing is added, if its key is there already."""
        if not item.id:
            item = replace(item, id=self._last_id + 1)
        texts = (item.params, item.state, item.code, item.reason, item.facts)
        values = (item.id, os.fsencode(item.key), self.rows, mine, *texts)
        query = "INSERT OR IGNORE INTO temp.new_item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        if self._connection.execute(query, values).rowcount == 0:
            return False
        self._last_id = max(self._last_id, item.id)
        self._connection.executemany(
            "INSERT INTO temp.new_input VALUES (?, ?, ?, ?, ?, ?)",
            [
                (item.id, place, os.fsencode(one.path), one.seen.size, one.seen.mtime_ns, one.file)
                for place, one in enumerate(item.inputs)
            ],
        )
        self._connection.executemany(
            "INSERT INTO temp.new_output VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(item.id, place, *_columns(one)) for place, one in enumerate(item.outputs)],
        )
        self.rows += 1
        return True

    def inputs_of(self, key: str) -> list[Path]:
        query = "SELECT path FROM temp.new_input JOIN temp.new_item ON id = item WHERE key = ? ORDER BY place"
        return [Path(os.fsdecode(path)) for (path,) in self._connection.execute(query, (os.fsencode(key),))]

    def overwritten_inputs(self, limit: int) -> list[tuple[Path, ...]]:
        """Pairs of an output and the input that it would write over."""
        query = (
            "SELECT DISTINCT o.path, i.path FROM temp.new_output o JOIN temp.new_input i ON o.file = i.file"
            " WHERE o.file != '' LIMIT ?"
        )
        return self._path_rows(query, limit)

    def collisions(self, limit: int) -> list[tuple[Path, ...]]:
        """Pairs of outputs that some file system takes for one."""
        query = (
            "SELECT min(path), max(path) FROM temp.new_output GROUP BY folded HAVING count(*) > 1"
            " ORDER BY folded LIMIT ?"
        )
        return self._path_rows(query, limit)

    def merge(self) -> None:
        """Make this the plan; items that are no longer in it are kept aside, since their outputs are ours."""
        for statement in _MERGE.split(";"):
            self._connection.execute(statement)

    def drop(self) -> None:
        for table in ("new_item", "new_input", "new_output"):
            self._connection.execute(f"DROP TABLE IF EXISTS temp.{table}")

    def _path_rows(self, query: str, limit: int) -> list[tuple[Path, ...]]:
        rows: Sequence[tuple[bytes, ...]] = self._connection.execute(query, (limit,)).fetchall()
        return [tuple(Path(os.fsdecode(path)) for path in row) for row in rows]


def file_identity(path: Path) -> str:
    """Equal for two paths to one file, through links and other spellings. OSError as `stat` raises it."""
    status = path.stat()
    # Some Windows file systems give no file numbers; there the resolved spelling has to do.
    return f"{status.st_dev}:{status.st_ino}" if status.st_ino else ascii(os.path.realpath(path).casefold())


def _columns(output: PlannedOutput) -> tuple[object, ...]:
    path = os.fspath(output.path)
    size, mtime_ns = (output.seen.size, output.seen.mtime_ns) if output.seen else (None, None)
    paths = (os.fsencode(output.asked), os.fsencode(path), folded(path))
    return (*paths, output.replaces, size, mtime_ns, output.sha256 or None, output.file)
