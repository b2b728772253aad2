"""The room for the panels: columns, beside them a drawer, and words for when every panel is elsewhere."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QDynamicPropertyChangeEvent, QEvent, QObject, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from console.ui.layout.columns import Columns
from console.ui.layout.folding import BESIDE, drawer_width
from console.ui.layout.values import PanelName
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.panel import Panel

LEAST = 288
DRAWER = 760
MARK = 4
_SHOWN = {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}


class Room(QWidget):
    """Lays out columns and drawer; `changed` tells that the columns have another width."""

    changed = Signal()
    dock_all_wanted = Signal()

    def __init__(self, panels: Mapping[PanelName, Panel], look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.columns = Columns(panels, self)
        self._side: QWidget | None = None
        self._empty: EmptyState | None = None
        self._mark: QWidget | None = None
        self._laid_out = False

    @property
    def across(self) -> int:
        """How wide the columns are; until the window is shown, wide enough for all, so that panels need not move."""
        return self.columns.width() if self._laid_out else 2 * self.least * len(PanelName)

    @property
    def least(self) -> int:
        """How wide a column is at least."""
        return self._look.scale.pixels(LEAST)

    def set_side(self, side: QWidget) -> None:
        """Make room for this at the right whenever it is visible."""
        self._side = side
        side.setParent(self)
        side.installEventFilter(self)

    @property
    def shared(self) -> bool:
        """Whether a drawer takes a part of it."""
        return self._side is not None and not self._side.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room for the drawer, as much as its page wants, or give it back to the panels."""
        if watched is self._side and (event.type() in _SHOWN or other_width(event)):
            self._lay_out()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        self._laid_out = True
        side = self._side
        taken = 0
        if side is not None and self.shared:
            beside = int(side.property("beside") or BESIDE)
            width = drawer_width(self.width(), self._look.scale.pixels(DRAWER), self.least, STEP, beside)
            side.setGeometry(self.width() - width, 0, width, self.height())
            taken = width + STEP
        area = QRect(0, 0, self.width() - taken, self.height())
        self.columns.setGeometry(area)
        if self._empty is not None:
            self._empty.setGeometry(area)
        self.changed.emit()

    def show_empty(self, *, empty: bool) -> None:
        """Say where the panels are, if none is here."""
        if empty and self._empty is None:
            words = QCoreApplication.translate("Layout", "Every panel is in a window of its own.")
            self._empty = EmptyState(words, QCoreApplication.translate("Layout", "Dock them"), self)
            self._empty.acted.connect(self.dock_all_wanted)
            self._empty.setGeometry(self.columns.geometry())
        self.columns.setHidden(empty)
        if self._empty is not None:
            self._empty.setVisible(empty)

    def minimumSizeHint(self) -> QSize:
        """Room for one column."""
        return QSize(self.least, self.columns.minimumSizeHint().height())

    def gap_at(self, at: QPoint) -> int | None:
        """The gap between columns that is nearest to a point on the desktop, counted from 0; None: not here."""
        here = self.mapFromGlobal(at)
        if not self.rect().contains(here):
            return None
        return sum(area.center().x() < here.x() for area in self.columns.areas())

    def mark_gap(self, gap: int | None) -> None:
        """Show where a panel that is dragged would go; None: nowhere here."""
        if self._mark is None:
            self._mark = QWidget(self)
            self._mark.setObjectName("drop-mark")
        self._mark.setVisible(gap is not None)
        if gap is not None:
            self._mark.setStyleSheet(f"background: {self._look.palette.accent};")
            self._mark.setGeometry(self._gap_left(gap), 0, MARK, self.height())
            self._mark.raise_()

    def _gap_left(self, gap: int) -> int:
        areas = self.columns.areas()
        if gap >= len(areas):
            return self.columns.width() - MARK
        return max(0, areas[gap].x() - STEP // 2 - MARK // 2)


def other_width(event: QEvent) -> bool:
    """Whether a drawer's page wants another width; a sheet sets properties of its own, while it is put on."""
    return isinstance(event, QDynamicPropertyChangeEvent) and event.propertyName() == b"beside"
