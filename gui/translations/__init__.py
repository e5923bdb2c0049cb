"""Languages of the window: English in the sources, the others as compiled files beside this one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""By the name of their locale, each called in its own words."""
SYSTEM = "system"
FOLDER = Path(__file__).parent


def language_of(choice: str) -> str:
    """The language for a choice of the settings; for "system" the first of the system's that there is."""
    if choice in LANGUAGES:
        return choice
    for name in QLocale.system().uiLanguages():
        locale = QLocale(name)
        for known in LANGUAGES:
            if QLocale(known).language() == locale.language():
                return known
    return "en"


def install(language: str) -> list[QTranslator]:
    """Translate from now on; hand what comes back to `remove` before another language is installed."""
    application = QCoreApplication.instance()
    assert application is not None
    QLocale.setDefault(QLocale(language))
    if language == "en":
        return []
    found = []
    places = (
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"enhancer_{language}", str(FOLDER)),
    )
    for name, folder in places:
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
            found.append(translator)
    return found


def remove(translators: list[QTranslator]) -> None:
    application = QCoreApplication.instance()
    assert application is not None
    for translator in translators:
        application.removeTranslator(translator)
        translator.deleteLater()
