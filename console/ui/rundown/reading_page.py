"""The page that is read during a show: the script above the list of segments."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from console.domain.rundown import Segment
from console.ui.rundown.script_view import ScriptView
from console.ui.rundown.segment_list import SegmentList
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook

if TYPE_CHECKING:
    from console.ui.words.script import Written


class ReadingPage(QSplitter):
    """Shows a script and the segments; the keyboard comes to the segments first."""

    def __init__(self, look: LiveLook, segments: SegmentList, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.script = ScriptView(look)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(STEP)
        self.addWidget(self.script)
        self.addWidget(segments)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 3)
        QWidget.setTabOrder(segments, self.script)

    def set_value(self, segment: Segment | None, lines: "tuple[Written, ...] | None" = None) -> None:
        """Show the script of this segment; as `lines`, where it was held against the facts."""
        script = segment.script if segment else ""
        self.script.set_value(script, lines)
        self.script.setVisible(bool(script))
