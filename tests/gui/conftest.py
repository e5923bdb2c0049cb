"""The window under test: offscreen, with a house of its own; what Qt complains of or a test leaves behind fails it."""

from __future__ import annotations

import gc
import os

# Before Qt is loaded, and so that children and trainings inherit it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import pytest
from PySide6.QtCore import QEvent, QObject, QProcess, QThread, QTimer, QtMsgType, QTranslator, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

HARMLESS = (
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
    "QStandardPaths: XDG_RUNTIME_DIR not set",
)
"""What the offscreen platform says of itself."""


@pytest.fixture(autouse=True)
def own_house(tmp_path, monkeypatch):
    """Settings, state and models of this test only; the shipped models are there."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("CONFIG", "STATE", "MODELS"):
        monkeypatch.setenv(f"ENHANCER_{name}", str(home / name.lower()))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    return home


@pytest.fixture(scope="session")
def qapp_cls():
    return QApplication


@pytest.fixture(scope="session")
def qapp_args():
    return ["enhancer-gui", "-style", "Fusion"]


@pytest.fixture(autouse=True)
def nothing_is_left(qapp):
    """Fails a test on a warning of Qt, and on a widget, timer, thread or process that outlives it."""
    gc.freeze()  # what was there before, torch above all, need not be looked at after each test
    said: list[str] = []

    def hear(kind: QtMsgType, context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and kind != QtMsgType.QtInfoMsg and not text.startswith(HARMLESS):
            said.append(text)

    before_widgets = set(map(id, QApplication.topLevelWidgets()))
    qInstallMessageHandler(hear)
    try:
        yield
        _settle()
    finally:
        qInstallMessageHandler(None)
    left = [
        f"widget {widget!r}"
        for widget in QApplication.topLevelWidgets()
        if id(widget) not in before_widgets and widget.isVisible()
    ]
    left += [
        f"process {process.program()} {process.arguments()}" for process in _alive(QProcess) if process.processId()
    ]
    left += [f"thread {thread!r}" for thread in _alive(QThread) if thread.isRunning() and thread != qapp.thread()]
    left += [f"timer {timer!r} of {timer.parent()!r}" for timer in _alive(QTimer) if timer.isActive()]
    for widget in QApplication.topLevelWidgets():
        if id(widget) not in before_widgets:
            widget.close()
            widget.deleteLater()
    _settle()
    assert not said, "Qt complained"
    assert not left, "left behind"


def _settle() -> None:
    """Let deletions that wait for the event loop happen."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
    gc.collect()


def _alive(kind: type[QObject]) -> list:
    """Of those that Python knows; the ones Qt keeps for itself are its own affair."""
    import shiboken6

    return [thing for thing in gc.get_objects() if issubclass(type(thing), kind) and shiboken6.isValid(thing)]


@pytest.fixture
def make_services(qapp):
    """Makes `Services`, as a start of the program would; several in one test are several starts. Ended afterwards."""
    from gui.begin import end_services, make_services
    from gui.settings import Settings, settings_file
    from gui.theme import Theme
    from gui.workers.pixels import session_folder

    made = []

    def build(**more):
        settings, session = Settings(settings_file()), session_folder()
        made.append(make_services(settings, Theme(settings, session, settings), session, **more))
        return made[-1]

    yield build
    for services in made:
        end_services(services)
        services.settings.deleteLater()
        assert not services.session.exists()
    qapp.setStyleSheet("")


@pytest.fixture
def services(make_services):
    """The real ones; the children start when first asked."""
    return make_services()


@pytest.fixture
def window(qtbot, services):
    """The main window at 1280x800, shown, its first page built."""
    from gui.foot import surround
    from gui.main_window import MainWindow

    window = MainWindow(services.settings, services.theme, lambda: services)
    surround(window, services)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: window.page is not None, timeout=20_000)
    yield window
    window.leave()
    window.close()
    window.deleteLater()


@pytest.fixture
def chinese(qapp):
    """The shipped translation."""
    from gui import languages

    translator = QTranslator(qapp)
    assert translator.load(str(languages.FOLDER / "enhancer_zh_CN.qm"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    translator.deleteLater()
