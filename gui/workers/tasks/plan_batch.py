"""The dry run of an EnhanceJob for a table: every picture with its sizes, model, time and disk, in blocks of rows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from enhancer.events import ItemDone

from ..serving import CallSink
from ..turns import DEVICE

if TYPE_CHECKING:
    from enhancer.jobs.enhance_plan import EnhancePlan
    from enhancer.jobs.enhance_preview import PreviewItem

BLOCK = 200
"""Rows in one event: the window takes an event at a time and must stay quick."""
DECISIVE = frozenset({"model", "size", "fidelity", "precision", "device", "tile", "threads", "format", "quality"})
"""Fields of the job that its speed depends on."""
ROWS = "rows"
"""Key of the events that carry rows, in `facts["rows"]`, each a list in the order of `row_of`."""


def plan_batch(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "job", values of an EnhanceJob.

    Events: Progressed, whose text is the number of files looked at, then ItemDone with rows. The result has the sums.
    """
    from enhancer.jobs.enhance import EnhanceJob
    from enhancer.jobs.enhance_preview import preview

    def measured(plan: EnhancePlan) -> tuple[dict[str, float], str]:
        values = {name: value for name, value in plan.job.to_mapping().items() if name in DECISIVE}
        with DEVICE.short():
            sink.check()
            return _speed(json.dumps(values))

    found = preview(EnhanceJob.from_mapping(arguments["job"], "the job"), sink, measured)
    for at in range(0, len(found.items), BLOCK):
        sink.check()
        rows = [row_of(item) for item in found.items[at : at + BLOCK]]
        sink.emit(ItemDone(ROWS, "planned", facts={"rows": rows}))
    return {
        "counts": dict(found.counts),
        "seconds": found.seconds,
        "bytes": found.bytes,
        "free": found.free,
    }


@lru_cache(maxsize=32)
def _speed(values: str) -> tuple[dict[str, float], str]:
    """Measured once for all that decides it, not after each change of a folder or a name."""
    from enhancer.jobs.enhance import EnhanceJob
    from enhancer.jobs.enhance_plan import prepare
    from enhancer.jobs.enhance_preview import measure_speed

    return measure_speed(prepare(EnhanceJob(inputs=(".",), **json.loads(values))))


def row_of(item: PreviewItem) -> list[Any]:
    """All its fields, in their order, which is that of the table's `Row`."""
    return list(vars(item).values())
