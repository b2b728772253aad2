"""A label of plain text that gives way: too long, it is elided and tells the whole in its tooltip."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from console.ui.widgets.plain_text import one_line, tooltip


class PlainLabel(QLabel):
    """One line of plain text. Names are elided at their end, codes in their middle.

    `tone` and `face` are words of the sheet: `muted`, `good`, `low`, `out`; `caption`, `strong`, `heading`, `stage`.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        tone: str = "",
        face: str = "",
    ) -> None:
        super().__init__(parent)
        self._whole = ""
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("tone", tone)
        self.setProperty("face", face)
        self.set_value(text)

    def set_face(self, face: str) -> None:
        """Wear another face."""
        if face != self.property("face"):
            self.setProperty("face", face)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_value(self, text: str) -> None:
        """Show this text."""
        line = one_line(text)
        if line == self._whole:
            return
        self._whole = line
        self.setAccessibleName(line)
        self._fit()
        self.updateGeometry()

    @property
    def value(self) -> str:
        """The whole text."""
        return self._whole

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        hint = super().sizeHint()
        frame = self.contentsMargins().left() + self.contentsMargins().right()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + frame + 1, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Room for two letters and the ellipsis."""
        least = self.fontMetrics().horizontalAdvance("MM…")
        return QSize(min(least, self.sizeHint().width()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Elide anew in another face."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()
            self.updateGeometry()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._elide, self.contentsRect().width())
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(tooltip(self._whole) if shown != self._whole else "")
