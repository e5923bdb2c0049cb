"""Every text of the window exists in every language, and says the same with the same blanks."""

from __future__ import annotations

import ast
import re
import shutil
import xml.etree.ElementTree as ElementTree
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from gui.languages import FOLDER, LANGUAGES
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


@cache
def spoken() -> set[tuple[str, bool]]:
    """Texts of tr and translate as Python reads them, and whether a number goes with each. lupdate passes over some."""
    found = set()
    for path in FOLDER.parent.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
        for node in ast.walk(tree):
            name = ast.unparse(node.func).rpartition(".")[2] if isinstance(node, ast.Call) else ""
            if name not in ("tr", "translate", "QT_TRANSLATE_NOOP") or not isinstance(node, ast.Call):
                continue
            text = node.args[0 if name == "tr" else 1] if len(node.args) > (name != "tr") else None
            if isinstance(text, ast.Constant):
                assert node not in inside, f"{path}:{node.lineno}: lupdate does not see what stands in an f-string"
                found.add((str(text.value), len(node.args) == (3 if name == "tr" else 4)))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_escapes_the_collection(language):
    collected = {source for _, source in messages(file_of(language))}
    missing = {text for text, plural in spoken() if text not in collected and (plural or language != "en")}
    assert missing == set(), "run python -m gui.translations"


def test_a_text_with_a_number_is_a_plural_everywhere():
    assert [text for text, plural in spoken() if "%n" in text and not plural] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_are_spoken_as_plurals(language):
    """At run time: no raw "(s)", the number in its place, in English one form for one and another for many."""
    translator = QTranslator()
    assert translator.load(str(file_of(language).with_suffix(".qm")))
    plurals = [key for key, _ in messages(file_of(language)).items() if "%n" in key[1]]
    assert len(plurals) > 20
    for context, source in plurals:
        one, many = (translator.translate(context, source, "", number) for number in (1, 5))
        for form in (one, many):
            assert form, (context, source)
            assert "%n" in form, (context, source, form)
            assert not re.search(r"\w\((e?s|ren)\)", form), (context, source, form)
        assert (one != many) == (language == "en" and bool(re.search(r"\((e?s|ren)\)", source))), (context, source)


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
