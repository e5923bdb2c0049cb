"""What the core says is said in the window's language: by its sentence, or at least by its code; nothing is lost."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QTranslator

from enhancer.batch.scan import _REASONS
from enhancer.errors import EnhancerError
from gui import languages
from gui.core_words import SENTENCES_INSIDE, all_in_words, failure_in_words, in_words
from gui.core_words.codes import CODES
from gui.core_words.matching import TABLES, find
from gui.widgets.batch.row import Row, ended
from gui.widgets.failure import FailureNote
from gui.widgets.train.words import event_text
from gui.workers.protocol import Failure

CORE = Path(__file__).parents[2] / "enhancer"
TASKS = CORE.parent / "gui" / "workers" / "tasks"
OUT_OF_REACH = (
    "evaluate",
    "features",
    "metrics",
    "train/feature_training",
    "train/report",
    "train/write_shards.py",
    "jobs/enhance_stream.py",
    "jobs/run_demo.py",
)
"""Of the core, where no way leads from the window: commands of their own, and pipes."""
RAISED = re.compile(r"[A-Z]\w*Error|OutputInUse|LeftOut|Problem|Warned|damaged|cut_off|not_supported")
FOREIGN = frozenset({"AttributeError", "ValueError", "TypeError", "OSError", "KeyError", "RuntimeError"})
PARTS = frozenset({"DatabaseError", "ExifError", "AssertionError"})
"""Of the core itself: caught there, and told inside of another sentence."""

OF_PARTS = frozenset(
    {
        "There are outputs already that 12: 1212.",
        "12 1212 and stay beyond 12: they explode.",
        "12, and a lower learning rate did not help.",
        ", or use --allow-truncated to fill what is missing.",
        " of it.",
        "over the lazy dog, 0123456789.",
    }
)
"""Halves of sentences, and with halves in them; whole ones are looked at below. And a picture's text."""


@pytest.fixture
def chinese(qapp) -> Iterator[None]:
    translator = QTranslator(qapp)
    assert translator.load(str(languages.FOLDER / "enhancer_zh_CN.qm"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    translator.deleteLater()


def sources() -> list[Path]:
    out = [CORE / name for name in OUT_OF_REACH]
    found = (path for path in sorted(CORE.rglob("*.py")) if not any(path.is_relative_to(one) for one in out))
    return [*found, *sorted(TASKS.glob("*.py"))]


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).rpartition(".")[2]
            if RAISED.fullmatch(name) and name not in FOREIGN | PARTS:
                yield name, node


def constants(path: Path) -> dict[str, str]:
    """Names of texts at the top of a file."""
    nodes = (node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.Assign))
    return {
        ast.unparse(node.targets[0]): node.value.value
        for node in nodes
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }


def written(node: ast.expr) -> list[str]:
    """What a text of the source may become, with 12 for what is filled in; [] if it is made elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*written(node.body), *written(node.orelse)]
    if isinstance(node, ast.BinOp):
        return [a + b for a in written(node.left) for b in written(node.right)]
    if not isinstance(node, ast.JoinedStr):
        return []
    texts = [""]
    for part in node.values:
        if isinstance(part, ast.Constant):
            texts = [text + str(part.value) for text in texts]
        else:
            assert isinstance(part, ast.FormattedValue)
            fills = written(part.value) or ["12"]
            texts = [text + fill for text in texts for fill in fills]
    return texts


def test_every_code_of_the_core_has_a_sentence():
    codes = {code for code in _REASONS if code != "device"}
    for path in [*sorted(CORE.rglob("*.py")), *sorted(TASKS.glob("*.py"))]:
        named = constants(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "default_code":
                codes.add(ast.literal_eval(node.value))
        for name, call in calls(path):
            asked = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
            place = 1 if name in ("LeftOut", "Warned") else 2
            asked += call.args[place : place + 1] if name != "Problem" else []
            told = [code for one in asked for code in written(one)]
            told += [named[one.id] for one in asked if isinstance(one, ast.Name) and one.id in named]
            codes.update(code for code in told if re.fullmatch("[a-z-]+", code))
    assert len(codes) > 50
    assert codes - CODES.keys() - {"note", "rollback", "finding"} == set()


def told(name: str, call: ast.Call) -> list[str]:
    """The sentences of a call: message and hint, or reason, or what is wrong with a file."""
    places = {"Warned": (0, 1), "LeftOut": (2, 3), "damaged": (1, 3), "cut_off": (1, 3), "not_supported": (1, 3)}
    first, end = places.get(name, (0, 2))
    texts = [written(node) for node in call.args[first:end]]
    if name == "not_supported":
        texts[0] = [f"12 {text}." for text in texts[0]]
    # What is nothing but facts is put together of parts that are told elsewhere.
    return [text for some in texts for text in some if text.strip(" 12.:") and text not in OF_PARTS]


def is_known(text: str) -> bool:
    parts = [text, *re.split(r"(?<=[.?])\s+", text)]
    known = [
        any(not found.sentence.could_be_anything or not found.facts.keys() & SENTENCES_INSIDE for found in find(part))
        for part in parts
    ]
    return known[0] or all(known[1:])


def test_every_sentence_that_the_window_can_meet_is_known():
    said = [
        (f"{path.relative_to(CORE.parent)}:{call.lineno}", text)
        for path in sources()
        for name, call in calls(path)
        for text in told(name, call)
    ]
    assert len(said) > 400
    unknown = [f"{where}: {text}" for where, text in said if not is_known(text)]
    assert not unknown, "add these to a table of gui/core_words:\n" + "\n".join(unknown)


SPOKEN = ("images", "enhance", "batch/scan.py", "train/monitors", "train/healing.py", "train/adversarial/compiling.py")
"""Where notes, losses and what monitors saw are written: texts that end with a full stop."""


def test_every_note_of_the_core_is_known():
    said = []
    for path in (path for name in SPOKEN for path in sorted([*(CORE / name).rglob("*.py"), CORE / name])):
        if path.suffix != ".py":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inner = {
            part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.Expr) for part in ast.walk(node)
        }
        outer = {node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)}
        for node in (set(ast.walk(tree)) - inner) | outer:
            if isinstance(node, ast.Constant | ast.JoinedStr):
                texts = [re.sub(r"\{:[^}]*\}", "12", text) for text in written(node)]
                said += [(path.name, text) for text in texts if re.fullmatch(r".* .* .*[a-z0-9]\.", text)]
    assert len(said) > 60
    unknown = [f"{where}: {text}" for where, text in said if not is_known(text) and text not in OF_PARTS]
    assert not unknown, "add these to a table of gui/core_words:\n" + "\n".join(unknown)


def test_no_hint_names_an_option_of_the_command_line():
    shown = [entry if isinstance(entry, str) else entry[1] for table in TABLES for entry in table]
    assert [text for text in shown if re.search(r"(^|\s)--?[a-z]+\b", text)] == []


def test_in_english_the_core_is_heard_as_it_speaks(qapp):
    text = "coast.png is damaged: a checksum is wrong."
    assert in_words(text, "unreadable") == text
    failure = Failure(text, "Get a fresh copy of it.", "unreadable", "trace")
    assert failure_in_words(failure) is failure
    assert in_words("anything at all", "unreadable") == "anything at all"


def test_in_english_hints_of_the_command_line_become_those_of_the_window(qapp):
    hint = "Choose another folder with -o, or --if-exists skip, overwrite or rename."
    said = failure_in_words(Failure("There are outputs already that this job did not make: a.png.", hint, "exists"))
    assert said.message == "There are outputs already that this job did not make: a.png."
    assert said.hint == "Choose another folder, or say in the settings what to do where such a file exists."


@pytest.mark.usefixtures("chinese")
class TestInChinese:
    def test_facts_are_kept(self):
        assert in_words("coast.png is damaged: a checksum is wrong.") == "coast.png 已损坏：校验和不对。"
        said = in_words("a.tif has 20000x10000 pixels, more than the limit of 100,000,000 in all.")
        assert "20000x10000" in said
        assert "100,000,000" in said

    def test_several_sentences_follow_one_another(self):
        said = all_in_words(["CIELAB converted to sRGB.", "The file is cut off; the missing part was filled."])
        assert said == "已将 CIELAB 转换为 sRGB。文件不完整；缺失部分已填充。"
        text = "coast.png is empty. Get a fresh copy of it."
        assert in_words(text) == "coast.png 是空文件。请重新获取一份。"

    def test_names_may_look_like_sentences(self):
        assert in_words("IMG. No. 3. png is empty.") == "IMG. No. 3. png 是空文件。"
        assert in_words("{0} {x}.png is empty.") == "{0} {x}.png 是空文件。"

    def test_what_no_table_knows_becomes_the_sentence_of_its_code(self):
        failure = Failure("The frobnicator of coast.png is loose.", "Tighten it.", "unreadable", "trace")
        said = failure_in_words(failure)
        assert said.message == "无法读取图片。"
        assert said.hint == ""
        assert said.details == "The frobnicator of coast.png is loose. Tighten it.\n\ntrace"

    def test_an_unknown_cause_in_a_known_sentence_is_told_in_the_details(self):
        said = failure_in_words(Failure("a.png is damaged: the decoder says: zlib stream -3.", "", "unreadable"))
        assert said.message == "a.png 已损坏：解码器报告：原因见原文。"
        assert "zlib stream -3" in said.details

    def test_what_the_window_says_itself_stays(self):
        failure = Failure("训练意外结束。", "详情列出它最后写的几行。", "crashed", "trace")
        assert failure_in_words(failure) == failure

    @pytest.mark.parametrize(
        ("sentence", "said"),
        [
            (
                "The losses reach 1,200 and stay beyond 1,000: they explode.",
                "损失达到 1,200，一直超出 1,000：数值爆炸。",
            ),
            (
                "The critic's scores of real and generated pictures are 900 apart and stay beyond 800: they explode.",
                "评判器对真实图片和生成图片的评分相差 900，一直超出 800：数值爆炸。",
            ),
            (
                "8 ticks without a better fid than 12.5, and a lower learning rate did not help. The run ends here.",
                "已有 8 次评估没有比 12.5 更好的 FID，降低学习率也无济于事。训练到此结束。",
            ),
            (
                "There are outputs already that this job did not make: /a/1.png, /a/2.png and 3 more.",
                "已有不是由本任务生成的输出：/a/1.png、/a/2.png 等，另有 3 个。",
            ),
            (
                "Outputs would collide: two inputs would become /a/1.png; two inputs would become /a/2.png.",
                "输出文件名会冲突：两张原图都会成为 /a/1.png; 两张原图都会成为 /a/2.png。",
            ),
            (
                "Get a fresh copy, or use --allow-truncated to fill what is missing.",
                "请重新获取一份，或在设置中允许不完整的图片以填充缺失部分。",
            ),
            ("4 of another class than asked", "4 个不属于所要求的类别"),
            ("mine is a PDF document, which is not read.", "mine 是 PDF 文档，无法读取这种格式。"),
        ],
    )
    def test_sentences_in_sentences_are_translated_too(self, sentence, said):
        assert in_words(sentence) == said

    def test_a_monitor_is_heard(self):
        sentence = "The samples got worse again: FID 120.4, after 31.2 at its best."
        back = "Back to 4,000 images, lr times 0.5 (now 0.5)."
        _, said = event_text({"kind": "rollback", "images": 5000, "sentence": f"{sentence} {back}"})
        assert said.endswith(
            "样本又变差了：FID 为 120.4，最好时为 31.2。回到第 4,000 张图片处，学习率乘以 0.5（现为 0.5）。"
        )

    def test_a_row_of_a_batch_keeps_the_original_for_its_tooltip(self):
        reason = "coast.png is cut off: its end is missing. Get a fresh copy of it."
        row = ended(Row("coast.png", "pending"), "failed", (), "truncated", reason)
        assert row.reason == "coast.png 不完整：文件末尾缺失。请重新获取一份。"
        assert row.original == reason

    def test_the_note_shows_it_and_copies_the_original_too(self, qtbot):
        note = FailureNote()
        qtbot.addWidget(note)
        note.show_failure(Failure("coast.png is empty.", "Get a fresh copy of it.", "unreadable"))
        assert (note.message.text(), note.hint.text()) == ("coast.png 是空文件。", "请重新获取一份。")
        assert "coast.png is empty." in note.details.toPlainText()
        assert not note.fold.isHidden()


def go_wrong(folder: Path, kind: str) -> None:
    """Something that the core refuses."""
    from enhancer.images.read import read
    from enhancer.models.store import Store

    path = folder / "海岸-1.png"
    Image.new("RGB", (64, 64), "teal").save(path)
    png = path.read_bytes()
    contents = {"broken": png[:60] + bytes([png[60] ^ 0xFF]) + png[61:], "text": b"hello " * 99, "empty": b""}
    if kind in contents | {"pdf": b""}:
        path.write_bytes(contents.get(kind, b"%PDF-1.4\n%\x00"))
        read(path)
    match kind:
        case "too large":
            read(path, max_pixels=10)
        case "no such picture":
            read(folder / "1.png")
        case "a folder":
            read(folder)
        case "cut off":
            jpeg = folder / "2.jpg"
            Image.effect_noise((64, 64), 50).save(jpeg)
            jpeg.write_bytes(jpeg.read_bytes()[:-400])
            read(jpeg)
        case "no model":
            Store.default().find("42")
        case "no model file":
            Store.default().find(str(folder / "42.safetensors"))
        case _:
            plan(folder, kind)


def plan(folder: Path, kind: str) -> None:
    """Plan an enhancement that cannot be."""
    from enhancer.events import NullSink
    from enhancer.jobs.enhance import EnhanceJob
    from enhancer.jobs.enhance_preview import preview

    inputs, name, output = [str(folder / "海岸-1.png")], "", folder / "out"
    if kind == "exists":
        output.mkdir()
        (output / "海岸-1.png").write_bytes(b"mine")
        name = "{stem}.{ext}"
    if kind == "collision":
        Image.new("RGB", (9, 9)).save(folder / "2.png")
        inputs, name = [str(folder)], "1.png"
    if kind == "no pictures":
        (folder / "3").mkdir()
        inputs = [str(folder / "3")]
    if kind == "name":
        name = "{0}"
    values = {"inputs": inputs, "output": f"{output}/"} | ({"name": name} if name else {})
    values |= {"quality": 500} if kind == "a value" else {}
    found = preview(EnhanceJob.from_mapping(values), NullSink(), lambda plan: ({}, ""))
    if kind == "no pictures":
        from enhancer.jobs.run_enhance import nothing_found

        assert not found.items
        raise nothing_found(EnhanceJob.from_mapping(values))


KINDS = (
    "too large,no such picture,a folder,broken,cut off,text,empty,pdf,no model,no model file,"
    "exists,collision,no pictures,a value,name"
)
NAMES = re.compile(
    r"\b(PNG|JPEG|WebP|TIFF|PDF|png|jpg|safetensors|stem|ext|out|photo-x[24]|digits|emoji|features-\w+|classifier-digits|quality|height|model|scale|width)\b"
)


@pytest.mark.parametrize("kind", KINDS.split(","))
@pytest.mark.usefixtures("chinese")
def test_a_real_failure_is_told_without_a_word_of_english(kind, tmp_path):
    folder = tmp_path / "图片"
    folder.mkdir()
    with pytest.raises(EnhancerError) as caught:
        go_wrong(folder, kind)
    error = caught.value
    said = failure_in_words(Failure(error.message, error.hint, error.code))
    visible = f"{said.message} {said.hint}".replace(str(folder), "").replace(str(tmp_path), "")
    assert re.search("[\u4e00-\u9fff]", said.message), error
    assert error.message in said.details
    assert re.findall(r"[A-Za-z]{2,}", NAMES.sub("", visible)) == [], (visible, str(error))
