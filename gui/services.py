"""What every page may use, made once at the start: one value, handed down, instead of globals."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .catalog import Catalog
    from .queue import JobQueue
    from .settings import Settings
    from .theme import Theme
    from .workers.child import Child


@dataclass(frozen=True)
class Services:
    """session: folder for pixels between processes. pictures, compute: the two children. queue: jobs for `compute`.

    catalog: the models of the store. settings: what outlives the window. theme: colours and icons.
    """

    session: Path
    pictures: Child
    compute: Child
    queue: JobQueue
    catalog: Catalog
    settings: Settings
    theme: Theme
