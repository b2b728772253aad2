"""The strip in which a person changes what is said of a stopped sale: a few ready sentences, or one's own."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from console.domain.decide.claims import MOST_NOTICE
from console.overriding import override
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, Kind, WordButton
from console.ui.widgets.plain_text import one_line


class NoticeStrip(QWidget):
    """Hidden until it is begun. `wanted` carries the sentence."""

    wanted = Signal(str)
    closed = Signal()

    def __init__(self, look: LiveLook, sentences: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = QComboBox(editable=True)
        self.sentence.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.sentence.setMinimumContentsLength(12)
        self.sentence.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sentence.setAccessibleName(QCoreApplication.translate("NoticeStrip", "What is said of the stop"))
        self.sentence.addItems(sentences)
        done = WordButton(QCoreApplication.translate("NoticeStrip", "Say this"), Kind.PRIMARY)
        cancel = IconButton(look, "cross", QCoreApplication.translate("NoticeStrip", "Leave it so (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        for widget in (self.sentence, done, cancel):
            row.addWidget(widget)
        if (field := self.sentence.lineEdit()) is not None:
            field.setMaxLength(MOST_NOTICE)
            field.returnPressed.connect(self.submit)
        done.clicked.connect(self.submit)
        cancel.clicked.connect(self.close_it)
        self.hide()

    def begin(self, sentence: str) -> None:
        """Ask for another sentence than this."""
        self.sentence.setCurrentText(sentence)
        self.show()
        self.sentence.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if (field := self.sentence.lineEdit()) is not None:
            field.selectAll()

    def submit(self) -> None:
        """Have this said."""
        self.wanted.emit(one_line(self.sentence.currentText())[:MOST_NOTICE])
        self.close_it()

    def close_it(self) -> None:
        """Leave, if it is open."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves what is said as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            super().keyPressEvent(event)
