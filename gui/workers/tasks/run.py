"""Any job, from its values to its report: the same as `enhancer run` makes of the job's file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancer.jobs import SPECS, run as run_job

from ..serving import CallSink
from ..turns import DEVICE, JobSink


def run(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "job", the values of a job file. The report as plain values; a cancelled one is a report too."""
    values = arguments["job"]
    job = SPECS.get(str(values["kind"])).from_mapping(values, "the job")
    with DEVICE.job():
        return run_job(job, JobSink(sink, DEVICE)).as_json()
