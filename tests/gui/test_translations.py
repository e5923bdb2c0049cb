"""Every text of the window exists in every language, and says the same with the same blanks."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from gui.languages import LANGUAGES
from gui.translations.__main__ import collect, compile_file, file_of, untranslated


def messages(path: Path) -> dict[tuple[str, str], list[str]]:
    """(context, source) to its translations: several for plurals."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            found[context.findtext("name", ""), message.findtext("source", "")] = forms
    return found


@pytest.fixture(scope="module", params=LANGUAGES)
def collected(request, tmp_path_factory) -> tuple[Path, Path]:
    """The file of a language as it is, and brought up to date with the sources."""
    shipped = file_of(request.param)
    fresh = tmp_path_factory.mktemp("ts") / shipped.name
    shutil.copyfile(shipped, fresh)
    collect(fresh)
    return shipped, fresh


def test_all_texts_of_the_sources_are_in_the_file_and_no_others(collected):
    shipped, fresh = (set(messages(path)) for path in collected)
    assert fresh - shipped == set(), "run python -m gui.translations"
    assert shipped - fresh == set(), "run python -m gui.translations"


def test_all_texts_are_translated(collected):
    assert untranslated(collected[1]) == []


def test_blanks_are_the_same_in_a_translation(collected):
    for (context, source), forms in messages(collected[0]).items():
        wanted = sorted(re.findall(r"\{[^}]*\}|%n|%\d", source))
        for form in forms:
            assert sorted(re.findall(r"\{[^}]*\}|%n|%\d", form)) == wanted, (context, source, form)


def test_access_keys_and_ellipses_are_kept(collected):
    for (context, source), forms in messages(collected[0]).items():
        for form in forms:
            assert source.endswith(("...", "…")) == form.endswith(("...", "…", "……")), (context, source, form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_is_that_of_the_texts(language, tmp_path):
    source = file_of(language)
    compile_file(source, tmp_path / "fresh.qm")
    shipped, fresh = QTranslator(), QTranslator()
    assert shipped.load(str(source.with_suffix(".qm")))
    assert fresh.load(str(tmp_path / "fresh.qm"))
    for context, text in messages(source):
        for number in (1, 2) if "%n" in text else (-1,):
            said = shipped.translate(context, text, "", number)
            assert said == fresh.translate(context, text, "", number), "run python -m gui.translations"
            assert said, (context, text)
