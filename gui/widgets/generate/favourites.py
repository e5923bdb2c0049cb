"""Pictures that are kept at hand, in a row below the grid. Remembered is how they are made, of each model its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...child_pixels import image_of
from ...services import Services
from ...theme.roles import with_role
from .grid import SampleModel, SampleView
from .sample import Sample, samples_of

if TYPE_CHECKING:
    from enhancer.models.store import Entry

KEY = "pages.generate.favourites"
SIDE = 64
MOST = 100


class Favourites(QWidget):
    """Hidden while there are none. Signals: changed() when others are there."""

    changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compute, self._settings = services.compute, services.settings
        self._model = ""
        self._coming: list[dict[str, Any]] = []
        self.model = SampleModel(self)
        self.tray = SampleView(services.theme, self.model)
        self.tray.setAccessibleName(self.tr("Favourites"))
        self.tray.side = SIDE
        self.tray.one_row()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(with_role(QLabel(self.tr("Favourites")), "heading"))
        column.addWidget(self.tray)
        self.hide()

    @property
    def samples(self) -> Sequence[Sample]:
        return self.model.samples

    def show_model(self, entry: Entry | None, value: str) -> None:
        """Those of this model, made anew. value: how the compute child finds it."""
        self._model = entry.info.name if entry else ""
        self.model.show(())
        self._coming = [origin for origin in self._stored() if origin.get("model") == self._model]
        if self._coming:
            self._compute.ask(
                "samples",
                {
                    "model": value,
                    "what": "like",
                    "origins": self._coming,
                    "start": 0,
                    "count": len(self._coming),
                    "same_only": True,
                },
                done=self._came,
                replaces="favourites",
            )
        self._renew()

    def toggle(self, chosen: Sequence[Sample]) -> bool:
        """Keep those that are not kept yet, else let them go; whether there was room for all."""
        known = {sample.key for sample in self.samples}
        new = [sample for sample in chosen if sample.key not in known]
        room = max(MOST - len(self.samples), 0)
        if new:
            self.model.add(new[:room])
        else:
            self.model.remove({sample.key for sample in chosen})
        self._store()
        self._renew()
        return len(new) <= room

    def _stored(self) -> list[dict[str, Any]]:
        """How the favourites of all models are made."""
        return self._settings.list_of(KEY, dict)

    def _came(self, result: dict[str, Any]) -> None:
        self._coming = []
        if result["pixels"]:
            found = samples_of(image_of(result["pixels"]), result["origins"], int(result["height"]), 0)
            known = {sample.key for sample in self.samples}
            self.model.show([*(one for one in found if one.key not in known), *self.samples])
        self._renew()

    def _store(self) -> None:
        others = [origin for origin in self._stored() if origin.get("model") != self._model]
        # Those that are not shown yet, or could not be made this time, are not given up.
        self._settings.set(KEY, others + self._coming + [dict(sample.origin) for sample in self.samples])

    def _renew(self) -> None:
        self.setVisible(bool(self.samples))
        self.changed.emit()
