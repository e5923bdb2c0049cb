"""The registry of networks: one family a file, one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...registry import Registry

if TYPE_CHECKING:
    from .network import Network

NETWORKS: Registry[type[Network]] = Registry(
    "network",
    __name__,
    [
        ("plain", ".plain:Plain"),
        ("repeat", ".repeat:Repeat"),
    ],
)
