"""Which encoding a text file is in; shown once a file turns out not to be UTF-8."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from console.imports.encodings import Encoding
from console.ui.style.grid import STEP
from console.ui.widgets.plain_label import PlainLabel


class EncodingChoice(QWidget):
    """Holds an encoding, or none while nobody had to choose. `chosen` tells that a person chose."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self.box.setAccessibleName(self.tr("Encoding of the text"))
        for encoding in Encoding:
            self.box.addItem(encoding.upper(), encoding)
        self.box.activated.connect(lambda _index: self.chosen.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(PlainLabel(self.tr("Text in"), tone="muted"))
        row.addWidget(self.box)
        self.set_value(None)

    @property
    def value(self) -> Encoding | None:
        """The encoding to read by; None for UTF-8 as usual."""
        return Encoding(self.box.currentData()) if self.box.currentIndex() >= 0 else None

    def set_value(self, encoding: Encoding | None) -> None:
        """Hold this one, and show the choice; for None, hide it."""
        self.box.setCurrentIndex(-1 if encoding is None else self.box.findData(encoding))
        self.setVisible(encoding is not None)
