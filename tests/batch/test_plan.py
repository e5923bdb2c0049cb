import os
import subprocess
import sys
import unicodedata

import pytest

from enhancer.batch.item import Item
from enhancer.batch.plan import LeftOut, make_plan, parse_shard, shard_of
from enhancer.batch.runner import run_items
from enhancer.errors import Cancelled, OutputError, SpecError
from enhancer.events import ControlledSink
from tests.helpers_batch import Capitals, candidates, make_inputs, open_journal, run_batch, tree


def plan(out, items, **options):
    with open_journal(out) as journal:
        summary = make_plan(items, journal, **options)
        return summary, [(row.key, row.state) for row in journal.rows()]


def refusal(out, items, **options):
    with pytest.raises(OutputError) as caught:
        plan(out, items, **options)
    assert "\n" not in str(caught.value)
    with open_journal(out) as journal:
        assert not journal.planned
        assert list(journal.unfinished()) == []
    return caught.value


def item(tmp_path, name, output, content="x"):
    source = tmp_path / "in" / name
    source.parent.mkdir(exist_ok=True)
    source.write_text(content)
    return Item(name, (source,), (tmp_path / "out" / output,))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a.png", "a.png"),
        ("A.png", "a.PNG"),
        (unicodedata.normalize("NFC", "é.png"), unicodedata.normalize("NFD", "É.png")),
    ],
)
def test_two_inputs_with_one_output_are_found_before_work(tmp_path, first, second):
    items = [item(tmp_path, "1", first), item(tmp_path, "2", "other.png"), item(tmp_path, "3", second)]
    error = refusal(tmp_path / "out", items)
    assert error.code == "collision"
    assert "--name" in error.hint
    _, rows = plan(tmp_path / "out", items, if_exists="rename")
    assert rows == [("1", "pending"), ("2", "pending"), ("3", "pending")]
    with open_journal(tmp_path / "out") as journal:
        names = [row.outputs[0].name for row in journal.rows()]
    assert len({unicodedata.normalize("NFC", name).casefold() for name in names}) == 3


def test_an_output_over_its_own_input_is_refused_even_with_overwrite(tmp_path):
    one = item(tmp_path, "a.txt", "x")
    for policy in ("error", "overwrite", "skip"):
        error = refusal(tmp_path / "out", [Item("a.txt", one.inputs, one.inputs)], if_exists=policy)
        assert error.code == "input-overwritten"
    assert one.inputs[0].read_text() == "x"


@pytest.mark.parametrize("how", ["symlink", "hard link", "linked folder"])
def test_an_output_that_is_an_input_by_another_name_is_refused(tmp_path, how):
    first, second = item(tmp_path, "a.txt", "x.txt"), item(tmp_path, "b.txt", "y.txt")
    (tmp_path / "out").mkdir()
    target = tmp_path / "out" / "x.txt"
    if how == "symlink":
        target.symlink_to(second.inputs[0])
    elif how == "hard link":
        os.link(second.inputs[0], target)
    else:
        (tmp_path / "alias").symlink_to(tmp_path / "in")
        first = Item("a.txt", first.inputs, (tmp_path / "alias" / "b.txt",))
    error = refusal(tmp_path / "out", [first, second], if_exists="overwrite")
    assert error.code == "input-overwritten"
    assert "b.txt" in str(error)


def existing(tmp_path):
    root, out = make_inputs(tmp_path / "in", 8), tmp_path / "out"
    out.mkdir()
    for number in range(6):
        (out / f"{number:03}.txt").write_text("mine")
    return root, out


def test_outputs_that_this_job_did_not_make_stop_it_before_work(tmp_path):
    root, out = existing(tmp_path)
    error = refusal(out, candidates(root, out))
    assert error.code == "exists"
    assert "000.txt" in str(error)
    assert "and 3 more" in str(error)
    assert "--if-exists" in error.hint


