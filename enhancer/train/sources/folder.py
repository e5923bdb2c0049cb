"""The source `folder`: all pictures below a folder, without classes."""

from __future__ import annotations

from ...events import Sink
from ..configs.gan import GanDataConfig
from ..data import find_pictures
from .source import Part, Source, chosen, decode, root, stamp


def open_folder(config: GanDataConfig, part: Part, sink: Sink) -> Source:
    """The pictures below `data.path`, or of `data.validation` for the test part. DataError if there are none."""
    top = root(config, part)
    found = find_pictures(str(top), "training" if part == "train" else "validation")
    names = [path.relative_to(top).as_posix() for path in found]
    paths = [found[index] for index in chosen(config, part, names, None)]
    return Source(
        count=len(paths),
        labels=None,
        classes=(),
        name=lambda index: paths[index].relative_to(top).as_posix(),
        pixels=lambda index: decode(paths[index]),
        stamp=stamp(paths),
    )
