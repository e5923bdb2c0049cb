import os
import socket
import subprocess
import sys

from enhancer.batch import scan as scan_module
from enhancer.batch.scan import scan

TEXT = frozenset({"txt"})


def make(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def keys(*inputs, **options):
    options.setdefault("extensions", TEXT)
    return [found.key for found in scan(inputs, **options) if not found.code]


def codes(*inputs, **options):
    options.setdefault("extensions", TEXT)
    return {found.path.name: found.code for found in scan(inputs, **options) if found.code}


def test_a_folder_gives_its_pictures_in_order_and_nothing_else(tmp_path):
    make(tmp_path, "b.txt", "a.TXT", "c.png", ".hidden.txt", "sub/d.txt")
    make(tmp_path, ".0-1-2-3.enhancer-tmp.txt", ".enhancer/e.txt")
    assert keys(tmp_path) == ["a.TXT", "b.txt"]
    assert keys(tmp_path, recursive=True) == ["a.TXT", "b.txt", "sub/d.txt"]
    assert keys(tmp_path, recursive=True, extensions=frozenset({".png"})) == ["c.png"]


def test_what_is_found_knows_its_root_and_its_place_in_it(tmp_path):
    make(tmp_path, "sub/deep/a.txt")
    (found,) = scan([tmp_path], True, extensions=TEXT)
    assert found.root == tmp_path
    assert found.root / found.relative == found.path
    assert found.relative.as_posix() == "sub/deep/a.txt"


def test_patterns_see_the_name_and_the_path_below_the_root(tmp_path):
    make(tmp_path, "a.txt", "b.txt", "sub/a.txt", "old/a.txt", "old/deep/a.txt")
    assert keys(tmp_path, recursive=True, include=["a*"], exclude=["old"]) == ["a.txt", "sub/a.txt"]
    assert keys(tmp_path, recursive=True, include=["old/*"]) == ["old/a.txt", "old/deep/a.txt"]
    assert keys(tmp_path, recursive=True, exclude=["a.txt"]) == ["b.txt"]


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path):
    make(tmp_path, "photo", ".b.jpeg~")
    assert keys(tmp_path / "photo", tmp_path / ".b.jpeg~", include=["no"]) == ["photo", ".b.jpeg~"]


def test_keys_are_relative_to_what_all_inputs_have_in_common(tmp_path):
    make(tmp_path, "x/a.txt", "y/z/a.txt")
    assert keys(tmp_path / "x", tmp_path / "y" / "z") == ["x/a.txt", "y/z/a.txt"]
    assert keys(tmp_path / "x") == ["a.txt"]
    assert keys(tmp_path / "x" / ".." / "x") == ["a.txt"]


def test_the_output_folder_inside_the_input_is_passed_over(tmp_path):
    make(tmp_path, "a.txt", "out/a.txt", "sub/b.txt", "sub/done.txt")
    assert keys(tmp_path, recursive=True, skip=[tmp_path / "out"]) == ["a.txt", "sub/b.txt", "sub/done.txt"]
    assert "sub/done.txt" not in keys(tmp_path, recursive=True, skip=[tmp_path / "sub" / "done.txt"])
    assert keys(tmp_path, skip=[tmp_path, tmp_path / "missing"]) == ["a.txt"]


def test_pipes_and_sockets_are_left_out_with_a_reason_and_never_opened(tmp_path):
    if not hasattr(os, "mkfifo"):
        return  # no such things on this system
    make(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "sock.txt"))
        assert codes(tmp_path) == {"pipe.txt": "fifo", "sock.txt": "socket"}
        assert codes(tmp_path / "pipe.txt", "/dev/null") == {"pipe.txt": "fifo", "null": "device"}
    assert keys(tmp_path) == ["a.txt"]


