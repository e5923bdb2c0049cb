"""The one family of errors that leaves the core; each says what is wrong and what the user can do next."""

from __future__ import annotations


class EnhancerError(Exception):
    """What went wrong in one line, a hint that can be acted on, and a stable code for reports.

    `code` names the case in journals and `--json` ("unreadable", "no-space", ...) and never changes once released.
    `exit_status` is what a command line ends with when this error ends the run.
    """

    exit_status = 1
    default_code = "error"

    def __init__(self, message: str, hint: str = "", code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code or self.default_code

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class SpecError(EnhancerError):
    """A job, option or configuration that cannot be meant."""

    exit_status = 2
    default_code = "usage"


class ImageError(EnhancerError):
    """A picture that cannot be read, or cannot be written as asked."""

    default_code = "unreadable"


class ModelError(EnhancerError):
    """A model that is missing, damaged, unsafe or unfit for what was asked."""

    default_code = "model"


class DataError(EnhancerError):
    """A data set that cannot be used as it is."""

    default_code = "data"


class OutputError(EnhancerError):
    """An output that exists already, cannot be written, or would collide with another."""

    default_code = "output"


class OutputInUse(OutputError):
    """Another run holds the output folder."""

    exit_status = 11
    default_code = "locked"


class DeviceError(EnhancerError):
    """A device that is not there, does not answer correctly, or has no memory left."""

    default_code = "device"


class Cancelled(EnhancerError):
    """The user or the system asked to stop; raised by `Sink.check`, never an error of the work itself."""

    exit_status = 130
    default_code = "cancelled"

    def __init__(self, message: str = "Stopped as asked.", exit_status: int = 130) -> None:
        super().__init__(message)
        self.exit_status = exit_status
