"""`enhancer doctor`: the core examines, this prints."""

from __future__ import annotations

from ..command import cli_command
from ..exits import FATAL, OK
from ..options import json_option
from ..running import show


@cli_command(
    examples=[
        ("enhancer doctor", ""),
        ("enhancer doctor --json > doctor.json", "To go with a report of a fault."),
    ]
)
@json_option()
def command(as_json: bool) -> int:
    """Check this machine: versions, devices, memory, models.

    Computes a small picture with a known answer on every device in every precision. Says for each problem
    what to do about it. Ends with 1 if something would keep pictures from being enhanced correctly.
    """
    from enhancer.runtime.doctor import examine

    findings = examine()
    show(findings, as_json)
    return OK if findings.healthy else FATAL
