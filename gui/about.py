"""About the program: its version and licence, and what it is made of, with the licences of that."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QFrame, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from enhancer import __version__

from .services import Services
from .theme.roles import with_role
from .widgets.controls import Fold
from .widgets.failure import FailureNote
from .workers.protocol import Failure

ROWS_SHOWN = 10


class About(QFrame):
    """The notices are gathered when their fold is first opened."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_role(self, "card")
        self._services = services
        title = with_role(QLabel(f"Enhancer {__version__}"), "heading")
        title.setProperty("data", True)
        self.own = QLabel(
            self.tr(
                "Free software under the Apache licence 2.0; so are the models that come with it. "
                "Nothing is sent anywhere, and nothing is downloaded."
            )
        )
        self.own.setWordWrap(True)
        self.fold = Fold(self.tr("Third-party notices"))
        self.qt = QLabel(
            self.tr(
                "Qt {version} and PySide6 are used under the GNU Lesser General Public License, version 3. They are "
                "separate libraries that you may replace by others of the same interface; their sources are at "
                "download.qt.io. No fonts come with the program: it uses those of your system."
            ).format(version=qVersion())
        )
        self.qt.setWordWrap(True)
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([self.tr("Library"), self.tr("Version"), self.tr("Licence")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.setAccessibleName(self.tr("Third-party notices"))
        self.table.setProperty("data", True)
        self.table.hide()
        self.failure = FailureNote()
        for part in (self.qt, self.failure, self.table):
            self.fold.add(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 8)
        layout.setSpacing(8)
        for part in (title, self.own):
            layout.addWidget(part)
        layout.addWidget(self.fold)
        self.fold.toggled.connect(self._opened)

    def _opened(self, opened: bool) -> None:
        if opened and not self.table.rowCount():
            self._services.pictures.ask("notices", {}, done=self._show, failed=self._failed, replaces="notices")

    def _show(self, found: dict[str, Any]) -> None:
        packages = found["packages"]
        self.table.setRowCount(len(packages))
        for row, package in enumerate(packages):
            for column, key in enumerate(("name", "version", "licence")):
                item = QTableWidgetItem(package[key])
                item.setToolTip("\n".join(filter(None, (package[key], package["home"]))))
                self.table.setItem(row, column, item)
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setStretchLastSection(True)
        shown = min(len(packages), ROWS_SHOWN)
        height = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(self.table.horizontalHeader().sizeHint().height() + shown * height + 4)
        self.table.show()

    def _failed(self, failure: Failure) -> None:
        self.failure.show_failure(failure)
