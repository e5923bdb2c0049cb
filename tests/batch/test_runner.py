"""How single items of a batch end: failed with a reason, or done with all outputs in place."""

import errno

import pytest

from enhancer.batch.item import Item, Staged
from enhancer.batch.runner import run_items
from enhancer.errors import ImageError
from enhancer.events import ItemDone
from enhancer.files.atomic import write_temporary
from tests.helpers_batch import (
    Capitals,
    Failing,
    Recorder,
    failure_codes,
    leftovers,
    make_inputs,
    open_journal,
    run_batch,
    tree,
)


@pytest.mark.parametrize("stage", ["read", "work", "write"])
@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ImageError("It is not a picture.", "Look.", "unreadable"), "unreadable"),
        (MemoryError(), "no-memory"),
        (ZeroDivisionError("own\nfault"), "internal"),
    ],
)
def test_a_bad_item_fails_alone_with_code_and_reason_in_every_stage(tmp_path, stage, error, code):
    root, out = make_inputs(tmp_path / "in", 5), tmp_path / "out"
    sink = Recorder()
    outcome = run_batch(root, out, Failing({(stage, "002.txt"): error}), sink)
    assert (outcome.done, outcome.failed) == (4, 1)
    assert outcome.counts["failed"] == 1
    assert len(tree(out)) == 4
    (failed,) = [event for event in sink.events if isinstance(event, ItemDone) and event.state == "failed"]
    assert (failed.key, failed.code) == ("002.txt", code)
    assert failed.reason
    assert "\n" not in failed.reason
    with open_journal(out) as journal:
        row = list(journal.rows())[2]
        assert (row.state, row.code, row.reason) == ("failed", code, failed.reason)
    assert run_batch(root, out).done == 1
    assert len(tree(out)) == 5


@pytest.mark.parametrize("stage", ["read", "write"])
def test_a_file_that_may_not_be_used_fails_as_permission(tmp_path, stage):
    root, out = make_inputs(tmp_path / "in", 2), tmp_path / "out"
    error = PermissionError(errno.EACCES, "Permission denied", "x.txt")
    assert run_batch(root, out, Failing({(stage, "000.txt"): error})).failed == 1
    with open_journal(out) as journal:
        assert [row.code for row in journal.rows()] == ["permission", ""]


def test_an_error_of_our_own_says_where_it_happened(tmp_path):
    root, out = make_inputs(tmp_path / "in", 1), tmp_path / "out"
    run_batch(root, out, Failing({("work", "000.txt"): KeyError("x")}))
    with open_journal(out) as journal:
        (row,) = journal.rows()
    assert "KeyError" in row.reason
    assert "helpers_batch.py" in row.facts["where"]


def test_an_input_that_vanishes_after_the_plan_is_told_from_one_that_cannot_be_read(tmp_path):
    root, out = make_inputs(tmp_path / "in", 3), tmp_path / "out"

    class Vanishing(Capitals):
        def read(self, item):
            if item.key == "001.txt":
                item.inputs[0].unlink()
                raise ImageError("whatever the reader says")
            return super().read(item)

    sink = Recorder()
    assert run_batch(root, out, Vanishing(), sink, readers=1).done == 2
    assert failure_codes(sink) == ["vanished"]


def test_an_input_that_changes_while_it_is_read_is_not_used(tmp_path):
    root, out = make_inputs(tmp_path / "in", 2), tmp_path / "out"

    class Growing(Capitals):
        def read(self, item):
            loaded = super().read(item)
            if item.key == "001.txt":
                item.inputs[0].write_text("more and more")
            return loaded

    sink = Recorder()
    run_batch(root, out, Growing(), sink)
    assert failure_codes(sink) == ["changed"]
    assert run_batch(root, out).done == 1
    assert (out / "001.txt").read_text() == "MORE AND MORE"


def test_a_stage_that_writes_something_else_fails_and_leaves_nothing(tmp_path):
    root, out = make_inputs(tmp_path / "in", 1), tmp_path / "out"

    class Wrong(Capitals):
        def write(self, item, result):
            final = item.outputs[0].with_name("other.txt")
            return [Staged(write_temporary(final, result), final)], {}

    class Unrecordable(Capitals):
        def write(self, item, result):
            staged, _ = super().write(item, result)
            return staged, {"thing": object()}

    for stages in (Wrong(), Unrecordable()):
        assert run_batch(root, out, stages).failed == 1
        assert (tree(out), leftovers(out)) == ({}, [])


def test_an_output_that_appears_during_the_run_is_not_written_over(tmp_path):
    root, out = make_inputs(tmp_path / "in", 3), tmp_path / "out"

    class Racing(Capitals):
        def write(self, item, result):
            if item.key == "001.txt":
                item.outputs[0].write_text("mine")
            return super().write(item, result)

    sink = Recorder()
    assert run_batch(root, out, Racing(), sink).done == 2
    assert (out / "001.txt").read_text() == "mine"
    assert sink.ends("failed") == ["001.txt"]
    assert leftovers(out) == []


def test_items_of_many_outputs_are_done_only_when_all_are_in_place(tmp_path):
    root = make_inputs(tmp_path / "in", 1)
    (tmp_path / "out" / "two").mkdir(parents=True)
    finals = tuple(tmp_path / "out" / name for name in ("one", "two"))
    items = [Item("a", (root / "000.txt",), finals), Item("b", (), (tmp_path / "out" / "three",))]
    sink = Recorder()
    outcome = run_items(items, Capitals(), None, sink)
    assert (outcome.done, outcome.failed) == (1, 1)
    assert [event.code for event in sink.events if isinstance(event, ItemDone) and event.code] == ["is-directory"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["three", "two"]


def test_without_a_journal_outputs_are_written_over_only_if_asked(tmp_path):
    root = make_inputs(tmp_path / "in", 1)
    item = Item("a", (root / "000.txt",), (tmp_path / "a.txt",))
    (tmp_path / "a.txt").write_text("old")
    assert run_items([item], Capitals()).failed == 1
    assert (tmp_path / "a.txt").read_text() == "old"
    assert run_items([item], Capitals(), replace=True).done == 1
    assert (tmp_path / "a.txt").read_text().startswith("TEXT 0")
