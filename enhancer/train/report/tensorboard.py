"""RUN/tensorboard/: the run's log for TensorBoard where that is installed; otherwise nothing happens."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .. import log
from .film import read_picture
from .scores import group_of, number

FOLDER = "tensorboard"


def write_tick(run_dir: Path, row: Mapping[str, Any], picture: Path | None = None) -> None:
    """One row of metrics.jsonl with its preview, and all events so far as a list.

    Each tick is a file of its own that begins by taking back what earlier files say of this moment and later ones. So
    a run that goes on from a checkpoint, or returns to one, leaves no trace of what was undone, and nothing has to be
    kept open or remembered between ticks.
    """
    try:
        from torch.utils.tensorboard import SummaryWriter
    except ImportError:
        return
    images = row["images"]
    with SummaryWriter(str(run_dir / FOLDER), purge_step=images) as writer:
        for name in row:
            value = number(row, name)
            if name != "images" and value is not None:
                writer.add_scalar(f"{group_of(name)}/{name}", value, images)
        pixels = read_picture(picture) if picture is not None else None
        if pixels is not None:
            writer.add_image("preview", pixels, images, dataformats="HWC")
        if events := log.read_events(run_dir):
            lines = [f"- {event['images']:,} images: {event.get('sentence', '')}" for event in events]
            writer.add_text("events", "\n".join(lines), images)
