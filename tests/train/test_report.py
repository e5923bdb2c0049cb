"""The page of a run folder stands alone, tells everything and shows nothing that was undone."""

from __future__ import annotations

import json
import re
import time
from html.parser import HTMLParser

import numpy as np
import pytest

from enhancer.train import log
from enhancer.train.report.axis import axis_of, short
from enhancer.train.report.chart import MOST, thinned
from enhancer.train.report.page import write_page
from enhancer.train.report.run import read_run
from enhancer.train.report.scores import best_of, lower_is_better
from tests.helpers_runs import make_run

SCORES = {0: 90.0, 250: 30.0, 500: 12.0, 750: 14.0}

ROLLBACK = {"images": 600, "kind": "rollback", "monitor": "divergence", "sentence": "It grew. Back to 500 images."}

NASTY = "<script>alert('x')</script> & \"quotes\""


class Reader(HTMLParser):
    """Collects what a browser would see: text by element, attributes of every element; refuses unbalanced tags."""

    VOID = ("meta", "img", "input")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data):
        self.texts.append((self.open[-1] if self.open else "", data))

    def all(self, tag, **attributes):
        return [a for t, a in self.elements if t == tag and all(a.get(k) == v for k, v in attributes.items())]

    @property
    def text(self):
        return " ".join(data for tag, data in self.texts if tag not in ("script", "style"))


def read_page(run_dir, state=None):
    reader = Reader()
    reader.feed(write_page(run_dir, state).read_text(encoding="utf-8"))
    assert reader.open == []
    return reader


@pytest.fixture
def run_dir(tmp_path):
    return make_run(tmp_path / "mine", SCORES, events=[ROLLBACK], previews=True)


def test_the_page_tells_name_state_scores_settings_and_events(run_dir):
    page = read_page(run_dir)
    for words in ("mine", "stopped", "750", "75 %", "best fid", "12", "at 500", "dcgan", "discriminator_steps"):
        assert words in page.text
    assert "It grew. Back to 500 images." in page.text
    titles = [data for tag, data in page.texts if tag == "b"]
    assert titles == ["fid", "recall", "diversity", "loss", "gradient", "lr", "images_per_second"], "scores come first"


def test_the_page_needs_nothing_but_the_run_folder(run_dir):
    text = write_page(run_dir).read_text(encoding="utf-8")
    assert "://" not in text
    page = read_page(run_dir)
    targets = [a[name] for _, a in page.elements for name in ("src", "href") if name in a]
    assert targets
    assert all((run_dir / target).is_file() for target in targets)
    assert not page.all("link")
    assert not [a for a in page.all("script") if "src" in a]


def test_every_preview_is_within_reach_of_the_slider(run_dir):
    page = read_page(run_dir)
    (frames,) = [json.loads(data) for tag, data in page.texts if tag == "script" and data.startswith("[[")]
    assert frames == [[0, "fid 90"], [250, "fid 30"], [500, "fid 12"], [750, "fid 14"]]
    assert all((run_dir / "previews" / f"images-{images:012d}.png").is_file() for images, _ in frames)
    assert page.all("img")[0]["src"].endswith("000000000750.png")
    assert page.all("input", id="slider")[0]["max"] == "3"


def test_a_curve_carries_its_values_its_best_and_its_events(run_dir):
    page = read_page(run_dir)
    first = page.all("figure")[0]
    assert json.loads(first["data-points"]) == [0, 90, 250, 30, 500, 12, 750, 14]
    across, end, low, high, *log_span = json.loads(first["data-domain"])
    assert (across, end) == (0, 750)
    assert low < 12 < 90 < high
    assert 0 < log_span[0] < 12 < 90 < log_span[1]
    assert len(page.all("path", **{"class": "event"})) == len(page.all("figure"))
    assert len(page.all("polyline")) == 2 * len(page.all("figure")) - 1, "straight and logarithmic, but where 0 is"


def test_nothing_that_a_run_says_becomes_markup(tmp_path):
    events = [{"images": 250, "kind": NASTY, "sentence": NASTY}]
    run_dir = make_run(tmp_path / "mine", SCORES, ("summary", NASTY), ("loss", "bce"), events=events)
    log.append_row(run_dir, {"images": 800, "fid": 3.0, NASTY: 1.0})
    page = read_page(run_dir)
    assert len(page.all("script")) == 2
    assert page.text.count(NASTY) >= 4, "summary, kind, sentence and name of the curve"
    assert page.all("svg", **{"aria-label": NASTY})


