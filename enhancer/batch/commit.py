"""The last step of a batch: what is written gets its final name exactly once, and the journal knows."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import EnhancerError, OutputError
from ..events import ItemDone, Sink
from ..files.atomic import discard, flush, flush_folder, put_in_place
from ..files.fault import fault
from ..files.hashing import sha256_file
from ..files.oserrors import STOPS_THE_RUN, output_error
from .failure import Failure, failure_in_work
from .item import Item, Staged
from .journal import Fingerprint, Journal, Writing, Written


@dataclass(frozen=True)
class Ended:
    """An item on its way out: complete under temporary names (`writing`), or failed."""

    item: Item
    writing: Writing | None = None
    failure: Failure | None = None


def seal(item: Item, inputs: Sequence[Fingerprint], staged: Sequence[Staged], facts: Mapping[str, Any]) -> Ended:
    """Size and hash of what a stage wrote; ValueError if that is not exactly the outputs of the item."""
    if tuple(one.final for one in staged) != item.outputs:
        raise ValueError("the stage did not write the outputs of the item in their order")
    written = tuple(
        Written(one.temporary, one.final, Fingerprint.of(one.temporary), sha256_file(one.temporary)) for one in staged
    )
    return Ended(item, Writing(item.key, tuple(inputs), written, dict(facts)))


class Committer:
    """Takes groups of ended items; one thread only. `replace` counts where there is no journal to say it.

    The order is what makes a kill at any moment harmless: content to the disk, journal row `writing` with the
    hashes, rename, journal row `done`. One flush and two journal transactions serve the whole group.
    """

    def __init__(self, journal: Journal | None, sink: Sink, replace: bool, sync: bool) -> None:
        self._journal = journal
        self._sink = sink
        self._replace = replace
        self._sync = sync
        self.done = 0
        self.failed = 0

    def commit(self, group: Sequence[Ended]) -> None:
        """Put in place and record. OutputError ends the run; then nothing of the group is half done."""
        writing = [one.writing for one in group if one.writing]
        try:
            self._secure(writing)
        except BaseException:
            self.abandon(group)
            raise
        placed: list[str] = []
        failures = {one.item.key: one.failure for one in group if one.failure}
        left = list(writing)
        try:
            while left:
                fault("before_rename")
                failure = self._place(left[0])
                fault("after_rename")
                if failure is None:
                    placed.append(left[0].key)
                else:
                    failures[left[0].key] = failure
                left.pop(0)
        except BaseException:
            self._record(placed, failures)
            self._take_back(left)
            self._tell(group, set(placed), failures)
            raise
        if self._sync:
            for folder in {output.final.parent for item in writing for output in item.outputs}:
                flush_folder(folder)
        self._record(placed, failures)
        self._tell(group, set(placed), failures)

    def abandon(self, group: Sequence[Ended]) -> None:
        """Remove what was written for items that are not put in place; they are to be done again."""
        self._take_back([one.writing for one in group if one.writing])

    def _secure(self, writing: Sequence[Writing]) -> None:
        if self._sync:
            paths = [output.temporary for item in writing for output in item.outputs]
            try:
                flush(paths)
            except OSError as error:
                raise output_error(error, paths[0]) from error
        if self._journal is not None and writing:
            self._journal.record_writing(writing)

    def _place(self, item: Writing) -> Failure | None:
        replaces = self._journal.replaces(item.key) if self._journal else (self._replace,) * len(item.outputs)
        placed: list[Path] = []
        for number, (output, replace) in enumerate(zip(item.outputs, replaces, strict=True)):
            try:
                put_in_place(output.temporary, output.final, sync=False, replace=replace)
            except OutputError as error:
                for later in item.outputs[number:]:
                    discard(later.temporary)
                for path in placed:
                    discard(path)
                if error.code in STOPS_THE_RUN:
                    raise
                return failure_in_work(error)
            if not replace:
                placed.append(output.final)
        return None

    def _record(self, placed: Sequence[str], failures: Mapping[str, Failure]) -> None:
        if self._journal is not None:
            self._journal.record_ended(placed, failures)
        self.done += len(placed)
        self.failed += len(failures)

    def _take_back(self, writing: Sequence[Writing]) -> None:
        for item in writing:
            for output in item.outputs:
                discard(output.temporary)
        if self._journal is not None and writing:
            with suppress(EnhancerError):  # a journal that cannot be written: the next run settles these rows
                self._journal.record_pending([item.key for item in writing])

    def _tell(self, group: Sequence[Ended], placed: set[str], failures: Mapping[str, Failure]) -> None:
        for one in group:
            key = one.item.key
            if key in placed and one.writing:
                outputs = tuple(map(os.fspath, one.item.outputs))
                self._sink.emit(ItemDone(key, "done", outputs, facts=one.writing.facts))
            elif key in failures:
                failure = failures[key]
                self._sink.emit(ItemDone(key, "failed", (), failure.code, failure.reason, failure.facts))
