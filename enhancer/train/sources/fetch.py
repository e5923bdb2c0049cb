"""What torchvision does for the sources: fetching known sets, checked by their published sums, and listing ImageNet.

The only place that imports it, and late, for it takes a second and is needed by few.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from ...errors import DataError
from ...files.names import display

_UNKNOWN_OPERATOR = re.compile(r"operator (torchvision::\w+) does not exist")
_TRIES = 8


def datasets() -> Any:
    """The module `torchvision.datasets`. DataError if torchvision is not installed or cannot be loaded."""
    import torch

    for _ in range(_TRIES):
        try:
            return import_module("torchvision.datasets")
        except (ImportError, OSError) as error:
            raise _unusable(error) from None
        except RuntimeError as error:
            # A torchvision that was built for another torch finds no compiled operators of its own and stumbles
            # over describing them. Data sets need none, so it is enough that their names are known: calling one
            # fails as before. Once torchvision describes them in another way, this raises what it said.
            unknown = _UNKNOWN_OPERATOR.search(str(error))
            if unknown is None:
                raise _unusable(error) from None
            _KEPT.append(torch.library.Library("torchvision", "FRAGMENT"))  # type: ignore[no-untyped-call]
            _KEPT[-1].define(f"{unknown[1].partition('::')[2]}(Tensor a, Tensor b, float c) -> Tensor")
    raise _unusable(RuntimeError("it misses too many operators"))


_KEPT: list[Any] = []
"""A library's definitions last as long as it does."""


def fetch_mnist(top: Path) -> None:
    """Download into `top`/MNIST/raw, as torchvision does."""
    _fetch("MNIST", top, lambda sets: sets.MNIST(str(top), download=True))


def fetch_cifar10(top: Path) -> None:
    """Download into `top`/cifar-10-batches-py. Only unpacks: torchvision's own reader would run a pickle."""

    def unpack(sets: Any) -> None:
        made = sets.CIFAR10
        sets.utils.download_and_extract_archive(made.url, str(top), filename=made.filename, md5=made.tgz_md5)

    _fetch("CIFAR-10", top, unpack)


def _fetch(what: str, top: Path, work: Callable[[Any], object]) -> None:
    sets = datasets()
    try:
        work(sets)
    except (OSError, RuntimeError, ValueError) as error:  # URLError is an OSError; a wrong sum is a RuntimeError
        why = display(str(error).splitlines()[0] if str(error) else type(error).__name__, 200)
        raise DataError(
            f"{what} could not be fetched into {display(str(top))}: {why}.",
            "Check the connection and the folder, or put the files there yourself.",
            "not-fetched",
        ) from None


def _unusable(error: Exception) -> DataError:
    why = display(str(error).splitlines()[0] if str(error) else type(error).__name__, 200)
    return DataError(
        f"torchvision cannot be loaded: {why}.",
        "Install the release that belongs to the installed torch.",
        "no-torchvision",
    )
