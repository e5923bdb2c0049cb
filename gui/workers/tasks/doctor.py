"""What `enhancer doctor` finds on this machine, and the devices alone for a list to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..serving import CallSink
from ..turns import DEVICE


def doctor(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """The findings as plain values, and "lines" as the command line prints them."""
    from enhancer.runtime.doctor import examine

    with DEVICE.short():
        sink.check()
        findings = examine()
    return {**findings.as_json(), "lines": findings.lines()}


def list_devices(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """ "devices": rows of "device" (what a job calls it) and "name" (what its maker calls it), the CPU last."""
    from enhancer.runtime.device import devices

    return {"devices": [{"device": str(one), "name": one.name} for one in devices()]}
