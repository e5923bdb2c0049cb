"""The journal of a job: what is planned, being put in place, done, failed; it makes running again exact."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ..errors import OutputError
from ..files.atomic import discard, put_in_place
from ..files.hashing import sha256_bytes, sha256_file
from ..files.lock import STATE_FOLDER
from ..files.names import display
from .database import Database
from .failure import Failure
from .item import Item

_PAGE = 500
_EMPTY = sha256_bytes(b"")


@dataclass(frozen=True)
class Fingerprint:
    """What tells that a file is unchanged without reading it: bytes, and nanoseconds of its last change."""

    size: int
    mtime_ns: int

    @classmethod
    def of(cls, path: Path) -> Fingerprint:
        """OSError as `stat` raises it."""
        status = path.stat()
        return cls(status.st_size, status.st_mtime_ns)


@dataclass(frozen=True)
class Written:
    """An output that is complete under its temporary name; `seen` is the fingerprint that a rename keeps."""

    temporary: Path
    final: Path
    seen: Fingerprint
    sha256: str


@dataclass(frozen=True)
class Writing:
    """An item about to be put in place: its inputs as they were when read, its outputs, its facts."""

    key: str
    inputs: tuple[Fingerprint, ...]
    outputs: tuple[Written, ...]
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """How an item stands. state: pending, writing, done, failed or skipped."""

    key: str
    state: str
    outputs: tuple[Path, ...]
    code: str
    reason: str
    facts: Mapping[str, Any]


def journal_path(folder: Path, identity: str, shard: str = "1/1") -> Path:
    """Where the journal of the job with this identity lies for an output folder; each job and
    each shard has its own.
    """
    return folder / STATE_FOLDER / f"journal-{identity[:16]}{shard_mark(shard)}.sqlite"


def shard_mark(shard: str) -> str:
    """What tells the files of shard i/n from those of others: "-i-of-n", nothing for a whole run."""
    return "" if shard == "1/1" else f"-{shard.replace('/', '-of-')}"


class Journal:
    """Use as `with Journal.open(...)`, under the output lock. Safe from any thread. Only OutputError leaves it."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def open(cls, path: Path, identity: str) -> Journal:
        """Open or create the journal of the job whose fingerprint is `identity`.

        OutputError: journal-damaged, journal-newer, journal-foreign, journal-other-job, or that of the disk.
        """
        database = Database(path)
        journal = cls(database)
        try:
            known = journal._get("identity")
            if known is None:
                journal._set("created", datetime.now().astimezone().isoformat(timespec="seconds"))
                journal._set("identity", identity)
            elif known != identity:
                raise OutputError(
                    f"{display(os.fspath(path))} is the journal of another job.",
                    "Choose another output folder, or run the job it was made with.",
                    "journal-other-job",
                )
        except BaseException:
            database.close()
            raise
        return journal

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.database.close()

    @property
    def planned(self) -> bool:
        """Whether a plan was ever completed; one that was interrupted leaves no trace."""
        return self._get("planned") is not None

    def remember(self, name: str, value: Any) -> None:
        """Keep a JSON value with the job, e.g. the tile plan that every later run must use."""
        self._set(f"fact.{name}", value)

    def recall(self, name: str, default: Any = None) -> Any:
        value = self._get(f"fact.{name}")
        return default if value is None else value

    def counts(self) -> dict[str, int]:
        """Items of the newest plan by state; every state is there."""
        counts = dict.fromkeys(("pending", "writing", "done", "failed", "skipped"), 0)
        query = "SELECT state, count(*) FROM item WHERE ordinal IS NOT NULL GROUP BY state"
        for state, count in self.database.rows(query):
            counts[str(state)] = count
        return counts

    def rows(self) -> Iterator[Row]:
        """All items of the newest plan, in its order."""
        for identity, key, state, code, reason, facts in self._pages("key, state, code, reason, facts"):
            outputs = tuple(self._paths("output", identity))
            yield Row(os.fsdecode(key), state, outputs, code, reason, json.loads(facts))

    def unfinished(self) -> Iterator[Item]:
        """The items that are still to be done, in the order of the plan; may be read while others are recorded."""
        for identity, key, params in self._pages("key, params", "AND state = 'pending'"):
            inputs, outputs = self._paths("input", identity), self._paths("output", identity)
            yield Item(os.fsdecode(key), tuple(inputs), tuple(outputs), json.loads(params))

    def replaces(self, key: str) -> tuple[bool, ...]:
        """For each output of the item, whether the plan allows to write over what is there."""
        query = "SELECT replaces FROM output JOIN item ON item.id = output.item WHERE key = ? ORDER BY place"
        return tuple(bool(replaces) for (replaces,) in self.database.rows(query, (os.fsencode(key),)))

    def record_writing(self, group: Sequence[Writing]) -> None:
        """Before anything of the group gets its final name."""
        with self.database.transaction() as connection:
            for item in group:
                query = "UPDATE item SET state = 'writing', facts = ? WHERE key = ? RETURNING id"
                (identity,) = connection.execute(query, (json.dumps(item.facts), os.fsencode(item.key))).fetchone()
                connection.executemany(
                    "UPDATE input SET size = ?, mtime_ns = ? WHERE item = ? AND place = ?",
                    [(seen.size, seen.mtime_ns, identity, place) for place, seen in enumerate(item.inputs)],
                )
                connection.executemany(
                    "UPDATE output SET temporary = ?, size = ?, mtime_ns = ?, sha256 = ? WHERE item = ? AND place = ?",
                    [(*_columns(output), identity, place) for place, output in enumerate(item.outputs)],
                )

    def record_ended(self, done: Sequence[str], failures: Mapping[str, Failure] | None = None) -> None:
        """Items whose outputs all have their final names, and items that failed, by key."""
        with self.database.transaction() as connection:
            connection.executemany(
                "UPDATE item SET state = 'done', code = '', reason = '' WHERE key = ?",
                [(os.fsencode(key),) for key in done],
            )
            connection.executemany(
                "UPDATE item SET state = 'failed', code = ?, reason = ?, facts = ? WHERE key = ?",
                [
                    (failure.code, failure.reason, json.dumps(dict(failure.facts)), os.fsencode(key))
                    for key, failure in (failures or {}).items()
                ],
            )

    def record_pending(self, keys: Sequence[str]) -> None:
        """Back to the start: nothing of these items is in place."""
        with self.database.transaction() as connection:
            query = "UPDATE item SET state = 'pending' WHERE key = ?"
            connection.executemany(query, [(os.fsencode(key),) for key in keys])

    def recover(self) -> tuple[int, int]:
        """Settle what a killed run left between rename and record, under the output lock.

        An item whose outputs are all there, finally or under their temporary names, with the recorded hash,
        is finished; of any other the pieces are removed and it is pending. Returns how many of each.
        """
        finished = again = 0
        for identity, key in self.database.rows("SELECT id, key FROM item WHERE state = 'writing'"):
            if self._settle(identity):
                self.record_ended([os.fsdecode(key)])
                finished += 1
            else:
                self.record_pending([os.fsdecode(key)])
                again += 1
        return finished, again

    def _settle(self, identity: int) -> bool:
        query = "SELECT path, temporary, size, sha256, replaces FROM output WHERE item = ? ORDER BY place"
        in_place, waiting, complete = [], [], True
        for path, temporary, size, sha256, replaces in self.database.rows(query, (identity,)):
            final, beside = Path(os.fsdecode(path)), Path(os.fsdecode(temporary))
            if size and has_content(final, 0, _EMPTY):
                discard(final)  # a name claimed where there are no hard links, killed before the rename over it
            if has_content(final, size, sha256):
                in_place.append(final)
                discard(beside)  # a hard link to it, where the kill came between linking and unlinking
            else:
                complete = complete and has_content(beside, size, sha256)
                waiting.append((beside, final, bool(replaces)))
        try:
            while complete and waiting:
                beside, final, replace = waiting.pop()
                put_in_place(beside, final, replace=replace)
                in_place.append(final)
        except OutputError:
            complete = False
        if not complete:
            for path in [*in_place, *(beside for beside, _, _ in waiting)]:
                discard(path)
        return complete

    def _pages(self, columns: str, condition: str = "") -> Iterator[tuple[Any, ...]]:
        """The id and the columns, paged by ordinal, so that no cursor stays open while others write."""
        query = f"SELECT ordinal, id, {columns} FROM item WHERE ordinal > ? {condition} ORDER BY ordinal LIMIT ?"
        last = -1
        while page := self.database.rows(query, (last, _PAGE)):
            for _, *row in page:
                yield tuple(row)
            last = page[-1][0]

    def _paths(self, table: str, identity: int) -> list[Path]:
        query = f"SELECT path FROM {table} WHERE item = ? ORDER BY place"
        return [Path(os.fsdecode(path)) for (path,) in self.database.rows(query, (identity,))]

    def _get(self, name: str) -> Any:
        found = self.database.rows("SELECT value FROM job WHERE name = ?", (name,))
        return json.loads(str(found[0][0])) if found else None

    def _set(self, name: str, value: Any) -> None:
        with self.database.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO job VALUES (?, ?)", (name, json.dumps(value)))


def _columns(output: Written) -> tuple[bytes, int, int, str]:
    return os.fsencode(output.temporary), output.seen.size, output.seen.mtime_ns, output.sha256


def has_content(path: Path, size: int, sha256: str) -> bool:
    """Whether the file is there with this size and hash."""
    with suppress(OSError):
        return path.stat().st_size == size and sha256_file(path) == sha256
    return False