def test_existing_outputs_are_skipped_overwritten_or_numbered_as_asked(tmp_path):
    root, out = existing(tmp_path)
    mine = tree(out)
    run_batch(root, out, if_exists="skip")
    assert tree(out).items() >= mine.items()
    assert len(tree(out)) == 8

    run_batch(root, out, if_exists="overwrite")
    assert not tree(out).items() & mine.items()
    assert len(tree(out)) == 8


def test_numbered_outputs_keep_their_names_when_run_again(tmp_path):
    root, out = existing(tmp_path)
    (out / "000-2.txt").write_text("mine too")
    mine = tree(out)
    run_batch(root, out, if_exists="rename")
    made = tree(out)
    assert made.items() >= mine.items()
    assert made.keys() - mine.keys() == {f"{n:03}-2.txt" for n in range(1, 6)} | {
        "000-3.txt",
        "006.txt",
        "007.txt",
    }
    stages = Capitals()
    run_batch(root, out, stages, if_exists="rename")
    assert (stages.worked, tree(out)) == ([], made)
    (out / "003-2.txt").unlink()
    run_batch(root, out, stages, if_exists="rename")
    assert (stages.worked, tree(out)) == (["003.txt"], made)


def test_a_second_run_does_nothing_and_a_grown_folder_only_what_is_new(tmp_path):
    root, out = make_inputs(tmp_path / "in", 3), tmp_path / "out"
    run_batch(root, out)
    make_inputs(root / "new", 2)
    stages = Capitals()
    outcome = run_batch(root, out, stages)
    assert sorted(stages.worked) == ["new/000.txt", "new/001.txt"]
    assert outcome.counts["done"] == 5


def test_a_changed_input_is_done_again_over_the_old_result(tmp_path):
    root, out = make_inputs(tmp_path / "in", 3), tmp_path / "out"
    run_batch(root, out)
    (root / "001.txt").write_text("changed")
    stages = Capitals()
    run_batch(root, out, stages)
    assert stages.worked == ["001.txt"]
    assert (out / "001.txt").read_text() == "CHANGED"


def test_a_lost_output_is_made_again_and_one_that_someone_changed_is_theirs(tmp_path):
    root, out = make_inputs(tmp_path / "in", 3), tmp_path / "out"
    run_batch(root, out)
    whole = tree(out)
    (out / "001.txt").unlink()
    stages = Capitals()
    run_batch(root, out, stages)
    assert (stages.worked, tree(out)) == (["001.txt"], whole)
    size = (out / "002.txt").stat().st_size
    (out / "002.txt").write_text("m" * size)
    with pytest.raises(OutputError) as caught:
        run_batch(root, out)
    assert caught.value.code == "exists"
    assert (out / "002.txt").read_text() == "m" * size


def test_a_copied_result_folder_counts_by_content(tmp_path):
    root, out = make_inputs(tmp_path / "in", 3), tmp_path / "out"
    run_batch(root, out)
    for path in out.glob("*.txt"):
        os.utime(path, (1, 1))
    stages = Capitals()
    run_batch(root, out, stages)
    assert stages.worked == []


def test_results_beside_the_inputs_are_never_taken_for_inputs(tmp_path):
    root = make_inputs(tmp_path / "in", 3)

    def run():
        with open_journal(tmp_path / "state") as journal:
            summary = make_plan(candidates(root, root, "_x2"), journal)
            run_items(None, Capitals(), journal)
            return summary

    assert run().pending == 3
    assert len(tree(root)) == 6
    second = run()
    assert (second.pending, second.done, second.total) == (0, 3, 3)
    assert len(tree(root)) == 6


def test_the_same_thing_named_twice_is_one_item_and_two_things_of_one_name_are_refused(tmp_path):
    one, other = item(tmp_path, "a.txt", "a.txt"), item(tmp_path, "b.txt", "b.txt")
    summary, _ = plan(tmp_path / "out", [one, one])
    assert summary.total == 1
    with pytest.raises(OutputError) as caught:
        plan(tmp_path / "out", [one, Item("a.txt", other.inputs, other.outputs)])
    assert caught.value.code == "collision"


