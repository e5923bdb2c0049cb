"""The other journals of an output folder: what shards and earlier jobs put there, so that nobody takes it for foreign.

Shards of one job keep a journal each, since they may run at the same time; a later run of the same job, divided
otherwise or whole, takes over what they have done. What other jobs made is only looked up.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from ..errors import OutputError
from ..files.names import folded
from .database import APPLICATION_ID, SCHEMA_VERSION
from .journal import Fingerprint, Journal, journal_path, shard_mark
from .staging import PlannedOutput

Maker = Literal["", "this job", "another job"]


class Kin:
    """Journals beside that of a job or of its shard; `with` closes what was opened to look into them.

    of_this_job: of shards of the same job, or of it as a whole, that cannot run now. runs_along: of shards that
    may be at work right now.
    """

    def __init__(self, of_this_job: Iterable[Path], runs_along: Iterable[Path], of_others: Iterable[Path]) -> None:
        self.of_this_job, self.runs_along, self.of_others = tuple(of_this_job), tuple(runs_along), tuple(of_others)
        self._open: dict[Path, sqlite3.Connection | None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for connection in self._open.values():
            if connection is not None:
                connection.close()
        self._open.clear()

    @classmethod
    def beside(cls, folder: Path, identity: str, shard: str = "1/1") -> Self:
        own, whole = journal_path(folder, identity, shard), journal_path(folder, identity)
        mark = shard_mark(shard)
        parts = mark[mark.find("-of-") :]
        this, along, others = [], [], []
        for path in sorted(own.parent.glob("journal-*.sqlite")):
            if path == own:
                continue
            if path != whole and not path.stem.startswith(f"{whole.stem}-"):
                others.append(path)
            elif mark and path.stem.endswith(parts):
                along.append(path)
            else:
                this.append(path)
        return cls(this, along, others)

    def hand_over(self, journal: Journal, identity: str, settle: bool = True) -> None:
        """Give `journal` what the rest of this job has done. `settle` first what a killed shard left between
        rename and record; it needs the claim on the folder, a mere look does without.

        A journal that cannot be read is passed over: its outputs then count as foreign, and nothing is lost.
        """
        for path in self.of_this_job:
            with suppress(OutputError, sqlite3.Error):
                if settle:
                    with Journal.open(path, identity) as other:
                        other.recover()
                with closing(_to_read(path)) as source:
                    _copy_done(source, journal)

    def maker(self, path: Path) -> Maker:
        """Which job put the file there as it is now, if one whose journal is not our own did."""
        if any(self._made(journal, path) for journal in (*self.of_this_job, *self.runs_along)):
            return "this job"
        return "another job" if any(self._made(journal, path) for journal in self.of_others) else ""

    def _made(self, journal: Path, path: Path) -> bool:
        query = "SELECT size, mtime_ns, sha256 FROM output WHERE folded = ? AND path = ? AND size IS NOT NULL"
        if journal not in self._open:
            self._open[journal] = None
            with suppress(sqlite3.Error):
                self._open[journal] = _to_read(journal)
        connection, rows = self._open[journal], []
        if connection is not None:
            with suppress(sqlite3.Error):
                rows = connection.execute(query, (folded(os.fspath(path)), os.fsencode(path))).fetchall()
        return any(
            PlannedOutput(path, path, seen=Fingerprint(size, mtime_ns), sha256=sha256 or "").is_ours()
            for size, mtime_ns, sha256 in rows
        )


def _to_read(path: Path) -> sqlite3.Connection:
    """A journal that others may be writing, opened only to be read. sqlite3.Error if it is none of this version."""
    # Not mode=ro: a connection that may not write cannot take its log files along when it closes.
    connection = sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=5)
    try:
        connection.execute("PRAGMA query_only = 1")
        kind = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if kind != APPLICATION_ID or version != SCHEMA_VERSION:
            raise sqlite3.DatabaseError("not a journal of this version")
    except BaseException:
        connection.close()
        raise
    return connection


def _copy_done(source: sqlite3.Connection, journal: Journal) -> None:
    """Finished items that `journal` does not have, or has from longer ago, with their files; and what the job
    remembers.
    """
    newest = "SELECT coalesce(max(mtime_ns), 0) FROM output WHERE item = ?"
    enter = "INSERT INTO item (key, ordinal, params, state, code, reason, facts) VALUES (?, ?, ?, 'done', '', '', ?)"
    with journal.database.transaction() as target:
        remembered = source.execute("SELECT name, value FROM job WHERE name GLOB 'fact.*'")
        target.executemany("INSERT OR IGNORE INTO job VALUES (?, ?)", remembered)
        done = source.execute("SELECT id, key, params, facts FROM item WHERE state = 'done'")
        for identity, key, params, facts in done:
            known = target.execute("SELECT id, state, ordinal FROM item WHERE key = ?", (key,)).fetchone()
            if known:
                ours = target.execute(newest, (known[0],)).fetchone()
                theirs = source.execute(newest, (identity,)).fetchone()
                if known[1] == "done" and ours >= theirs:
                    continue
                for table, column in (("input", "item"), ("output", "item"), ("item", "id")):
                    target.execute(f"DELETE FROM {table} WHERE {column} = ?", (known[0],))
            new = target.execute(enter, (key, known[2] if known else None, params, facts)).lastrowid
            for table, marks in (("input", ", ?" * 4), ("output", ", ?" * 9)):
                rows = source.execute(f"SELECT * FROM {table} WHERE item = ?", (identity,))
                target.executemany(f"INSERT INTO {table} VALUES (?{marks})", [(new, *row[1:]) for row in rows])
