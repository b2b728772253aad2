"""The script of a segment, to be read: plain text, comfortable lines."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from console.ui.style.grid import BREATH, RING, STEP
from console.ui.style.look import LiveLook
from console.ui.style.type_scale import Size

if TYPE_CHECKING:
    from console.ui.words.script import Written

_LINE = 26
_WHY = "  ✕ "
STAGE = 36
_WIDEST = 640
_STAGE_WIDEST = 1_200


class ScriptView(QTextEdit):
    """Shows one script, from its top when it is another one."""

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._script = ""
        self._lines: tuple[Written, ...] | None = None
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

    def set_value(self, script: str, lines: "tuple[Written, ...] | None" = None) -> None:
        """Show this script, with its facts filled in if there are `lines`; those move nothing under the eye."""
        if (script, lines) == (self._script, self._lines):
            return
        same, self._script, self._lines = script == self._script, script, lines
        place = self.verticalScrollBar().value()
        self.setCurrentCharFormat(QTextCharFormat())  # a plain text takes the face of the line that the cursor is in
        self.setPlainText(script if lines is None else "\n".join(map(_shown, lines)))
        self._space_lines()
        self._mark_lines()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if same:
            self.verticalScrollBar().setValue(place)

    def _mark_lines(self) -> None:
        """Strike what is not so and say why; point out what is missing."""
        palette = self._look.palette
        struck, why, missing = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        struck.setFontStrikeOut(True)
        struck.setForeground(QColor(palette.muted))
        why.setForeground(QColor(palette.out))
        missing.setForeground(QColor(palette.low))
        for at, line in enumerate(self._lines or ()):
            block = self.document().findBlockByNumber(at)
            if line.why:
                end = block.length() - 1
                reason = len(f"{_WHY}{line.why}")
                self._dress(block.position(), end - reason, struck)
                self._dress(block.position() + end - reason, reason, why)
            for begin, length in line.missing:
                self._dress(block.position() + begin, length, missing)

    def _dress(self, begin: int, length: int, face: QTextCharFormat) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(begin)
        cursor.setPosition(begin + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(face)

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
        self._mark_lines()

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


def _shown(line: "Written") -> str:
    """A line, with why it is struck behind it."""
    return f"{line.text}{_WHY}{line.why}" if line.why else line.text
