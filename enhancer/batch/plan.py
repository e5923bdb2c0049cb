"""The plan: which items are to be done, decided and checked as a whole before any work, then kept in the journal.

It is gathered in temporary tables and becomes the plan in one transaction at its end: an interrupted or
refused plan leaves no trace, and memory stays flat however many items there are.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Literal

from ..errors import OutputError, SpecError
from ..events import NullSink, Sink
from ..files.fault import fault
from ..files.names import display, shorten
from .item import Item
from .journal import Journal
from .kin import Kin, Maker
from .staging import PlannedInput, PlannedItem, PlannedOutput, Staging, file_identity

IfExists = Literal["skip", "overwrite", "rename", "error"]

_LISTED = 3
MADE_BEFORE = "An earlier job made it from another picture here; name it alone to work on it."


@dataclass(frozen=True)
class LeftOut:
    """Something found that is not worked on: `skipped` (a note) or `failed` (the user asked for it)."""

    key: str
    code: str
    reason: str
    state: Literal["skipped", "failed"] = "skipped"


@dataclass(frozen=True)
class PlanSummary:
    """How many items there are of each kind before work; `done` ones were finished by an earlier run."""

    pending: int
    done: int
    skipped: int
    failed: int

    @property
    def total(self) -> int:
        return self.pending + self.done + self.skipped + self.failed


def make_plan(
    candidates: Iterable[Item | LeftOut],
    journal: Journal,
    if_exists: IfExists = "error",
    shard: str = "1/1",
    sink: Sink | None = None,
    kin: Kin | None = None,
    chosen: bool = False,
) -> PlanSummary:
    """Decide about every candidate and record the plan; made again, it plans the rest of a resumed or grown job.

    Finished by an earlier run, inputs unchanged, outputs as they were left: stays done. An output that this
    job did not make follows `if_exists`; one that is an input never does. An input that this job made is no
    input, and one that another job made here (`kin` knows) is left out with a note, unless it was `chosen` by
    name. With `shard` i/n only items whose key falls into that part are planned; collisions and inputs in danger
    are looked for in the whole, existing outputs in the part.

    OutputError before any work: input-overwritten, collision, exists. SpecError for a shard that cannot be.
    """
    index, shards = parse_shard(shard)
    sink = sink or NullSink()
    journal.recover()
    with journal.database.transaction() as connection:
        staging = Staging(connection)
        planner = _Planner(staging, if_exists, kin, chosen)
        for number, candidate in enumerate(candidates):
            if number % 256 == 0:
                sink.check()
            planner.add(candidate, shards == 1 or shard_of(candidate.key, shards) == index)
            fault("after_plan_row")
        planner.refuse()
        staging.merge()
        staging.drop()
    counts = journal.counts()
    return PlanSummary(counts["pending"], counts["done"], counts["skipped"], counts["failed"])


def parse_shard(text: str) -> tuple[int, int]:
    """The numbers i and n of "i/n", 1 <= i <= n."""
    first, _, second = text.partition("/")
    if first.isdecimal() and second.isdecimal() and 1 <= int(first) <= int(second):
        return int(first), int(second)
    raise SpecError(f"{display(text)!r} is not a shard.", "Write i/n, for example 2/4 for the second of four parts.")


def shard_of(key: str, shards: int) -> int:
    """The part, 1 to `shards`, that a key belongs to: by its hash, so the same on every machine."""
    digest = hashlib.sha256(os.fsencode(key)).digest()
    return int.from_bytes(digest[:8], "big") % shards + 1


class _Planner:
    """Decides about one candidate after the other; `refuse` raises what can be known only about all."""

    def __init__(self, staging: Staging, if_exists: IfExists, kin: Kin | None, chosen: bool) -> None:
        self._staging = staging
        self._kin = kin
        self._chosen = chosen
        self._if_exists = if_exists
        self._existing: list[Path] = []
        self._existing_count = 0

    def add(self, candidate: Item | LeftOut, mine: bool) -> None:
        known = self._staging.known(candidate.key)
        if isinstance(candidate, LeftOut):
            self._enter(self._left_out(candidate, known), mine)
            return
        maker = "" if self._chosen else self._maker(candidate)
        if maker == "another job":
            self._enter(self._left_out(LeftOut(candidate.key, "made-before", MADE_BEFORE), known), mine)
        elif not maker:
            self._enter(self._decide(candidate, known, mine), mine)

    def _maker(self, item: Item) -> Maker:
        if any(self._staging.is_own_output(path) for path in item.inputs):
            return "this job"
        found = [self._kin.maker(path) for path in item.inputs] if self._kin else []
        return next((maker for maker in found if maker), "")

    def refuse(self) -> None:
        """OutputError for whatever stands against doing all of this; the worst first."""
        if pairs := self._staging.overwritten_inputs(_LISTED):
            which = "; ".join(
                _show(output) + ("" if output == source else f" is {_show(source)}") for output, source in pairs
            )
            raise OutputError(
                f"An output would be written over an input: {which}.",
                "Inputs are never changed: choose another folder with -o, or another name with --name.",
                "input-overwritten",
            )
        if pairs := self._staging.collisions(_LISTED):
            which = "; ".join(
                f"two inputs would become {_show(first)}"
                if first == second
                else f"{_show(first)} and {_show(second)} are one file on some systems"
                for first, second in pairs
            )
            raise OutputError(
                f"Outputs would collide: {which}.",
                "Choose names that differ with --name, or number them with --if-exists rename.",
                "collision",
            )
        if self._existing_count:
            which = ", ".join(map(_show, self._existing))
            unlisted = self._existing_count - len(self._existing)
            more = f" and {unlisted} more" if unlisted else ""
            earlier = self._kin is not None and all(self._kin.maker(path) == "another job" for path in self._existing)
            maker = "a job with other settings or another model made" if earlier else "this job did not make"
            raise OutputError(
                f"There are outputs already that {maker}: {which}{more}.",
                "Choose another folder with -o, or --if-exists skip, overwrite or rename.",
                "exists",
            )

    def _enter(self, item: PlannedItem, mine: bool) -> None:
        if self._staging.enter(item, mine):
            return
        first = self._staging.inputs_of(item.key)
        if first != [one.path for one in item.inputs]:  # else the same thing was named twice
            raise OutputError(
                f"Two items have the name {display(item.key)!r}: {', '.join(map(_show, first))} and others.",
                "Give them to separate runs with separate output folders.",
                "collision",
            )

    def _left_out(self, left: LeftOut, known: PlannedItem | None) -> PlannedItem:
        kept = known or PlannedItem(left.key, (), ())
        return replace(kept, state=left.state, code=left.code, reason=display(left.reason), facts="{}")

    def _decide(self, item: Item, known: PlannedItem | None, mine: bool) -> PlannedItem:
        try:
            inputs = tuple(map(PlannedInput.of, item.inputs))
        except OSError as error:
            code = "vanished" if isinstance(error, FileNotFoundError) else "unreadable"
            reason = f"{display(str(error.filename))}: {error.strerror}."
            return self._left_out(LeftOut(item.key, code, reason, "failed"), known)
        outputs = tuple(PlannedOutput(path, path) for path in item.outputs)
        if known and tuple(output.asked for output in known.outputs) == item.outputs:
            outputs = known.outputs
            unchanged = _same(inputs, known.inputs)
            if known.state == "done" and unchanged and all(output.is_ours() for output in outputs):
                return replace(known, inputs=inputs, outputs=outputs)
        planned = PlannedItem(
            item.key,
            inputs,
            tuple(self._place(item.key, output) for output in outputs),
            known.params if known else json.dumps(dict(item.params)),
            id=known.id if known else 0,
        )
        foreign = [output.path for output in planned.outputs if output.file]
        if foreign and mine and self._if_exists == "error":
            self._existing_count += len(foreign)
            self._existing.extend(foreign[: _LISTED - len(self._existing)])
        if foreign and self._if_exists == "skip":
            reason = f"{_show(foreign[0])} exists and was not made by this job."
            return replace(planned, state="skipped", code="exists", reason=reason)
        return planned

    def _place(self, key: str, output: PlannedOutput) -> PlannedOutput:
        """The output with its final path, whether that may be written over, and whose file is there."""
        if output.is_ours():
            return replace(output, replaces=True)
        foreign = os.path.lexists(output.path)
        if self._if_exists == "rename":
            if foreign or self._staging.is_taken(output.path, key):
                output = PlannedOutput(output.asked, self._free_name(output.asked, key))
            return output
        if not foreign:
            return output
        try:
            file = file_identity(output.path)
        except OSError:
            file = "unknown"  # a broken link: it leads to no input
        return replace(output, replaces=self._if_exists == "overwrite", file=file)

    def _free_name(self, path: Path, key: str) -> Path:
        for number in count(2):
            mark = f"-{number}"
            name = shorten(path.name, len(mark))
            suffix = Path(name).suffix
            candidate = path.with_name(f"{name.removesuffix(suffix)}{mark}{suffix}")
            if not os.path.lexists(candidate) and not self._staging.is_taken(candidate, key):
                return candidate
        raise AssertionError("numbers do not end")


def _show(path: Path) -> str:
    return display(os.fspath(path))


def _same(first: Sequence[PlannedInput], second: Sequence[PlannedInput]) -> bool:
    return [(one.path, one.seen) for one in first] == [(one.path, one.seen) for one in second]
