"""What really goes wrong in the core is told in Chinese, without a word of English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from enhancer.errors import EnhancerError
from gui.core_words import failure_in_words
from gui.workers.protocol import Failure


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
