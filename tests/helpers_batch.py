"""Stages that copy text in capitals, a command that runs them as a batch, and the hash of a tree."""

import hashlib
import sys
from pathlib import Path

from enhancer.batch.item import Item, Staged
from enhancer.batch.journal import Journal, journal_path
from enhancer.batch.plan import LeftOut, make_plan
from enhancer.batch.runner import run_items
from enhancer.batch.scan import scan
from enhancer.events import ItemDone, NullSink
from enhancer.files.atomic import write_temporary
from enhancer.files.lock import OutputLock

IDENTITY = "0123456789abcdef" * 4


class Recorder(NullSink):
    def __init__(self):
        self.events = []

    def emit(self, event):
        self.events.append(event)

    def ends(self, state="done"):
        return [event.key for event in self.events if isinstance(event, ItemDone) and event.state == state]


class Capitals:
    """Each output is the joined inputs in capitals; keeps what it worked on in a log, if it has one."""

    def __init__(self, log=None):
        self.log = log
        self.worked = []

    def read(self, item):
        data = b"".join(path.read_bytes() for path in item.inputs)
        return data, len(data)

    def work(self, item, loaded, sink):
        self.worked.append(item.key)
        return loaded.upper()

    def write(self, item, result):
        staged = [Staged(write_temporary(final, result), final) for final in item.outputs]
        if self.log is not None:
            with self.log.open("a", encoding="utf-8", errors="surrogateescape") as file:
                file.write(f"{item.key}\n")
        return staged, {"bytes": len(result)}


def make_inputs(folder, count=5, suffix=".txt"):
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:03}{suffix}").write_text(f"text {number} " * 20)
    return folder


def candidates(root, out, suffix=""):
    for found in scan([root], True, extensions=frozenset({"txt"}), skip=[out]):
        if found.code:
            yield LeftOut(found.key, found.code, found.reason)
        else:
            target = out / found.relative
            yield Item(found.key, (found.path,), (target.with_name(target.stem + suffix + target.suffix),))


def open_journal(out, identity=IDENTITY):
    return Journal.open(journal_path(out, identity), identity)


def run_batch(root, out, stages=None, sink=None, if_exists="error", **options):
    """The whole way: lock, journal, plan, run."""
    with OutputLock(out), open_journal(out) as journal:
        make_plan(candidates(root, out), journal, if_exists)
        return run_items(None, stages or Capitals(), journal, sink, **options)


def tree(folder):
    """Hash of every file below a folder by its relative path, without what the batch keeps for itself."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".enhancer" not in path.relative_to(folder).parts
    }


class Failing(Capitals):
    """Raises what `errors` holds for (stage, key)."""

    def __init__(self, errors):
        super().__init__()
        self.errors = errors

    def _maybe(self, stage, item):
        error = self.errors.get((stage, item.key))
        if error is not None:
            raise error

    def read(self, item):
        self._maybe("read", item)
        return super().read(item)

    def work(self, item, loaded, sink):
        self._maybe("work", item)
        return super().work(item, loaded, sink)

    def write(self, item, result):
        self._maybe("write", item)
        return super().write(item, result)


def failure_codes(sink):
    return [event.code for event in sink.events if isinstance(event, ItemDone) and event.code]


def leftovers(out):
    return [path.name for path in out.rglob("*") if ".enhancer-tmp" in path.name]


def main(root, out, log):
    outcome = run_batch(Path(root), Path(out), Capitals(Path(log)))
    print(f"done {outcome.done} failed {outcome.failed}")


if __name__ == "__main__":
    main(*sys.argv[1:])
