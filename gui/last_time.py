"""What the window says at its start of how it ended last time: a crash, settings that were bad, jobs that are left."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from . import units
from .main_window import MainWindow
from .services import Services
from .widgets.notice import Notice


def tell_of_last_time(window: MainWindow, services: Services, crash_log: Path | None) -> None:
    """A message for each that applies, above the page."""
    translate = QCoreApplication.translate
    close = services.theme.icon("close", "muted")
    if crash_log is not None:
        text = translate("LastTime", "The window ended unexpectedly last time. What is known about it stands in {log}")
        show = QUrl.fromLocalFile(str(crash_log.parent))
        window.notify(
            Notice(
                text.format(log=units.place(crash_log)),
                [(translate("LastTime", "Show in folder"), lambda: _discard(QDesktopServices.openUrl(show)))],
                tone="warning",
                close_icon=close,
                parent=window,
            )
        )
    if services.settings.kept_bad is not None:
        text = translate(
            "LastTime", "The settings could not be read, so the defaults are used. The old file is now {file}"
        )
        window.notify(
            Notice(
                text.format(file=units.place(services.settings.kept_bad)),
                tone="warning",
                close_icon=close,
                parent=window,
            )
        )
    left = services.queue.left_over()
    if left:
        text = translate("LastTime", "%n job(s) had not ended when the window closed: {names}", None, len(left))
        names = ", ".join(job.title for job in left[:3]) + (", …" if len(left) > 3 else "")
        window.notify(
            Notice(
                text.replace("%n", units.count(len(left))).format(names=names),
                [
                    (translate("LastTime", "Go on"), lambda: _discard(services.queue.take_up())),
                    (translate("LastTime", "Forget"), services.queue.forget),
                ],
                parent=window,
            )
        )


def _discard(_: object) -> None:
    """For a callback whose result nobody wants."""
