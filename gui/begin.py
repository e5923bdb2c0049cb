"""What begins once the window is painted: the queue, the models, the children; and the end of them all."""

from __future__ import annotations

import shutil
from pathlib import Path

from .catalog import Catalog
from .queue import JobQueue
from .queue_file import QueueFile
from .services import Services
from .settings import Settings
from .theme import Theme
from .workers.child import Child

END_WAIT_MS = 500


def make_services(settings: Settings, theme: Theme, session: Path, *, safe: bool = False) -> Services:
    """Nothing runs and nothing is read by that; all of it lives as long as the settings. safe: remember no jobs."""
    pictures, compute = Child("pictures", session, settings), Child("compute", session, settings)
    queue = JobQueue(compute, QueueFile(session if safe else None), settings)
    return Services(session, pictures, compute, queue, Catalog(parent=settings), settings, theme)


def end_services(services: Services, wait_ms: int = END_WAIT_MS) -> None:
    """End the children, write what is to be remembered, and remove the folder of this run."""
    for child in (services.compute, services.pictures):
        child.stop(wait_ms)
    services.catalog.close()
    services.settings.save()
    shutil.rmtree(services.session, ignore_errors=True)
