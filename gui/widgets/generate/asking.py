"""The pictures of a question, asked of the compute child in portions of a good size; the newest question wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ...child_pixels import discard, image_of
from ...services import Services
from ...workers.protocol import Failure
from .grid import SampleModel
from .question import Question
from .sample import Sample, samples_of

ASK_AFTER_MS = 30
"""Settings that move are asked for together; what was asked before is dropped."""
FIRST_PORTION = 16
MOST_AT_ONCE = 64


class Asking(QObject):
    """Fills a model. Signals: came() with each portion; failed(Failure)."""

    came = Signal()
    failed = Signal(object)

    def __init__(
        self, services: Services, samples: SampleModel, device: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._compute, self._samples, self._device = services.compute, samples, device
        self._question: Question | None = None
        self.token = 0
        self._batch = FIRST_PORTION
        self._soon = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._soon.timeout.connect(self._ask)

    @property
    def waiting(self) -> bool:
        """Whether the newest question is not asked yet."""
        return self._soon.isActive()

    def want(self, question: Question) -> None:
        self._question = question
        self._soon.start()

    def stop(self) -> None:
        """Ask nothing more."""
        self._soon.stop()

    def other_model(self) -> None:
        """What was learned of the good size of a portion does not count any more."""
        self._batch = FIRST_PORTION

    def _ask(self) -> None:
        if self._question is not None and self._question.model:
            self.token += 1
            self._ask_from(self._question, 0)

    def _ask_from(self, question: Question, start: int) -> None:
        some = min(max(self._batch, FIRST_PORTION), MOST_AT_ONCE)
        self._compute.ask(
            "samples",
            question.arguments(start, some, self.token) | {"device": self._device()},
            done=self._answered,
            failed=self._not_answered,
            replaces="samples",
        )

    def _answered(self, result: dict[str, Any]) -> None:
        question = self._question
        if result["token"] != self.token or question is None:
            if result["pixels"]:
                discard(result["pixels"])
            return
        self._batch = int(result["batch"])
        start, total = int(result["start"]), question.total
        found: list[Sample] = []
        if result["pixels"]:
            found = samples_of(image_of(result["pixels"]), result["origins"], int(result["height"]), start)
            self._samples.take_place(start, found)
        ended = start + len(found)
        if not found or ended >= total:
            self._samples.cut(ended)
        else:
            self._ask_from(question, ended)
        self.came.emit()

    def _not_answered(self, failure: Failure) -> None:
        self.failed.emit(failure)
