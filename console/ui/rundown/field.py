"""A field of a form: its name above it, what is wrong with it below."""

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from console.ui.widgets.plain_label import PlainLabel


class Field(QWidget):
    """Names one line or area of text. Labels lead the keyboard to it."""

    def __init__(self, name: str, edit: QLineEdit | QPlainTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self._wrong = PlainLabel(tone="out", face="caption")
        self._wrong.hide()
        label = QLabel()
        label.setProperty("tone", "muted")
        label.setProperty("face", "caption")
        label.setText(name)
        label.setBuddy(edit)
        edit.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(edit, 1)
        column.addWidget(self._wrong)

    @property
    def value(self) -> str:
        """The text as it was typed."""
        return self._edit.toPlainText() if isinstance(self._edit, QPlainTextEdit) else self._edit.text()

    def set_value(self, text: str) -> None:
        """Put a text there."""
        if isinstance(self._edit, QPlainTextEdit):
            self._edit.setPlainText(text)
        else:
            self._edit.setText(text)
            self._edit.setCursorPosition(0)

    @property
    def wrong(self) -> str:
        """What is said to be wrong."""
        return self._wrong.value

    def set_wrong(self, text: str) -> None:
        """Say what is wrong, or with an empty text nothing."""
        self._wrong.set_value(text)
        self._wrong.setVisible(bool(text))

    def focus(self) -> None:
        """Bring the keyboard here, with the text of a line selected."""
        self._edit.setFocus()
        if isinstance(self._edit, QLineEdit):
            self._edit.selectAll()
