"""Another language while the program runs: a new window, the same children and jobs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from gui import languages
from gui.program import Program
from gui.settings import Settings, settings_file


@pytest.fixture
def program(qapp):
    before = QLocale()
    settings = Settings(settings_file())
    settings.set("look.language", "en")
    made = Program(qapp, settings)
    yield made
    made.end()
    languages.remove(qapp, made._translators)
    made.window.deleteLater()
    made.deleteLater()
    QLocale.setDefault(before)
    qapp.setStyleSheet("")


@pytest.mark.parametrize(
    ("choice", "system", "code"),
    [
        ("en", "zh_CN", "en"),
        ("zh_CN", "en_GB", "zh_CN"),
        ("system", "zh_CN", "zh_CN"),
        ("system", "zh_SG", "zh_CN"),
        ("system", "zh_TW", "zh_CN"),  # nearer than English
        ("system", "de_DE", "en"),
        ("nonsense", "en_US", "en"),
    ],
)
def test_the_language_is_the_chosen_one_or_that_of_the_system(choice, system, code):
    assert languages.resolve(choice, QLocale(system)) == code


def test_the_window_is_built_anew_and_the_children_stay(program, qtbot):
    first = program.open(page="settings")
    qtbot.waitUntil(lambda: first.page is not None, timeout=20_000)
    services = program.services()
    services.pictures.start()
    pid = services.pictures.pid
    assert QLocale().name().startswith("en")
    program.settings.set("look.language", "zh_CN")
    qtbot.waitUntil(lambda: program.window is not first, timeout=20_000)
    second = program.window
    qtbot.waitUntil(lambda: second.page is not None, timeout=20_000)
    assert second.isVisible()
    assert second.current == "settings"
    assert QLocale().name() == "zh_CN"
    # Qt's own texts, which the program brings along with PySide6.
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert (services.pictures.pid, program.services()) == (pid, services)
    assert program.window.page.language.value == "zh_CN"


def test_what_happened_last_time_is_said_once(program, qtbot, own_house):
    from gui.widgets.notice import Notice

    state = own_house / "state"
    state.mkdir()
    (state / "window-999000111-0.log").write_text("a trace")
    window = program.open(page="settings")
    qtbot.waitUntil(lambda: bool(window.findChildren(Notice)), timeout=6_000)
    (notice,) = [one for one in window.findChildren(Notice) if "unexpectedly" in one.text.text()]
    assert "crash-" in notice.text.text()
    notice.close_button.click()
    assert not notice.isVisible()
