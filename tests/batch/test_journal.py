import os
import sqlite3
from pathlib import Path

import pytest

from enhancer.batch.database import APPLICATION_ID, SCHEMA_VERSION, Database
from enhancer.batch.item import Item
from enhancer.batch.journal import Fingerprint, Journal, Writing, Written, journal_path
from enhancer.batch.plan import LeftOut, make_plan
from enhancer.batch.runner import run_items
from enhancer.errors import OutputError, OutputInUse
from enhancer.files.atomic import write_temporary
from enhancer.files.hashing import sha256_file
from tests.helpers_batch import IDENTITY, Capitals, make_inputs, open_journal, run_batch, tree

# The journal of version 1 as it was released; this text is not to be changed.
RELEASED_1 = f"""
CREATE TABLE job (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE item (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, ordinal INTEGER, params TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'writing', 'done', 'failed', 'skipped')),
    code TEXT NOT NULL, reason TEXT NOT NULL, facts TEXT NOT NULL);
CREATE INDEX item_by_ordinal ON item (ordinal);
CREATE INDEX item_in_writing ON item (state) WHERE state = 'writing';
CREATE TABLE input (item INTEGER NOT NULL, place INTEGER NOT NULL, path BLOB NOT NULL, size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL, PRIMARY KEY (item, place)) WITHOUT ROWID;
CREATE TABLE output (item INTEGER NOT NULL, place INTEGER NOT NULL, asked BLOB NOT NULL, path BLOB NOT NULL,
    folded BLOB NOT NULL, replaces INTEGER NOT NULL, temporary BLOB, size INTEGER, mtime_ns INTEGER,
    sha256 TEXT, PRIMARY KEY (item, place)) WITHOUT ROWID;
CREATE INDEX output_by_folded ON output (folded);
PRAGMA application_id = {0x456E6863};
PRAGMA user_version = 1;
INSERT INTO job VALUES ('identity', '"{IDENTITY}"'), ('planned', 'true'), ('fact.tile', '[256, 16]');
"""


def plan(journal, *items):
    return make_plan(items, journal)


def test_the_released_journal_of_version_1_opens_and_is_finished(tmp_path):
    root, out = make_inputs(tmp_path / "in", 2), tmp_path / "out"
    path = journal_path(out, IDENTITY)
    path.parent.mkdir(parents=True)
    (out / "000.txt").write_bytes((root / "000.txt").read_bytes().upper())
    with sqlite3.connect(path) as connection:
        connection.executescript(RELEASED_1)
        for number, state in enumerate(("done", "pending")):
            source, target = root / f"{number:03}.txt", out / f"{number:03}.txt"
            seen = Fingerprint.of(source)
            row = (number + 1, target.name.encode(), number, state)
            connection.execute("INSERT INTO item VALUES (?, ?, ?, '{}', ?, '', '', '{}')", row)
            values = (number + 1, os.fsencode(source), seen.size, seen.mtime_ns)
            connection.execute("INSERT INTO input VALUES (?, 0, ?, ?, ?)", values)
            done = Fingerprint.of(target) if state == "done" else Fingerprint(0, 0)
            paths = (os.fsencode(target),) * 2 + (os.fsencode(str(target).casefold()),)
            hashed = sha256_file(target) if state == "done" else ""
            values = (number + 1, *paths, done.size or None, done.mtime_ns or None, hashed or None)
            connection.execute("INSERT INTO output VALUES (?, 0, ?, ?, ?, 0, NULL, ?, ?, ?)", values)
    connection.close()
    stages = Capitals()
    outcome = run_batch(root, out, stages)
    assert stages.worked == ["001.txt"]
    assert outcome.counts["done"] == 2
    with open_journal(out) as journal:
        assert journal.recall("tile") == [256, 16]


def test_a_new_journal_has_the_released_schema(tmp_path):
    Database(tmp_path / "new.sqlite").close()
    with sqlite3.connect(tmp_path / "old.sqlite") as connection:
        connection.executescript(RELEASED_1)
    connection.close()

    def columns(name):
        connection = sqlite3.connect(tmp_path / name)
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {
            table: sorted(connection.execute(f"SELECT name FROM pragma_table_info('{table}')")) for table in tables
        }
        connection.close()
        return found

    assert columns("new.sqlite") == columns("old.sqlite")