def test_light_and_dark_are_both_provided_for(run_dir):
    assert "@media (prefers-color-scheme: dark)" in write_page(run_dir).read_text(encoding="utf-8")


def test_a_folder_without_rows_previews_or_configuration_has_a_page_too(tmp_path):
    assert "0 images" not in read_page(make_run(tmp_path / "new", {})).text
    (tmp_path / "bare").mkdir()
    log.append_row(tmp_path / "bare", {"images": 0, "psnr_y": 30.0, "images_per_second": 0.0})
    assert "psnr_y" in read_page(tmp_path / "bare").text
    assert "higher is better" in read_page(tmp_path / "bare").text


def test_numbers_that_are_none_leave_a_gap_not_a_broken_page(tmp_path):
    run_dir = make_run(tmp_path / "mine", SCORES)
    log.append_row(run_dir, {"images": 800, "fid": float("nan"), "loss": float("inf"), "modes": True, "note": "text"})
    page = read_page(run_dir)
    assert json.loads(page.all("figure")[0]["data-points"])[-2:] == [750, 14]
    assert not re.search(r"\b(nan|inf)\b", " ".join(str(a) for _, a in page.elements))


def test_a_thousand_rows_are_written_fast_and_small(tmp_path):
    run_dir = make_run(tmp_path / "long", {}, budget=1_000_000)
    rng = np.random.default_rng(0)
    names = ("fid", "kid", "precision", "recall", *(f"term_{n}" for n in range(10)))
    rows = [{"images": n * 1000, **dict(zip(names, rng.random(len(names)), strict=True))} for n in range(1000)]
    (run_dir / log.NAME).write_text("".join(json.dumps(row) + "\n" for row in rows))
    times = []
    for _ in range(3):
        began = time.process_time()
        path = write_page(run_dir)
        times.append(time.process_time() - began)
    assert path.stat().st_size < 400_000
    assert min(times) < 0.25, "50 ms on an idle core; this only catches what grows without bound"


def test_thinning_keeps_ends_order_and_every_spike():
    rng = np.random.default_rng(0)
    points = [(n, float(rng.random())) for n in range(10_000)]
    points[4321] = (4321, 99.0)
    points[8765] = (8765, -99.0)
    kept = thinned(points)
    assert len(kept) <= MOST + 2
    assert kept[0] == points[0]
    assert kept[-1] == points[-1]
    assert {(4321, 99.0), (8765, -99.0)} <= set(kept)
    assert kept == sorted(set(kept))


@pytest.mark.parametrize("values", [[0.0], [5.0, 5.0], [-1e-9, 1e-9], [0.1, 1e7], [1e-12, 2e-12], [-3.0, 900.0]])
def test_an_axis_holds_its_values_and_has_round_ticks(values):
    for axis in [axis_of(values)] + ([axis_of(values, log=True)] if min(values) > 0 else []):
        place = axis.placer(0, 1)
        assert all(0 <= place(value) <= 1 for value in values)
        ticks = axis.ticks()
        assert 1 <= len(ticks) <= 8
        assert all(axis.low <= tick <= axis.high for tick in ticks)
        assert len({short(tick) for tick in ticks}) == len(ticks)


def test_lower_is_better_for_distances_and_higher_for_the_rest():
    points = [(0, 3.0), (10, 1.0), (20, 2.0), (30, 1.0)]
    assert best_of("fid", points).images == 10
    assert best_of("psnr_y", points).images == 0
    assert best_of("fid", points, up_to=5).value == 3.0
    assert best_of("fid", []) is None
    assert [lower_is_better(name) for name in ("fid", "kid", "mode_kl", "recall", "modes")] == [True] * 3 + [False] * 2


def test_rows_that_a_return_undid_are_not_shown(tmp_path):
    run_dir = make_run(tmp_path / "mine", {0: 90.0, 250: 30.0, 500: 5.0})
    log.append_row(run_dir, {"images": 250, "fid": 25.0})
    run = read_run(run_dir)
    assert [(row["images"], row["fid"]) for row in run.rows] == [(0, 90.0), (250, 25.0)]
    assert run.best.value == 25.0


def test_a_checkpoint_counts_as_progress_and_a_stop_has_its_reason(run_dir):
    (run_dir / "checkpoints").mkdir()
    (run_dir / "checkpoints" / "images-000000000801.state").touch()
    log.write_events(run_dir, [{"images": 801, "kind": "stopped", "sentence": "No better for 10 ticks."}])
    run = read_run(run_dir)
    assert (run.images, run.reason) == (801, "No better for 10 ticks.")
    assert ("p", "No better for 10 ticks.") in read_page(run_dir).texts
