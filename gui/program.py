"""The program in order: application, look, window, first paint; then services and messages; and the way out.

The first paint waits for nothing else: what it does not need is imported and made after it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from .languages import KEY as LANGUAGE
from .languages import SYSTEM, install, remove
from .main_window import MainWindow
from .settings import Settings, settings_file
from .theme import Theme
from .workers.pixels import session_folder

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

    from .crash import CrashLog
    from .services import Services

PICTURES_AFTER_MS, COMPUTE_AFTER_MS = 100, 1_000
"""After the first paint: so long the children wait, so that the window has the processor for itself."""
STOP_WAIT_MS = 600
"""At a signal of the system: so long a job may take to stop where it is safe."""


def run(paths: Sequence[Path] = (), *, safe: bool = False, page: str = "") -> int:
    """Open the window and stay until it is closed; the exit status."""
    if safe:
        _draw_by_software()
    QApplication.setStyle("Fusion")  # before there is an application, so that no other style is loaded
    QApplication.setApplicationName("Enhancer")
    QApplication.setDesktopFileName("enhancer")
    application = QApplication(["enhancer-gui"])
    application.setQuitOnLastWindowClosed(False)  # a new window takes the place of the old one with another language
    program = Program(application, Settings(None if safe else settings_file()), safe=safe)
    program.ended.connect(application.quit)
    program.open(paths, page)
    with program.watching:
        return application.exec()


class Program(QObject):
    """Holds the window, and makes it anew when the language changes; the children and the queue stay as they are.

    Signals: ended() when the window has closed and everything else with it.
    """

    ended = Signal()

    def __init__(self, application: QApplication, settings: Settings, *, safe: bool = False) -> None:
        super().__init__(application)
        self._application, self._safe = application, safe
        self.settings = settings
        settings.setParent(self)
        self._session = session_folder()
        self.theme = Theme(settings, self._session, self)
        self.watching = ExitStack()
        self._translators: list[QTranslator] = []
        self._starting: list[QTimer] = []
        self._window: MainWindow | None = None
        self._services: Services | None = None
        self._log: CrashLog | None = None
        self._ended = self._started = False
        settings.changed.connect(self._setting_changed)

    @property
    def window(self) -> MainWindow:
        assert self._window is not None, "opened first"
        return self._window

    def services(self) -> Services:
        """Made at the first question, which comes after the first paint."""
        if self._services is None:
            from .begin import make_services

            self._services = make_services(self.settings, self.theme, self._session, safe=self._safe)
        return self._services

    def open(self, paths: Sequence[Path] = (), page: str = "") -> MainWindow:
        """The first window. paths: opened in it once it is painted."""
        self._translators = install(self._application, self.settings.get(LANGUAGE, SYSTEM))
        window = self._new_window(page)
        window.first_painted.connect(self._start_rest)
        if paths:
            window.first_painted.connect(lambda: window.open_paths(paths))
        window.show()
        return window

    def rebuild(self) -> None:
        """A new window in the language of the settings in the place of the old one."""
        old = self.window
        old.leave()
        remove(self._application, self._translators)
        self._translators = install(self._application, self.settings.get(LANGUAGE, SYSTEM))
        window = self._new_window(old.current)
        window.setWindowState(old.windowState())
        self._surround(window)
        window.show()
        window.pages.take_over(old.pages.hand_over())
        old.closing.disconnect(self.end)
        old.close()
        old.deleteLater()

    def stop(self) -> None:
        """As the system asks: close without a question, within a second."""
        self.window.closing_questions.stop_and_close(STOP_WAIT_MS)

    def end(self) -> None:
        """The window has closed: everything else ends too."""
        if self._ended:
            return
        self._ended = True
        for timer in self._starting:
            timer.stop()
        self.window.hide()
        if self._services is not None:
            from .begin import end_services

            end_services(self._services)
        self.settings.save()
        self.watching.close()
        if self._log is not None:
            self._log.close()
        self.ended.emit()

    def _new_window(self, page: str) -> MainWindow:
        window = MainWindow(self.settings, self.theme, self.services, page)
        window.closing.connect(self.end)
        self._window = window
        return window

    def _start_rest(self) -> None:
        """After the first paint: faults and signals, bars and messages, then the children one after the other."""
        if self._started:
            return
        self._started = True
        self._watch()
        self.theme.follow_system()
        services = self.services()
        self._surround(self.window)
        for child, wait_ms in ((services.pictures, PICTURES_AFTER_MS), (services.compute, COMPUTE_AFTER_MS)):
            # Not `singleShot`, whose timer would outlive a window that is closed before.
            timer = QTimer(child, singleShot=True, interval=wait_ms)
            timer.timeout.connect(child.start)
            self._starting.append(timer)
            timer.start()
        QTimer.singleShot(0, self, self._set_icon)
        if not self._safe:
            QTimer.singleShot(0, self, self._tell_of_last_time)

    def _watch(self) -> None:
        from .crash import CrashLog, Faults, state_folder
        from .signals import signals_call

        if not self._safe:
            self._log = CrashLog(state_folder())
        faults = Faults(self._log, self)
        faults.found.connect(self._show_fault)
        faults.watch()
        self.watching.callback(faults.unwatch)
        self.watching.enter_context(signals_call(self.stop, self))

    def _surround(self, window: MainWindow) -> None:
        from .foot import surround

        surround(window, self.services())

    def _set_icon(self) -> None:
        from PySide6.QtGui import QGuiApplication, QIcon

        QGuiApplication.setWindowIcon(QIcon(str(Path(__file__).resolve().parent / "desktop" / "enhancer.svg")))

    def _tell_of_last_time(self) -> None:
        from .crash import crashed_before, state_folder
        from .last_time import tell_of_last_time

        tell_of_last_time(self.window, self.services(), crashed_before(state_folder()))

    def _show_fault(self, title: str, details: str) -> None:
        from .fault_dialog import show_fault

        show_fault(self._window, title, details)

    def _setting_changed(self, key: str) -> None:
        # Not in the middle of the click that changed it: its widget goes with the old window.
        if key == LANGUAGE and self._window is not None:
            QTimer.singleShot(0, self, self.rebuild)


def _draw_by_software() -> None:
    from PySide6.QtCore import Qt

    QApplication.setAttribute(Qt.ApplicationAttribute.AA_UseSoftwareOpenGL)
    os.environ["QT_WIDGETS_RHI"] = "0"
    os.environ["QT_OPENGL"] = "software"
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_XCB_GL_INTEGRATION", "none")
        os.environ.setdefault("LIBGL_ALWAYS_SOFTWARE", "1")
    for effect in (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateTooltip):
        QApplication.setEffectEnabled(effect, False)