def test_a_journal_of_a_newer_version_is_refused_by_name(tmp_path):
    path = tmp_path / "journal.sqlite"
    with sqlite3.connect(path) as connection:
        connection.executescript(f"{RELEASED_1}; PRAGMA user_version = {SCHEMA_VERSION + 1};")
    connection.close()
    with pytest.raises(OutputError, match=r"newer Enhancer \(version 2, known up to 1\)") as caught:
        Journal.open(path, IDENTITY)
    assert caught.value.code == "journal-newer"


def test_a_file_that_is_no_journal_of_ours_is_refused(tmp_path):
    path = tmp_path / "journal.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE other (x)")
    connection.close()
    with pytest.raises(OutputError) as caught:
        Journal.open(path, IDENTITY)
    assert caught.value.code == "journal-foreign"


@pytest.mark.parametrize("damage", ["text", "zeros", "cut", "flipped"])
def test_a_damaged_journal_says_what_to_do(tmp_path, damage):
    root, out = make_inputs(tmp_path / "in", 300), tmp_path / "out"
    run_batch(root, out)
    path = journal_path(out, IDENTITY)
    data = bytearray(path.read_bytes())
    if damage == "text":
        data = bytearray(b"hello")
    elif damage == "zeros":
        data = bytearray(len(data))
    elif damage == "cut":
        del data[len(data) // 2 :]
    else:
        data[4096:] = bytes(byte ^ 0x55 for byte in data[4096:])
    path.write_bytes(data)
    with pytest.raises(OutputError) as caught:
        run_batch(root, out)
    assert caught.value.code == "journal-damaged"
    assert "Move it away" in caught.value.hint
    before = tree(out)
    path.unlink()
    stages = Capitals()
    run_batch(root, out, stages, if_exists="skip")
    assert (stages.worked, tree(out)) == ([], before)


def test_a_journal_of_another_job_is_refused(tmp_path):
    path = tmp_path / "journal.sqlite"
    Journal.open(path, "a").close()
    with pytest.raises(OutputError) as caught:
        Journal.open(path, "b")
    assert caught.value.code == "journal-other-job"
    assert journal_path(tmp_path, "a" * 64) != journal_path(tmp_path, "b" * 64)


def test_a_journal_that_another_program_writes_is_in_use(tmp_path, monkeypatch):
    path = tmp_path / "journal.sqlite"
    with Journal.open(path, IDENTITY) as journal:
        journal.database._connection.execute("PRAGMA busy_timeout = 10")
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OutputInUse):
            journal.remember("x", 1)
        other.close()


def test_without_a_write_ahead_log_everything_works_as_well(tmp_path, monkeypatch):
    real = sqlite3.connect

    class NoLog(sqlite3.Connection):
        def execute(self, query, *parameters):
            if "WAL" in query:
                raise sqlite3.OperationalError("locking protocol")
            return super().execute(query, *parameters)

    monkeypatch.setattr(sqlite3, "connect", lambda *args, **options: real(*args, **options, factory=NoLog))
    root, out = make_inputs(tmp_path / "in"), tmp_path / "out"
    assert run_batch(root, out).done == 5
    assert run_batch(root, out).done == 0


def test_paths_keep_their_exact_bytes(tmp_path):
    name = os.fsdecode(b"caf\xe9\n.txt")
    with Journal.open(tmp_path / "journal.sqlite", IDENTITY) as journal:
        (tmp_path / "in.txt").write_text("x")
        item = Item(name, (tmp_path / "in.txt",), (tmp_path / name, tmp_path / "é.txt"), {"n": [1, name]})
        plan(journal, item)
        assert list(journal.unfinished()) == [item]
        (row,) = journal.rows()
        assert row.key == name
        assert row.outputs == item.outputs


