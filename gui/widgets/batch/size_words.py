"""The size grammar in plain words, and what is wrong with a size."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from enhancer.errors import EnhancerError

from ...units import count, number

PRESETS = ("x2", "x3", "x4", "3840w", "2160h", "long=4000", "short=1080", "fit=1920x1080", "fill=1920x1080")


def size_words(text: str) -> tuple[str, bool]:
    """A sentence about a size, and whether it can be meant."""
    from enhancer.enhance.size import parse_size

    try:
        rule = parse_size(text)
    except EnhancerError as error:
        return str(error), False
    translate = QCoreApplication.translate
    if rule is None:
        return translate("Size", "As large as the model makes it."), True
    width, height = count(rule.width), count(rule.height)
    match rule.kind:
        case "factor":
            said = translate("Size", "{n} times as wide and as high.").format(n=number(float(rule.factor), 6))
        case "width":
            said = translate("Size", "{n} pixels wide.").format(n=width)
        case "height":
            said = translate("Size", "{n} pixels high.").format(n=height)
        case "long":
            said = translate("Size", "The longer side has {n} pixels.").format(n=width)
        case "short":
            said = translate("Size", "The shorter side has {n} pixels.").format(n=width)
        case "fit":
            said = translate("Size", "As large as fits into {w} × {h}.").format(w=width, h=height)
        case "fill":
            said = translate("Size", "Covers {w} × {h}; what hangs over is cut.").format(w=width, h=height)
        case _:
            said = translate("Size", "Exactly {w} × {h}; pictures of another shape fail.").format(w=width, h=height)
    return said, True
