"""What the core says is said in the window's language: by its sentence, or at least by its code; nothing is lost."""

from __future__ import annotations

import pytest

from gui.core_words import all_in_words, failure_in_words, in_words
from gui.widgets.batch.row import Row, ended
from gui.widgets.failure import FailureNote
from gui.widgets.train.words import event_text
from gui.workers.protocol import Failure


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
