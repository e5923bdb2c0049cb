"""The languages of the window: which there are, and loading their texts and those of Qt itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

FOLDER = Path(__file__).resolve().parent / "translations"
KEY = "look.language"
SYSTEM = "system"
LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""Codes, and names in the language itself."""


def resolve(choice: str, system: QLocale | None = None) -> str:
    """The code of a language that there is: the chosen one, or what the system asks for first, or English."""
    if choice in LANGUAGES:
        return choice
    for name in (system or QLocale.system()).uiLanguages():
        locale = QLocale(name)
        if locale.language() == QLocale.Language.English:
            return "en"
        simplified = locale.script() in (QLocale.Script.SimplifiedHanScript, QLocale.Script.AnyScript)
        if locale.language() == QLocale.Language.Chinese and simplified:
            return "zh_CN"
    return "en"


def install(application: QCoreApplication, choice: str) -> list[QTranslator]:
    """Load the texts and set the locale of numbers; returns what `remove` takes back."""
    code = resolve(choice)
    # With "system" numbers keep the form of the user's country where its language is the window's.
    system = QLocale.system()
    same = choice not in LANGUAGES and system.name().partition("_")[0] == code.partition("_")[0]
    QLocale.setDefault(system if same else QLocale(code))
    loaded = []
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for file in (qt / f"qtbase_{code}.qm", FOLDER / f"enhancer_{code}.qm"):
        translator = QTranslator(application)
        # English has a file too, for its plurals; that of Qt is not needed.
        if file.is_file() and translator.load(str(file)):
            application.installTranslator(translator)
            loaded.append(translator)
        else:
            translator.deleteLater()
    return loaded


def remove(application: QCoreApplication, loaded: list[QTranslator]) -> None:
    for translator in loaded:
        application.removeTranslator(translator)
        translator.deleteLater()
