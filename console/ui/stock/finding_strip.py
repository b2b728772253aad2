"""What does not add up about the pinned product, with the ways to settle it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.domain.findings import Finding, FindingKind, Settlement
from console.overriding import override
from console.ui.stock.numbers import PinnedStock
from console.ui.stock.words import StockWords
from console.ui.style.grid import RADIUS, STEP
from console.ui.style.look import LiveLook
from console.ui.style.palette import tint
from console.ui.widgets.buttons import WordButton
from console.ui.widgets.plain_label import PlainLabel
from console.ui.widgets.shapes import Shape, paint_shape

_TWO_WAYS = frozenset({FindingKind.STOCK_DIFFERS, FindingKind.PRODUCT_DIFFERS})


class FindingStrip(QWidget):
    """Shows the oldest finding; where the shop's word can be taken, that is offered. Hidden without one."""

    settled = Signal(int, object)

    def __init__(self, look: LiveLook, words: StockWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._finding: Finding | None = None
        self._text = QLabel()
        self._more = PlainLabel(tone="muted", face="caption")
        self.theirs = WordButton(self.tr("Take the shop's"))
        self.ours = WordButton(self.tr("Keep ours"))
        self._lay_out()
        self.theirs.clicked.connect(lambda: self._settle(Settlement.THEIRS))
        self.ours.clicked.connect(lambda: self._settle(Settlement.OURS))
        look.changed.connect(self.update)
        self.hide()

    @property
    def text(self) -> str:
        """What is told."""
        return self._text.text()

    def set_value(self, stock: PinnedStock | None) -> None:
        """Show what is open about this."""
        findings = stock.findings if stock else ()
        self._finding = findings[0] if findings else None
        if stock and self._finding:
            self._text.setText(self._words.finding(self._finding, stock))
            two = self._finding.kind in _TWO_WAYS
            self.theirs.setVisible(two)
            self.ours.set_value(self.tr("Keep ours") if two else self.tr("Settled"))
            self._more.set_value(self.tr("%n more", "", len(findings) - 1) if len(findings) > 1 else "")
        self.setVisible(self._finding is not None)

    def _settle(self, how: Settlement) -> None:
        if self._finding:
            self.settled.emit(self._finding.id, how)

    def _lay_out(self) -> None:
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addWidget(self.theirs)
        buttons.addWidget(self.ours)
        buttons.addStretch(1)
        buttons.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP * 4, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(self._text)
        column.addLayout(buttons)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a quiet fill and the sign."""
        palette = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint(palette.low, palette.panel)))
        painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        paint_shape(painter, Shape.TRIANGLE, QRectF(STEP + 2, STEP + 3, 14, 14), palette.low)
