"""The journal's file: opening and checking an SQLite database, its schema, its
transactions, its errors in plain words.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from ..errors import OutputError, OutputInUse
from ..files.names import display
from ..files.oserrors import output_error

SCHEMA_VERSION = 1
APPLICATION_ID = 0x456E6863  # "Enhc", so that `file` and we know our own

# Paths and keys are the exact bytes that os.fsencode gives; every other text is ASCII JSON or plain text.
# item.ordinal: the place in the newest plan, NULL for what is no longer part of it (its outputs are still
# ours). output.asked is the path that was wanted, `path` the one that was given (they differ after a rename);
# size, mtime_ns and sha256 are of what we last put there, or are about to.
_SCHEMA_1 = """
CREATE TABLE job (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,
    ordinal INTEGER,
    params TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'writing', 'done', 'failed', 'skipped')),
    code TEXT NOT NULL,
    reason TEXT NOT NULL,
    facts TEXT NOT NULL
);
CREATE INDEX item_by_ordinal ON item (ordinal);
CREATE INDEX item_in_writing ON item (state) WHERE state = 'writing';
CREATE TABLE input (
    item INTEGER NOT NULL,
    place INTEGER NOT NULL,
    path BLOB NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    PRIMARY KEY (item, place)
) WITHOUT ROWID;
CREATE TABLE output (
    item INTEGER NOT NULL,
    place INTEGER NOT NULL,
    asked BLOB NOT NULL,
    path BLOB NOT NULL,
    folded BLOB NOT NULL,
    replaces INTEGER NOT NULL,
    temporary BLOB,
    size INTEGER,
    mtime_ns INTEGER,
    sha256 TEXT,
    PRIMARY KEY (item, place)
) WITHOUT ROWID;
CREATE INDEX output_by_folded ON output (folded);
"""


class Database:
    """One connection that any thread may use, one transaction at a time. Only OutputError leaves it.

    Codes: journal-damaged, journal-newer, journal-foreign, journal, no-space, read-only, permission, locked.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and path.stat().st_size:
                with path.open("rb+") as file:  # says in the system's words if it may not be written
                    if file.read(16) != b"SQLite format 3\0":
                        raise self._damaged("it does not start like one")
        except OSError as error:
            raise output_error(error, path) from error
        with self._plain_errors():
            self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        with self._lock, self._plain_errors():
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing, on the disk when the block is left; other threads wait."""
        with self._lock, self._plain_errors():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # a full disk has rolled it back already
                    self._connection.execute("ROLLBACK")
                raise

    def rows(self, query: str, parameters: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        with self._lock, self._plain_errors():
            return self._connection.execute(query, parameters).fetchall()

    def _prepare(self) -> None:
        connection = self._connection
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        where = display(os.fspath(self.path))
        if tables and application != APPLICATION_ID:
            raise OutputError(f"{where} is not a journal of Enhancer.", "Move it away.", "journal-foreign")
        if version > SCHEMA_VERSION:
            raise OutputError(
                f"{where} was written by a newer Enhancer (version {version}, known up to {SCHEMA_VERSION}).",
                "Update Enhancer, or choose another output folder.",
                "journal-newer",
            )
        verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise self._damaged(str(verdict))
        # Network file systems may lack the shared memory that a write-ahead log needs.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")  # a `writing` row must be on the disk before the rename
        connection.execute("PRAGMA temp_store = FILE")  # plans are staged in temporary tables; memory stays flat
        if not tables:
            script = f"{_SCHEMA_1}; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1;"
            connection.executescript(f"BEGIN IMMEDIATE; {script} COMMIT;")

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._explained(error) from error

    def _explained(self, error: sqlite3.Error) -> OutputError:
        number = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the upper bits only refine
        where = display(os.fspath(self.path))
        if number in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            return self._damaged(str(error))
        if number == sqlite3.SQLITE_FULL:
            hint = "Free some space and run the same command again."
            return OutputError(f"The disk is full; the journal {where} cannot grow.", hint, "no-space")
        if number in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
            hint = "Choose an output folder that can be written."
            return OutputError(f"The journal {where} cannot be written: {error}.", hint, "read-only")
        if number in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            return OutputInUse(f"The journal {where} is in use by another program.", "Wait for it to end.")
        hint = "Check the disk, then run the same command again."
        return OutputError(f"The journal {where} cannot be used: {error}.", hint, "journal")

    def _damaged(self, why: str) -> OutputError:
        return OutputError(
            f"The journal {display(os.fspath(self.path))} is damaged ({display(why, 80)}).",
            "Move it away and run again with --if-exists skip: what is finished stays, the rest is made.",
            "journal-damaged",
        )