def test_an_input_that_vanished_since_the_scan_fails_alone(tmp_path):
    items = [item(tmp_path, "a.txt", "a.txt"), item(tmp_path, "b.txt", "b.txt")]
    items[0].inputs[0].unlink()
    _, rows = plan(tmp_path / "out", items)
    assert rows == [("a.txt", "failed"), ("b.txt", "pending")]
    with open_journal(tmp_path / "out") as journal:
        assert next(journal.rows()).code == "vanished"


def test_a_refused_or_stopped_plan_leaves_the_plan_before_as_it_was(tmp_path):
    root, out = make_inputs(tmp_path / "in", 3), tmp_path / "out"
    run_batch(root, out)
    with open_journal(out) as journal:
        before = list(journal.rows())
        items = [*candidates(root, out), item(tmp_path, "new.txt", "000.txt")]
        with pytest.raises(OutputError):
            make_plan(items, journal)
        sink = ControlledSink()
        sink.cancel()
        with pytest.raises(Cancelled):
            make_plan(candidates(root, out), journal, sink=sink)
        assert list(journal.rows()) == before


def test_shards_are_disjoint_complete_and_stable(tmp_path):
    keys = [f"folder/{number}.png" for number in range(300)]
    parts = [{key for key in keys if shard_of(key, 3) == index} for index in (1, 2, 3)]
    assert sorted(key for part in parts for key in part) == sorted(keys)
    assert all(70 < len(part) < 130 for part in parts)
    assert shard_of("folder/0.png", 3) == 1

    root, out = make_inputs(tmp_path / "in", 20), tmp_path / "out"
    planned = []
    for index in (1, 2, 3):
        _, rows = plan(out / str(index), candidates(root, out), shard=f"{index}/3")
        planned += rows
    assert sorted(planned) == [(f"{number:03}.txt", "pending") for number in range(20)]


def test_collisions_between_shards_are_found_by_each(tmp_path):
    items = [item(tmp_path, str(number), "same.txt") for number in range(6)]
    for index in (1, 2):
        assert refusal(tmp_path / "out", items, shard=f"{index}/2").code == "collision"


@pytest.mark.parametrize("shard", ["0/2", "3/2", "1", "a/b", "1/0", "-1/2", "1/2/3", ""])
def test_a_shard_that_cannot_be_is_refused(shard):
    with pytest.raises(SpecError):
        parse_shard(shard)


def test_left_out_things_are_in_the_plan_with_their_reason(tmp_path):
    left = [
        LeftOut("pipe", "fifo", "It is a named pipe."),
        LeftOut("gone", "missing", "No such file.", "failed"),
    ]
    summary, rows = plan(tmp_path / "out", left)
    assert (summary.skipped, summary.failed) == (1, 1)
    assert rows == [("pipe", "skipped"), ("gone", "failed")]


def test_memory_stays_flat_however_many_items_are_planned(tmp_path):
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from enhancer.batch.item import Item\n"
        "from enhancer.batch.journal import Journal\n"
        "from enhancer.batch.plan import make_plan\n"
        "source, count = Path(sys.argv[1]), int(sys.argv[2])\n"
        "folder = source.parent / 'a_long_name_of_a_folder'\n"
        "items = (Item(f'{n:09}', (source,), (folder / f'{n:09}_photo-x2.png',)) for n in range(count))\n"
        "with Journal.open(source.parent / f'{count}.sqlite', 'x') as journal:\n"
        "    total = make_plan(items, journal).total\n"
        "    done = sum(1 for _ in journal.unfinished())\n"
        "print(total, done, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    source = tmp_path / "in.png"
    source.write_text("x")

    def peak(count):
        command = [sys.executable, "-c", program, str(source), str(count)]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        total, unfinished, kilobytes = map(int, output.split())
        assert total == unfinished == count
        return kilobytes

    if os.name == "nt":
        return  # no such measure there
    assert peak(20_000) - peak(100) < 12_000
