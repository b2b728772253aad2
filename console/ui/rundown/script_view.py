"""The script of a segment, to be read: plain text, comfortable lines."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from console.ui.style.grid import BREATH, RING, STEP
from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size

_LINE = 26
STAGE = 36
_WIDEST = 640
_STAGE_WIDEST = 1_200


class ScriptView(QTextEdit):
    """Shows one script, from its top when it is another one."""

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._script = ""
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Script"))
        self.document().setDocumentMargin(0)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_value(self, script: str) -> None:
        """Show this script."""
        if script == self._script:
            return
        self._script = script
        self.setPlainText(script)
        self._space_lines()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _restyle(self) -> None:
        palette = self._look.palette
        ring = "border: 2px solid"
        self.setStyleSheet(
            f"QTextEdit {{ background: {palette.panel}; color: {palette.text}; {ring} transparent;"
            f" font-size: {self._look.pixels(Size.STRONG, STAGE)}px; selection-background-color: {palette.accent};"
            f" selection-color: {palette.ground}; }}"
            f"QTextEdit:focus {{ {ring} {palette.accent}; border-radius: 6px; }}"
        )
        self._space_lines()

    def _space_lines(self) -> None:
        spaced = QTextBlockFormat()
        line = self._look.pixels(_LINE, STAGE * 1.4)
        spaced.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        spaced.setBottomMargin(STEP)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines short enough to be read, however wide the panel is."""
        left = BREATH - RING
        spare = self.width() - left - self._look.pixels(_WIDEST, _STAGE_WIDEST)
        self.setViewportMargins(left, 0, max(STEP, spare), 0)
        super().resizeEvent(event)
