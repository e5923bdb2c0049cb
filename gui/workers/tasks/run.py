"""Any job, from its values to its report: the same as `enhancer run` makes of the job's file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancer.jobs import SPECS
from enhancer.jobs import run as run_job

from ..serving import CallSink
from ..turns import DEVICE, JobSink

MOST_ITEMS = 200
"""In the report that goes to the window, where a longer line would be felt. Each item's end was told as an event."""


def run(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "job", the values of a job file. The report as plain values; a cancelled one is a report too.

    A report of many items comes without them, "left_out" says of how many.
    """
    values = arguments["job"]
    job = SPECS.get(str(values.get("kind", "")) or "(no kind)").from_mapping(values, "the job")
    with DEVICE.job():
        report = run_job(job, JobSink(sink, DEVICE))
    left_out = len(report.items) if len(report.items) > MOST_ITEMS else 0
    plain = report.as_json() | {"left_out": left_out}
    return plain | {"items": []} if left_out else plain
