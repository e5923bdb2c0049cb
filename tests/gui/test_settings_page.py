"""The page of settings, by real clicks, with the real children for what they know."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from gui import defaults
from gui.about import About
from gui.doctor import Doctor
from gui.pages.settings import SettingsPage
from gui.widgets.notice import Notice


@pytest.fixture
def page(qtbot, services):
    page = SettingsPage(services)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    return page


def press(qtbot, place: QWidget, text: str):
    (button,) = [one for one in place.findChildren(QPushButton) if one.text() == text and one.isVisible()]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_is_chosen_here_is_what_new_jobs_get(page, services, qtbot):
    assert defaults.job_defaults(services.settings) == {}
    page.format.setFocus()
    qtbot.keyClick(page.format, Qt.Key.Key_Down)
    page.format.activated.emit(page.format.currentIndex())
    page.threads.box.stepUp()
    page.quality.box.setValue(80)
    page.device.setCurrentIndex(page.device.findData("cpu"))
    page.device.activated.emit(page.device.currentIndex())
    chosen = defaults.job_defaults(services.settings)
    assert chosen == {"format": "jpeg", "threads": 1, "quality": 80, "device": "cpu"}
    from enhancer.jobs.enhance import EnhanceJob

    assert EnhanceJob(inputs=("a.png",), **chosen).format == "jpeg"


def test_the_theme_changes_at_once(page, services, qtbot):
    qtbot.mouseClick(page.theme.button("dark"), Qt.MouseButton.LeftButton)
    assert services.theme.dark
    qtbot.mouseClick(page.theme.button("light"), Qt.MouseButton.LeftButton)
    assert not services.theme.dark


def test_everything_goes_back_to_the_defaults_and_that_can_be_taken_back(page, services, qtbot):
    services.settings.set("pages.batch.columns", [1])
    qtbot.mouseClick(page.theme.button("dark"), Qt.MouseButton.LeftButton)
    page.threads.box.setValue(3)
    press(qtbot, page, "Back to the defaults")
    assert not defaults.job_defaults(services.settings)
    assert (page.theme.value, page.threads.whole) == ("system", 0)
    assert services.settings.get("pages.batch.columns", []) == [1]
    notice = page.findChild(Notice)
    qtbot.waitUntil(notice.isVisible)
    press(qtbot, notice, "Take back")
    assert (page.theme.value, page.threads.whole, services.theme.dark) == ("dark", 3, True)


def test_the_machine_is_examined_when_the_fold_is_opened(page, qtbot):
    doctor = page.findChild(Doctor)
    assert doctor.fold.button.text() == "This machine"
    doctor.fold.opened = True
    assert not doctor.again.isEnabled()
    qtbot.waitUntil(doctor.again.isEnabled, timeout=60_000)
    assert doctor.verdict.text().startswith(("All is well", "Everything computes"))
    qtbot.mouseClick(doctor.copy, Qt.MouseButton.LeftButton)
    assert "photo-x2" in QGuiApplication.clipboard().text()
    # The devices were asked for when the page was shown, and are answered before the examination.
    assert page.device.itemText(page.device.findData("cpu")).startswith("Processor: ")


def test_the_notices_name_qt_and_what_else_is_inside(page, qtbot):
    about = page.findChild(About)
    about.fold.opened = True
    qtbot.waitUntil(lambda: about.table.rowCount() > 0, timeout=30_000)
    rows = {
        about.table.item(row, 0).text().casefold(): about.table.item(row, 2).text()
        for row in range(about.table.rowCount())
    }
    assert {"torch", "numpy", "pillow", "opencv-python-headless", "pyside6_essentials", "shiboken6"} <= set(rows)
    assert "LGPL" in rows["pyside6_essentials"]
    assert all(rows.values())
    assert "Lesser General Public License" in about.qt.text()


def test_a_language_is_chosen_for_the_next_window(page, services, qtbot):
    qtbot.mouseClick(page.language.button("zh_CN"), Qt.MouseButton.LeftButton)
    assert services.settings.get("look.language", "") == "zh_CN"