def test_links_are_followed_inside_the_tree_only(tmp_path):
    make(tmp_path, "in/a.txt", "in/sub/b.txt", "elsewhere/secret.txt", "in-too/c.txt")
    root = tmp_path / "in"
    (root / "inside.txt").symlink_to("sub/b.txt")
    (root / "outside.txt").symlink_to(tmp_path / "elsewhere" / "secret.txt")
    (root / "neighbour.txt").symlink_to(tmp_path / "in-too" / "c.txt")
    (root / "broken.txt").symlink_to("nowhere.txt")
    (root / "loop.txt").symlink_to("loop.txt")
    (root / "sub" / "up").symlink_to("..")
    (root / "away").symlink_to(tmp_path / "elsewhere")
    assert keys(root, recursive=True) == ["a.txt", "inside.txt", "sub/b.txt"]
    assert codes(root, recursive=True) == {
        "outside.txt": "outside",
        "neighbour.txt": "outside",
        "broken.txt": "broken-link",
        "loop.txt": "link-loop",
        "up": "folder-link",
        "away": "folder-link",
    }
    assert all(found.reason for found in scan([root], True, extensions=TEXT) if found.code)


def test_a_link_that_is_named_itself_is_followed(tmp_path):
    make(tmp_path, "real/a.txt")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "b.txt").symlink_to("real/a.txt")
    assert keys(tmp_path / "link") == ["a.txt"]
    assert keys(tmp_path / "b.txt") == ["b.txt"]


def test_what_is_not_there_is_left_out_as_named(tmp_path):
    (found,) = scan([tmp_path / "none.txt"], extensions=TEXT)
    assert (found.code, found.named) == ("missing", True)
    assert codes(tmp_path / ("x" * 300)) == {"x" * 300: "name-too-long"}
    assert codes(tmp_path / "a\0b") == {"a\0b": "missing"}


def test_a_folder_that_may_not_be_listed_is_left_out_and_the_rest_goes_on(tmp_path, monkeypatch):
    make(tmp_path, "a.txt", "locked/b.txt", "z.txt")
    real = os.scandir

    def refuse(path):
        if str(path).endswith("locked"):
            raise PermissionError(13, "no")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert keys(tmp_path, recursive=True) == ["a.txt", "z.txt"]
    assert codes(tmp_path, recursive=True) == {"locked": "permission"}


def test_names_of_any_bytes_survive(tmp_path):
    names = ["-rf.txt", "a\nb.txt", "\x1b[31m.txt", os.fsdecode(b"caf\xe9.txt")]
    made = []
    for name in names:
        try:
            make(tmp_path, name)
            made.append(name)
        except OSError:
            continue  # this file system takes no such name
    assert sorted(keys(tmp_path)) == sorted(made)


def test_folders_too_large_to_sort_in_memory_come_in_the_same_order(tmp_path, monkeypatch):
    make(tmp_path, *(f"{number * 7919 % 1000:03}é.txt" for number in range(200)))
    expected = keys(tmp_path)
    monkeypatch.setattr(scan_module, "SORTED_IN_MEMORY", 50)
    assert keys(tmp_path) == expected == sorted(expected)


def test_memory_stays_flat_in_a_huge_folder(tmp_path):
    program = (
        "import os, resource, sys\n"
        "from pathlib import Path\n"
        "from enhancer.batch import scan as scan_module\n"
        "from enhancer.batch.scan import scan\n"
        "class Entry:\n"
        "    path = ''\n"
        "    def __init__(self, n): self.name = f'a_rather_long_name_of_a_picture_{n:09}.txt'\n"
        "    def is_symlink(self): return False\n"
        "    def is_dir(self, follow_symlinks=True): return False\n"
        "    def is_file(self, follow_symlinks=True): return True\n"
        "class Entries:\n"
        "    def __init__(self, path): self.n = int(sys.argv[2])\n"
        "    def __iter__(self): return self\n"
        "    def __next__(self):\n"
        "        self.n -= 1\n"
        "        if self.n < 0: raise StopIteration\n"
        "        return Entry(self.n)\n"
        "    def close(self): pass\n"
        "os.scandir = Entries\n"
        "scan_module.SORTED_IN_MEMORY = 1_000\n"
        "count = sum(1 for _ in scan([Path(sys.argv[1])], extensions=frozenset({'txt'})))\n"
        "print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )

    def peak(count):
        command = [sys.executable, "-c", program, str(tmp_path), str(count)]
        found, kilobytes = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        assert int(found) == count
        return int(kilobytes)

    if os.name == "nt":
        return  # no such measure there
    assert peak(40_000) - peak(100) < 5_000
