"""How events look: JSON lines, plain lines, a bar; and what the summary says."""

from __future__ import annotations

import io
import json
import math
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli import output
from cli.human import count_text, seconds_text, size_text
from cli.output import BarSink, JsonSink, LineSink, event_line, shown
from cli.plain import plain
from cli.summary import exit_status, summary_lines
from enhancer.errors import Cancelled, ImageError
from enhancer.events import Finished, ItemDone, Metric, Preview, Progressed, Warned, from_json
from enhancer.jobs.job import ItemReport, Report

EVENTS = [
    Progressed(0.25, "a.jpg", 75.0),
    ItemDone("a.jpg", "done", ("out/a.jpg",), facts={"seconds": 1.5}),
    ItemDone("b.jpg", "failed", code="truncated", reason="b.jpg is cut off."),
    Metric({"psnr": 31.25, "loss": 0.01}, 12_800),
    Preview("run/preview.png", "after 12,800 images"),
    Warned("JPEG quality is about 70.", "low-quality", "a.jpg"),
    Finished("partial", {"done": 1, "failed": 1}, 2.5),
]


def test_json_lines_give_back_the_same_events():
    stream = io.StringIO()
    sink = JsonSink(stream)
    for event in EVENTS:
        sink.emit(event)
    assert [from_json(json.loads(line)) for line in stream.getvalue().splitlines()] == EVENTS


def test_json_lines_are_ascii_and_strict_whatever_the_values():
    stream = io.StringIO()
    JsonSink(stream).emit(ItemDone("\udcff\x1b", "done", facts={"psnr": math.inf, "file": PurePosixPath("a")}))
    line = stream.getvalue()
    assert line.isascii()
    assert json.loads(line, parse_constant=pytest.fail)["facts"] == {"psnr": None, "file": "a"}


def test_json_lines_always_end_with_finished(capsys):
    def broken_run():
        with shown(as_json=True) as sink:
            sink.emit(Progressed(0.5))
            raise ImageError("a.jpg is empty.", code="unreadable")

    with pytest.raises(ImageError):
        broken_run()
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["kind"] for row in rows] == ["progressed", "warning", "finished"]
    assert rows[1]["code"] == "unreadable"
    assert rows[2]["state"] == "failed"


def test_json_goes_to_standard_error_where_a_picture_takes_standard_output(capsys):
    with shown(as_json=True, to_stderr=True) as sink:
        sink.emit(Progressed(1.0))
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 2


