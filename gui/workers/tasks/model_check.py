"""Whether a model computes what its card says on this machine, as `enhancer models check` finds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..serving import CallSink
from ..turns import DEVICE


def check(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "model", a name or a file; "device". The checks as plain values."""
    from enhancer.evaluate.check import check as find

    with DEVICE.short():
        return find(arguments["model"], arguments.get("device", "auto")).as_json()