def test_facts_of_the_job_are_remembered_and_states_counted(tmp_path):
    path = tmp_path / "journal.sqlite"
    with Journal.open(path, IDENTITY) as journal:
        assert not journal.planned
        journal.remember("tile", {"side": 256})
        plan(journal, LeftOut("a", "fifo", "It is a\npipe."), LeftOut("b", "missing", "Gone.", "failed"))
        assert journal.counts() == {"pending": 0, "writing": 0, "done": 0, "failed": 1, "skipped": 1}
        assert [row.reason for row in journal.rows()] == ["It is a\\x0apipe.", "Gone."]
    with Journal.open(path, IDENTITY) as journal:
        assert journal.planned
        assert journal.recall("tile") == {"side": 256}
        assert journal.recall("other", 7) == 7


def two_outputs(tmp_path, journal):
    """An item with two outputs that is recorded as being put in place, nothing renamed yet."""
    source, finals = tmp_path / "a.txt", (tmp_path / "one.txt", tmp_path / "two.txt")
    source.write_text("x")
    plan(journal, Item("a.txt", (source,), finals))
    written = []
    for final in finals:
        temporary = write_temporary(final, final.name.encode())
        written.append(Written(temporary, final, Fingerprint.of(temporary), sha256_file(temporary)))
    journal.record_writing([Writing("a.txt", (Fingerprint.of(source),), tuple(written), {"n": 1})])
    return written


@pytest.mark.parametrize("renamed", [0, 1, 2])
def test_an_item_between_its_renames_is_finished(tmp_path, renamed):
    with Journal.open(tmp_path / ".enhancer" / "j.sqlite", IDENTITY) as journal:
        for output in two_outputs(tmp_path, journal)[:renamed]:
            output.temporary.rename(output.final)
        assert journal.recover() == (1, 0)
        assert [row.state for row in journal.rows()] == ["done"]
        assert [row.facts for row in journal.rows()] == [{"n": 1}]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".enhancer", "a.txt", "one.txt", "two.txt"]


@pytest.mark.parametrize("harm", ["lost", "zeroed", "cut"])
def test_an_item_whose_content_did_not_reach_the_disk_is_done_again_and_leaves_nothing(tmp_path, harm):
    with Journal.open(tmp_path / ".enhancer" / "j.sqlite", IDENTITY) as journal:
        first, second = two_outputs(tmp_path, journal)
        first.temporary.rename(first.final)
        if harm == "lost":
            second.temporary.unlink()
        else:
            second.temporary.write_bytes(b"" if harm == "cut" else bytes(len(second.final.name)))
        assert journal.recover() == (0, 1)
        assert sorted(path.name for path in tmp_path.iterdir()) == [".enhancer", "a.txt"]
        stages = Capitals()
        assert run_items(None, stages, journal).done == 1
        assert stages.worked == ["a.txt"]


def test_recovery_never_writes_over_a_file_that_appeared_meanwhile(tmp_path):
    with Journal.open(tmp_path / ".enhancer" / "j.sqlite", IDENTITY) as journal:
        first, second = two_outputs(tmp_path, journal)
        second.final.write_text("mine")
        assert journal.recover() == (0, 1)
        assert second.final.read_text() == "mine"
        assert not first.final.exists()


def test_a_name_that_was_only_claimed_when_the_run_was_killed_is_filled(tmp_path):
    with Journal.open(tmp_path / ".enhancer" / "j.sqlite", IDENTITY) as journal:
        first, second = two_outputs(tmp_path, journal)
        first.final.touch()
        assert journal.recover() == (1, 0)
        assert (first.final.read_text(), second.final.read_text()) == ("one.txt", "two.txt")


def test_a_full_disk_while_recording_is_named(tmp_path):
    with Journal.open(tmp_path / "j.sqlite", IDENTITY) as journal:
        pages = journal.database.rows("PRAGMA page_count")[0][0]
        journal.database.rows(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(OutputError) as caught:
            journal.remember("big", "x" * 100_000)
        assert caught.value.code == "no-space"
        journal.remember("small", 1)
        assert journal.recall("small") == 1


def test_the_folder_of_the_journal_must_take_it(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError):
        Journal.open(tmp_path / "file" / "j.sqlite", IDENTITY)
    assert APPLICATION_ID.to_bytes(4, "big") == b"Enhc"
    assert Path(tmp_path / "file").read_text() == "x"
