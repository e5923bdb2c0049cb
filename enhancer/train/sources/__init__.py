"""The registry of data sources: one kind of place that pictures come from a file, one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...registry import Registry

if TYPE_CHECKING:
    from .source import OpenSource

SOURCES: Registry[OpenSource] = Registry(
    "data source",
    __name__,
    [
        ("folder", ".folder:open_folder"),
        ("classes", ".classes:open_classes"),
        ("mnist", ".mnist:open_mnist"),
        ("cifar10", ".cifar10:open_cifar10"),
        ("imagenet", ".imagenet:open_imagenet"),
        ("shards", ".shards:open_shards"),
    ],
)
