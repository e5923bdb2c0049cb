"""The whole window with real content, looked at with care: in both languages and themes, small and large.

What is computed stands in `tests.helpers_gui_audit`. The pseudo language finds what was never handed to a translator.
"""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from gui.languages import install, remove
from gui.pages import PAGES
from tests.gui.drawn import draw_photos
from tests.helpers_gui_audit import PseudoTranslator, hover, pale, squeezed, unnamed, untranslated

SIZES = ((1024, 700), (2560, 1440))
PSEUDO = "pseudo"


def settle(qtbot, window) -> None:
    """Until what was asked of the children is there."""
    qtbot.wait(50)
    services = window._provide()
    qtbot.waitUntil(lambda: not services.pictures.busy and not services.compute.busy, timeout=60_000)
    qtbot.wait(50)


def fill(qtbot, window, folder) -> None:
    """Content on every page: a picture with a preview, a batch that was planned, digits, a folder to learn from."""
    photos = draw_photos(folder / "photos", 3, 96)
    (photos / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    window.open_paths([photos / "picture-0.png"])
    settle(qtbot, window)
    window.open_paths([photos])
    settle(qtbot, window)
    for name in ("generate", "train", "models", "settings"):
        window.show_page(name)
        settle(qtbot, window)
    window.show_page("train")
    window.page.take({"data": str(photos)})
    settle(qtbot, window)


@pytest.fixture(scope="module", params=["en", "zh_CN", PSEUDO])
def language(request):
    return request.param


@pytest.fixture
def filled(qtbot, qapp, language, tmp_path, request):
    """A window in a language with content on all pages."""
    if language == PSEUDO:
        translators = [PseudoTranslator(qapp)]
        qapp.installTranslator(translators[0])
    else:
        translators = install(qapp, language)
    window = request.getfixturevalue("window")
    fill(qtbot, window, tmp_path)
    yield window
    remove(qapp, translators)


def each_view(qtbot, window):
    """Every page at every size, drawn."""
    for size in SIZES:
        window.resize(*size)
        for name in PAGES:
            window.show_page(name)
            qtbot.wait(20)
            for _ in range(5):  # styles and layouts that wait for their turn, however slow the machine is
                QApplication.sendPostedEvents()
                QApplication.processEvents()
            yield f"{name} at {size[0]}x{size[1]}"


def buttons(page):
    return [one for kind in (QPushButton, QToolButton) for one in page.findChildren(kind) if one.isVisible()]


def test_nothing_is_cut_off_unnamed_pale_or_left_in_english(qtbot, filled, language):
    window, found = filled, []
    for theme in ("light", "dark") if language != PSEUDO else ("light",):
        window._provide().theme.mode = theme
        for where in each_view(qtbot, window):
            page = window.page
            if language == PSEUDO:  # its texts are longer than any real ones
                found += [f"{where}: {one}" for one in untranslated(window)]
                continue
            found += [f"{where}, {theme}: {one}" for one in squeezed(window)]
            if theme == "light":
                found += [f"{where}: no name: {one}" for one in unnamed(window)]
            found += [f"{where}, {theme}: {one}" for one in pale(window, window)]
            for one in buttons(page):
                hover(one)
            found += [f"{where}, {theme}, hovered: {one}" for one in pale(window, page)]
            for one in buttons(page):
                hover(one, False)
            page.setEnabled(False)
            found += [f"{where}, {theme}, disabled: {one}" for one in pale(window, page)]
            page.setEnabled(True)
    found = list(dict.fromkeys(found))
    assert not found, f"{len(found)} findings\n" + "\n".join(found[:60])
