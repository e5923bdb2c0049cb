import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancer.errors import SpecError
from enhancer.files.names import FIELDS, NameTemplate, display, folded, safe_name, shorten

undecodable = st.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF)
any_text = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), undecodable))


def size(name):
    return len(name.encode("utf-8", "surrogateescape"))


def test_a_template_fills_its_fields():
    template = NameTemplate("{stem}_{model}_{scale}x_{width}x{height}.{ext}")
    values = {"stem": "cat", "model": "photo-x2", "scale": 2, "width": 640, "height": 480, "ext": "png"}
    assert template.render(**values) == "cat_photo-x2_2x_640x480.png"
    assert template.fields == frozenset(FIELDS)


@pytest.mark.parametrize(
    "template",
    [
        "",
        "   ",
        "{0}",
        "{}",
        "{stem.__class__}",
        "{stem[0]}",
        "{stem!r}",
        "{stem:>900000000}",
        "{name}",
        "{stem",
        "stem}",
        "{stem}/x",
        "../{stem}",
        "{stem}\\x",
        "{stem}\n.png",
        "a\0b",
        "{stem:{ext}}",
    ],
)
def test_a_template_refuses_whatever_is_not_a_listed_field(template):
    with pytest.raises(SpecError) as caught:
        NameTemplate(template)
    assert "\n" not in str(caught.value)


@given(any_text)
def test_any_template_renders_one_plain_file_name_or_is_refused(text):
    try:
        template = NameTemplate(text)
    except SpecError:
        return
    name = template.render(stem="../../x", model="m", scale=2, width=1, height=1, ext="png")
    assert name not in {"", ".", ".."}
    assert not set(name) & set("/\\\0\n")
    assert size(name) <= 255


@given(any_text, any_text)
def test_any_stem_gives_a_safe_name_of_at_most_255_bytes(stem, extension):
    name = NameTemplate("{stem}_{model}.{ext}").render(stem=stem, model="photo-x2", ext=extension)
    assert 0 < size(name) <= 255
    assert name not in {".", ".."}
    assert not set(name) & set("/\\\0\n\r\x1b")


def test_a_missing_value_is_an_error_of_the_template():
    with pytest.raises(SpecError, match="width"):
        NameTemplate("{stem}_{width}").render(stem="x")


def test_a_stem_of_255_bytes_is_cut_and_the_rest_of_the_template_kept():
    template = NameTemplate("{stem}_{model}.{ext}")
    first, second = "x" * 251, "x" * 250 + "y"
    names = {
        template.render(stem=stem, model=model, ext="png")
        for stem in (first, second)
        for model in ("photo-x2", "photo-x4")
    }
    assert len(names) == 4
    assert all(size(name) == 255 and name.endswith(("_photo-x2.png", "_photo-x4.png")) for name in names)


@given(any_text, st.integers(0, 200))
def test_shortening_fits_keeps_short_names_and_never_changes_twice(text, room):
    short = shorten(text, room)
    assert size(short) + room <= 255
    assert shorten(short, room) == short
    if size(text) + room <= 255:
        assert short == text


@given(st.text(min_size=300, max_size=400), st.text(min_size=300, max_size=400))
def test_two_long_names_stay_different(first, second):
    assert (shorten(first, 0) == shorten(second, 0)) == (first == second)


def test_shortening_keeps_the_extension():
    assert shorten("ü" * 200 + ".tiff", 20).endswith(".tiff")
    assert size(shorten("ü" * 200 + ".tiff", 20)) <= 235


@pytest.mark.parametrize("name", ["CON", "con.png", "Aux.tar.gz", "LPT1", "com9.x", "nul ", "COM¹.png"])
def test_device_names_of_windows_are_never_used(name):
    safe = safe_name(name)
    assert safe.partition(".")[0].rstrip().lower() != name.partition(".")[0].rstrip().lower()
    assert safe_name(safe) == safe


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("photo (1).png", "photo (1).png"),
        ("-rf", "-rf"),
        ("", "_"),
        (".", "_"),
        ("..", "__"),
        ("a/b\\c", "a_b_c"),
        ("a\nb\x1b]0;x\x07", "a_b_]0;x_"),
        ("a. ", "a__"),
        ("caf\udce9", "caf\udce9"),
    ],
)
def test_safe_names(text, safe):
    assert safe_name(text) == safe


@given(any_text)
def test_safe_names_are_stable_and_keep_undecodable_bytes(text):
    safe = safe_name(text)
    assert safe_name(safe) == safe
    assert [c for c in safe if "\udc80" <= c <= "\udcff"] == [c for c in text if "\udc80" <= c <= "\udcff"]


@given(any_text)
def test_what_is_displayed_is_one_line_without_orders_to_the_terminal(text):
    shown = display(text)
    assert shown.splitlines() in ([shown], [])
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) <= 0xDFFF for c in shown)
    shown.encode("utf-8")
    assert len(display(text, 20)) <= 20


def test_display_escapes_what_would_deceive_and_nothing_else():
    assert display("Zoë – 写真 👩‍🔬.png") == "Zoë – 写真 👩‍🔬.png"
    assert display("a\nb\x1b[31m\udcff\u202egnp") == "a\\x0ab\\x1b[31m\\xff\\u202egnp"
    assert display("x" * 100, 11) == "xxxxx…xxxxx"


def test_paths_that_some_file_system_takes_for_one_fold_to_one_key():
    assert folded("É.PNG") == folded("e\u0301.png")
    assert folded("straße") == folded("STRASSE")
    assert folded("a") != folded("b")
    assert folded(os.fsdecode(b"\xff")) != folded(os.fsdecode(b"\xfe"))
