"""What the settings say about new jobs: fields of EnhanceJob that the user chose once for all."""

from __future__ import annotations

from typing import Any

from .settings import Settings

DEVICE, THREADS = "defaults.device", "defaults.threads"
FORMAT, QUALITY = "defaults.format", "defaults.quality"


def job_defaults(settings: Settings) -> dict[str, Any]:
    """Only fields that differ from the job's own defaults: "device", "threads", "format", "quality"."""
    chosen: dict[str, Any] = {
        "device": settings.get(DEVICE, "auto"),
        "threads": settings.get(THREADS, 0),
        "format": settings.get(FORMAT, ""),
        "quality": settings.get(QUALITY, 0),
    }
    usual: dict[str, Any] = {"device": "auto", "threads": 0, "format": "", "quality": 0}
    return {name: value for name, value in chosen.items() if value != usual[name]}


def computed_by(settings: Settings) -> list[str]:
    """Device and threads that were chosen, as the command line says them."""
    chosen = job_defaults(settings)
    return [word for name in ("device", "threads") if name in chosen for word in (f"--{name}", str(chosen[name]))]
