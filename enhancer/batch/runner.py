"""Running a batch: reader threads, the one thread that works, writer threads, the one that commits; bounded.

Knows items and three stages, nothing of their meaning. One bad item never stops the rest; what ends a run is
a disk that takes no more, a journal that cannot be kept, or an order to stop.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sized
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import Cancelled
from ..events import NullSink, Sink
from ..files.atomic import discard, sweep
from ..files.oserrors import output_error
from .bounded import Bounded
from .commit import Committer, Ended, seal
from .failure import Failure, failure_in_reading, failure_in_work, failure_in_writing
from .item import Item, Staged, Stages
from .journal import Fingerprint, Journal
from .progress import ItemSink, Progress

_READ_AHEAD = 64  # items at most; for pictures the bytes are the bound that counts
_GROUP = 64  # items at most whose flush and journal rows go together
_LAST_WAIT = 2.0  # seconds for threads that nobody needs any more
_POLL = 0.1  # seconds in which an order to stop is heard while there is nothing to work on


@dataclass(frozen=True)
class BatchOutcome:
    """counts: all items of the plan by state (without a journal, those of this run).

    done, failed: what this run did; seconds: how long it took.
    """

    counts: Mapping[str, int]
    done: int
    failed: int
    seconds: float


@dataclass(frozen=True)
class _Passing:
    """An item between two stages: its inputs as they were when read, and what the stage before made of it."""

    item: Item
    inputs: tuple[Fingerprint, ...]
    thing: Any


def run_items(
    items: Iterable[Item] | None,
    stages: Stages,
    journal: Journal | None = None,
    sink: Sink | None = None,
    *,
    readers: int = 2,
    writers: int = 2,
    memory_bytes: int = 512 * 2**20,
    replace: bool = False,
    sync: bool = True,
) -> BatchOutcome:
    """Do all items, by default what the journal has unfinished; `stages.work` runs in the caller's thread.

    memory_bytes bounds what was read ahead (one item may exceed it alone). Without a journal `replace` says
    whether outputs may be written over; with one the plan has said it. `sync=False` leaves it to the system
    when content reaches the disk, for outputs that are worthless after a power cut.

    Raises Cancelled (after what was worked on is in place and recorded) and OutputError (no-space, read-only,
    a journal that fails): then nothing is half written and the rest is pending. Other trouble is its item's.
    """
    if journal is not None:
        journal.recover()
    if items is None:
        items = journal.unfinished() if journal is not None else ()
    run = _Run(items, stages, journal, sink or NullSink(), memory_bytes, replace, sync)
    return run.run(max(readers, 1), max(writers, 1))


class _Run:
    def __init__(
        self,
        items: Iterable[Item],
        stages: Stages,
        journal: Journal | None,
        sink: Sink,
        memory_bytes: int,
        replace: bool,
        sync: bool,
    ) -> None:
        self._items = iter(items)
        self._items_lock = threading.Lock()
        self._stages = stages
        self._journal = journal
        self._sink = sink
        self._loaded: Bounded[_Passing] = Bounded(_READ_AHEAD, memory_bytes)
        self._results: Bounded[_Passing] = Bounded(1)  # results are large, and each writer holds one more
        self._ended: Bounded[Ended] = Bounded(2 * _GROUP)
        self._committer = Committer(journal, sink, replace, sync)
        self._progress = self._make_progress(items)
        self._folders: set[Path] = set()
        self._folders_lock = threading.Lock()
        self._readers_left = 0
        self._fatal: BaseException | None = None
        self._started = time.monotonic()

    def run(self, readers: int, writers: int) -> BatchOutcome:
        self._readers_left = readers
        reading = [self._start(self._read_all, f"read {n}") for n in range(readers)]
        writing = [self._start(self._write_all, f"write {n}") for n in range(writers)]
        committing = self._start(self._commit_all, "commit")
        try:
            stopped = self._work_all()
            # Whatever was worked on is finished, also when the order was to stop.
            self._results.close()
            for thread in writing:
                thread.join()
            self._ended.close()
            committing.join()
        except BaseException as error:  # a second interrupt: leave at once; the committer leaves no halves
            self._stop(error)
            self._results.close(discard=True)
            self._ended.close()
            committing.join(_LAST_WAIT)
            raise
        for thread in reading:  # a decoder that is still busy with what nobody wants any more is not waited for
            thread.join(_LAST_WAIT)
        if self._fatal is not None:
            raise self._fatal
        if stopped is not None:
            raise stopped
        self._progress.finish()
        done, failed = self._committer.done, self._committer.failed
        counts = self._journal.counts() if self._journal else {"done": done, "failed": failed}
        return BatchOutcome(counts, done, failed, time.monotonic() - self._started)

    def _work_all(self) -> Cancelled | None:
        """The device's loop. Returns the order to stop, if one came."""
        try:
            while not self._loaded.ended and self._fatal is None:
                self._sink.check()
                loaded = self._loaded.get(_POLL)
                if loaded is not None:
                    self._work(loaded)
                del loaded  # not to be held while waiting for the next
        except Cancelled as error:
            return error
        finally:
            self._loaded.close(discard=True)
        return None

    def _work(self, loaded: _Passing) -> None:
        item = loaded.item
        self._progress.work_on(item.key, 0.0)
        try:
            thing = self._stages.work(item, loaded.thing, ItemSink(self._sink, self._progress, item.key))
        except Cancelled:
            raise
        except Exception as error:
            self._fail(item, failure_in_work(error))
        else:
            self._results.put(_Passing(item, loaded.inputs, thing))
            self._progress.end_one()

    def _read_all(self) -> None:
        try:
            while self._loaded.wait_for_room():
                with self._items_lock:
                    item = next(self._items, None)
                if item is None:
                    return
                self._read(item)
        finally:
            with self._items_lock:
                self._readers_left -= 1
                if self._readers_left == 0:
                    self._loaded.close()

    def _read(self, item: Item) -> None:
        try:
            before = tuple(map(Fingerprint.of, item.inputs))
            thing, size = self._stages.read(item)
            after = tuple(map(Fingerprint.of, item.inputs))
        except Cancelled:
            raise
        except Exception as error:
            self._fail(item, failure_in_reading(error, item))
            return
        if before != after:
            reason = "The input changed while it was read; run the same command again when it is complete."
            self._fail(item, Failure("changed", reason))
        else:
            self._loaded.put(_Passing(item, after, thing), size)

    def _write_all(self) -> None:
        while not self._results.ended:
            result = self._results.get()
            try:
                if result is not None and self._fatal is None:
                    ended = self._write(result)
                    if not self._ended.put(ended):
                        self._committer.abandon([ended])
            except BaseException as error:
                self._stop(error)  # and go on taking results, so that nobody waits for room
            del result

    def _write(self, result: _Passing) -> Ended:
        item = result.item
        staged: list[Staged] = []
        try:
            for output in item.outputs:
                self._make_folder(output.parent)
            staged, facts = self._stages.write(item, result.thing)
            json.dumps(dict(facts))  # what cannot be recorded must not get as far as the journal
            return seal(item, result.inputs, staged, facts)
        except Exception as error:
            for one in staged:
                discard(one.temporary)
            if isinstance(error, Cancelled):
                raise
            return Ended(item, failure=failure_in_writing(error, item))

    def _commit_all(self) -> None:
        while not self._ended.ended:
            first = self._ended.get()
            group = [] if first is None else [first]
            # What ended while the last group was committed makes the next: no waiting when items are slow.
            while group and len(group) < _GROUP and (more := self._ended.get(timeout=0)) is not None:
                group.append(more)
            try:
                if self._fatal is None:
                    self._committer.commit(group)
                else:
                    self._committer.abandon(group)
            except BaseException as error:
                self._stop(error)

    def _fail(self, item: Item, failure: Failure) -> None:
        self._progress.end_one()
        self._ended.put(Ended(item, failure=failure))

    def _make_folder(self, folder: Path) -> None:
        with self._folders_lock:
            if folder in self._folders:
                return
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise output_error(error, folder) from error
            sweep(folder)
            self._folders.add(folder)

    def _start(self, target: Callable[[], None], name: str) -> threading.Thread:
        def guarded() -> None:
            try:
                target()
            except BaseException as error:
                self._stop(error)

        # Daemons, so that a run that is told twice to stop ends although an encoder is still busy.
        thread = threading.Thread(target=guarded, name=f"enhancer {name}", daemon=True)
        thread.start()
        return thread

    def _stop(self, error: BaseException) -> None:
        if self._fatal is None:
            self._fatal = error
        self._loaded.close(discard=True)

    def _make_progress(self, items: Iterable[Item]) -> Progress:
        if self._journal is None:
            return Progress(self._sink, len(items) if isinstance(items, Sized) else None)
        counts = self._journal.counts()
        total = sum(counts.values())
        return Progress(self._sink, total, total - counts["pending"])
