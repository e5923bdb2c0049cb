"""The store: names to model files, the shipped ones first, then the user's folder. Never imports torch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import EnhancerError, ModelError
from ..files.hashing import sha256_file
from ..registry import did_you_mean
from .file import read_header
from .info import ModelInfo

SUFFIX = ".safetensors"
REFERENCE_SUFFIX = ".reference.safetensors"
"""Of the features of real pictures beside a generator: no model, so the store passes over it."""
USER_FOLDER_VARIABLE = "ENHANCER_MODELS"


@dataclass(frozen=True)
class Entry:
    """One model on disk. `shipped` models came with the program."""

    name: str
    path: Path
    info: ModelInfo
    shipped: bool

    @property
    def sha256(self) -> str:
        """Of the whole file, hex."""
        return sha256_file(self.path)


@dataclass(frozen=True)
class Store:
    """Folders of model files in order of precedence; a later folder cannot hide a name of an earlier one."""

    shipped: Path
    user: Path

    @classmethod
    def default(cls) -> Store:
        return cls(shipped_folder(), user_folder())

    def __iter__(self) -> Iterator[Entry]:
        """All readable models; files that are not models are passed over, `problems` lists them."""
        for path in self._paths():
            try:
                yield self._entry(path)
            except EnhancerError:
                continue

    def problems(self) -> list[str]:
        """One sentence for each file in the folders that cannot be opened as a model."""
        found = []
        for path in self._paths():
            try:
                self._entry(path)
            except EnhancerError as error:
                found.append(str(error))
        return found

    def names(self) -> list[str]:
        return [path.stem for path in self._paths()]

    def find(self, name: str) -> Entry:
        """The model of that name, or the model file at that path; ModelError with the nearest name otherwise."""
        for path in self._paths():
            if path.stem == name:
                return self._entry(path)
        path = Path(name)
        if path.suffix == SUFFIX or path.is_file():
            if not path.is_file():
                raise ModelError(f"There is no model file {name}.", code="model-missing")
            return self._entry(path)
        raise ModelError(f"There is no model {name!r}.", did_you_mean(name, self.names()), code="model-missing")

    def _paths(self) -> list[Path]:
        found: dict[str, Path] = {}
        for folder in (self.shipped, self.user):
            for path in sorted(folder.glob(f"*{SUFFIX}")):
                if not path.name.endswith(REFERENCE_SUFFIX):
                    found.setdefault(path.stem, path)
        return list(found.values())

    def _entry(self, path: Path) -> Entry:
        info, _ = read_header(path)
        return Entry(path.stem, path, info, path.parent == self.shipped)


def shipped_folder() -> Path:
    """`pretrained/` beside the package in a checkout, inside it when installed from a wheel."""
    package = Path(__file__).resolve().parent.parent
    beside = package.parent / "pretrained"
    return beside if beside.is_dir() and (package.parent / "pyproject.toml").is_file() else package / "pretrained"


def user_folder() -> Path:
    """Where the user's own models are kept; the environment variable ENHANCER_MODELS names another place."""
    import os

    import platformdirs

    named = os.environ.get(USER_FOLDER_VARIABLE)
    return Path(named) if named else platformdirs.user_data_path("enhancer") / "models"