def test_off_a_terminal_progress_is_a_line_every_few_seconds(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(output.time, "monotonic", lambda: now[0])
    stream = io.StringIO()
    sink = LineSink(stream)
    for second in range(12):
        now[0] = 100.0 + second
        sink.emit(Progressed(second / 12, "a.jpg", 12.0 - second))
    assert stream.getvalue().splitlines() == [
        " 42 %  about 7.0 s left  a.jpg",
        " 83 %  about 2.0 s left  a.jpg",
    ]


def test_items_and_warnings_are_one_line_each_even_with_hostile_names():
    line = event_line(ItemDone("a\n\x1b[31m.jpg", "failed", reason="it is\nnot a picture"))
    assert line == "failed  a \\x1b[31m.jpg: it is not a picture"
    assert event_line(EVENTS[1]) == "done    a.jpg -> out/a.jpg"
    assert event_line(EVENTS[5]) == "warning: a.jpg: JPEG quality is about 70."
    assert event_line(EVENTS[3]) == "12,800 images  psnr 31.25  loss 0.01"


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_on_a_terminal_a_bar_moves_and_lines_stand_above_it(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = Terminal()
    sink = BarSink(stream)
    for event in EVENTS:
        sink.emit(event)
    sink.end(None)
    assert "25%" in stream.getvalue()
    assert "failed  b.jpg is cut off." in stream.getvalue()
    assert "\x1b[?25h" in stream.getvalue()  # the cursor is back


def test_no_color_leaves_no_colour_in_the_bar(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")
    stream = Terminal()
    sink = BarSink(stream)
    sink.emit(Progressed(0.5, "[red]not markup[/red]"))
    sink.end(None)
    assert "[red]not markup[/red]" in stream.getvalue()
    assert "\x1b[3" not in stream.getvalue()


def test_a_cancelled_sink_raises_with_the_status_of_the_signal():
    def stopped_run():
        with shown(as_json=False) as sink:
            sink.cancel(143)
            sink.check()

    with pytest.raises(Cancelled) as caught:
        stopped_run()
    assert caught.value.exit_status == 143


def report(*items: ItemReport, state: str = "done", **facts) -> Report:
    counts = {one: sum(item.state == one for item in items) for one in ("done", "skipped", "failed")}
    return Report("enhance", state, items, counts, 83.0, facts)


DONE = ItemReport("a.jpg", "done", ("b.jpg",))
FAILED = ItemReport("b.jpg", "failed", code="truncated", reason="b.jpg is cut off.")
SKIPPED = ItemReport("c.jpg", "skipped")


def test_exit_statuses_tell_all_some_and_none():
    assert exit_status(report(DONE, SKIPPED)) == 0
    assert exit_status(report(SKIPPED)) == 0
    assert exit_status(report(DONE, FAILED)) == 3
    assert exit_status(report(SKIPPED, FAILED)) == 3
    assert exit_status(report(FAILED, FAILED)) == 1
    assert exit_status(report(DONE, state="cancelled"), 143) == 143


def test_the_summary_counts_what_was_done_even_of_a_stopped_run():
    assert summary_lines(report(DONE, SKIPPED, FAILED))[0] == "1 picture done, 1 skipped, 1 failed in 1 min 23 s."
    stopped = summary_lines(report(DONE, state="cancelled"))[0]
    assert stopped == "Stopped: 1 picture done in 1 min 23 s."


def test_the_summary_says_what_was_kept_lost_and_how_faithful_it_is():
    def item(key: str, psnr: float | None, losses: list[str]) -> ItemReport:
        figures = {"psnr": psnr, "ciede2000_mean": 0.1, "ciede2000_worst": 1.5}
        facts = {"kept": ["EXIF"], "losses": losses, "consistency": {"file": figures, "result": figures}}
        return ItemReport(key, "done", facts=facts)

    colour = "colour difference (CIEDE2000) 0.10, worst 1.50."
    lines = summary_lines(report(item("a", 50.0, []), item("b", 60.0, ["XMP is too large."])))
    assert lines[1:] == [
        "Kept: EXIF.",
        "Lost: XMP is too large. (1 picture)",
        f"Consistency in the written file: median 55.0 dB, worst 50.0 dB; {colour}",
        f"Consistency before writing: median 55.0 dB, worst 50.0 dB; {colour}",
    ]
    mixed = summary_lines(report(item("a", 50.0, []), item("b", None, []), item("c", None, [])))
    assert mixed[-1] == f"Consistency before writing: median equal to the input, worst 50.0 dB; {colour}"
    assert summary_lines(report(item("a", None, [])))[2:4] == [
        "Lost: nothing.",
        f"Consistency in the written file: equal to the input; {colour}",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (seconds_text(0.04), "0.0 s"),
        (seconds_text(9.96), "10 s"),
        (seconds_text(59.6), "1 min"),
        (seconds_text(3661), "1 h 1 min"),
        (seconds_text(90_000), "1 d 1 h"),
        (size_text(0), "0 B"),
        (size_text(999), "999 B"),
        (size_text(1200), "1.2 kB"),
        (size_text(999_999), "1.0 MB"),
        (size_text(34_000_000), "34 MB"),
        (count_text(1, "picture"), "1 picture"),
        (count_text(12_000, "picture"), "12,000 pictures"),
    ],
)
def test_units_read_well(text, wanted):
    assert text == wanted


@given(st.floats(min_value=0, max_value=1e12))
def test_any_duration_and_size_is_short_and_positive(value):
    for text in (seconds_text(value), size_text(value)):
        assert 3 <= len(text) < 40
        assert "-" not in text


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner)))
def test_plain_values_are_always_strict_json(value):
    json.dumps(plain({"value": value}), allow_nan=False)
