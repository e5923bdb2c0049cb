"""What stays open between previews: the last decoded pictures and the last engines. Used by one thread, its lane."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from enhancer.images.image import Image
from enhancer.images.read import read
from enhancer.jobs.enhance import EnhanceJob
from enhancer.models.store import Entry

if TYPE_CHECKING:
    from enhancer.enhance.engine import Engine

T = TypeVar("T")

PICTURES = 2
"""Decoded ones that are kept: the one on the screen, and the one before it."""
ENGINES = 6
"""Enough for a comparison of models and the way back."""


class Warm:
    """Least recently used things go first; a file that changed on the disk is another thing."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[Hashable, Image] = OrderedDict()
        self._engines: OrderedDict[Hashable, Engine] = OrderedDict()

    def picture(self, path: Path, job: EnhanceJob) -> Image:
        """ImageError as from `read`."""
        key = (*_file_key(path), job.max_pixels, job.allow_truncated)
        return _kept(
            self._pictures,
            key,
            PICTURES,
            lambda: read(path, max_pixels=job.max_pixels, allow_truncated=job.allow_truncated),
        )

    def engine(self, entry: Entry, job: EnhanceJob) -> Engine:
        """The engine that a run of the job would use for this model."""
        from enhancer.enhance.engine import Engine
        from enhancer.models.model import open_entry
        from enhancer.runtime.device import choose_device

        device = choose_device(job.device)
        key = (*_file_key(entry.path), str(device), job.precision, job.tile, job.threads)

        def make() -> Engine:
            return Engine(open_entry(entry), device, job.precision, job.tile, job.threads)

        return _kept(self._engines, key, ENGINES, make)


def _file_key(path: Path) -> tuple[str, int, int]:
    """Stands for the content; the file may be missing, which whoever opens it says better."""
    try:
        found = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), found.st_mtime_ns, found.st_size


def _kept(things: OrderedDict[Hashable, T], key: Hashable, most: int, make: Callable[[], T]) -> T:
    if key in things:
        things.move_to_end(key)
        return things[key]
    while len(things) >= most:
        things.popitem(last=False)
    things[key] = made = make()
    return made


WARM = Warm()
"""Of this process."""
