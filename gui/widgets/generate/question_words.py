"""What the grid shows, in a few words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ...units import count, percent
from .question import Question
from .sample import caption, without_pixels

translate = QCoreApplication.translate


def question_words(question: Question) -> str:
    match question.what:
        case "near":
            text = translate("GeneratePage", "Near {name}, {n} of the way to other seeds")
            return text.format(name=caption(without_pixels(question.origin)), n=percent(question.strength))
        case "between":
            a, b = question.seeds
            return translate("GeneratePage", "From seed {a} to seed {b}").format(a=a, b=b)
        case "like":
            return translate("GeneratePage", "%n picture(s) made again", "", question.total)
        case _:
            last = question.seed + question.count - 1
            return translate("GeneratePage", "Seeds {a} to {b}").format(a=count(question.seed), b=count(last))
