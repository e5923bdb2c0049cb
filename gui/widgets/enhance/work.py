"""What the page shows of an open picture: tools above it, the picture, and below it cards and a line about it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ...services import Services
from ...theme.roles import with_role
from ..canvas import MODES, Picture
from .actions import Actions
from .cards import Cards
from .foot import Foot
from .settings_panel import SettingsPanel
from .tool_row import ToolRow
from .viewer import Viewer

MODE = "pages.enhance.mode"
SPLIT_AT = 0.5


class Work(QWidget):
    """It carries out the actions that only change how the picture is looked at."""

    def __init__(self, services: Services, does: Actions, panel: SettingsPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = services.settings
        self.viewer = Viewer(services, panel, does.live, does.compare)
        canvas = self.viewer.canvas
        self.tools = ToolRow(
            canvas, does.open, does.zoom_out, [does.fit, *does.zooms], does.zoom_in, [does.fit, does.compare]
        )
        self.cards = Cards(services)
        self.foot = Foot(does.live)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        layout.addWidget(with_role(QFrame(), "line"))
        layout.addWidget(self.viewer, 1)
        layout.addWidget(self.cards)
        layout.addWidget(self.foot)
        does.zoom_in.triggered.connect(canvas.zoom_in)
        does.zoom_out.triggered.connect(canvas.zoom_out)
        does.fit.triggered.connect(canvas.fit)
        for action in does.zooms:
            action.triggered.connect(self._zoom_wanted)
        for action in does.modes.values():
            action.triggered.connect(self._mode_wanted)
        live = self.viewer.live
        live.began.connect(self.foot.say_preview_began)
        live.progressed.connect(self.foot.say_preview_progressed)
        live.done.connect(self.foot.say_preview_done)
        live.failed.connect(self.foot.say_idle)
        self.viewer.idle.connect(self.foot.say_idle)
        mode = services.settings.get(MODE, "split")
        canvas.set_mode(next((one for one in MODES if one == mode), "split"))
        canvas.set_split(SPLIT_AT)

    def show_picture(self, picture: Picture | None) -> None:
        """What is known of it; picture: one whose size is known."""
        self.tools.mode.setEnabled(picture is not None)
        self.cards.take_room_if_needed()
        self.foot.show_picture(picture)

    def save_state(self) -> None:
        self._settings.set(MODE, self.viewer.canvas.mode)

    def _mode_wanted(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.viewer.canvas.set_mode(action.data())

    def _zoom_wanted(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.viewer.canvas.zoom_to(float(action.data()))
