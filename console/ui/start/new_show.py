"""The form of a new show: its title, its currency, and where its file goes."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.ui.style.grid import STEP
from console.ui.widgets.buttons import WordButton
from console.ui.widgets.plain_label import PlainLabel

SUFFIX = ".cuedesk"
MOST_TITLE = 300


class NewShowForm(QWidget):
    """Asks for a show. `wanted` carries title, currency and path once all three are good."""

    wanted = Signal(str, str, object)

    def __init__(self, folder: Path, currencies: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._chosen: Path | None = None
        self.title = QLineEdit(placeholderText=self.tr("Spring evening"), maxLength=MOST_TITLE)
        self.currency = QComboBox(placeholderText=self.tr("Choose"))
        self._place = PlainLabel(tone="muted", elide=Qt.TextElideMode.ElideMiddle)
        self._change = WordButton(self.tr("Change…"))
        self._trouble = PlainLabel(tone="out")
        self._create = WordButton(self.tr("Create the show"))
        self.currency.addItems(list(currencies))
        self.currency.setCurrentIndex(-1)
        self._lay_out()
        self._connect()
        self._say("")
        self._show_place()

    @property
    def path(self) -> Path:
        """Where the file goes."""
        return self._chosen or self._folder / f"{file_name(self.title.text()) or 'show'}{SUFFIX}"

    def set_path(self, path: Path) -> None:
        """Put the file there."""
        self._chosen = path if path.suffix else path.with_suffix(SUFFIX)
        self._say("")
        self._show_place()

    def submit(self) -> None:
        """Ask for the show, or say what is missing beside the field."""
        title, currency = self.title.text().strip(), self.currency.currentText()
        if not title:
            self._complain(self.title, self.tr("Give the show a title."))
        elif not currency:
            self._complain(self.currency, self.tr("Choose the currency of its prices."))
        elif self.path.exists():
            self._complain(self._change, self.tr("There is a file of this name already. Choose another place."))
        else:
            self._say("")
            self.wanted.emit(title, currency, self.path)

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(STEP)
        place.addWidget(self._place, 1)
        place.addWidget(self._change)
        form = QGridLayout()
        form.setHorizontalSpacing(2 * STEP)
        form.setVerticalSpacing(STEP)
        form.setColumnStretch(1, 1)
        form.addWidget(PlainLabel(self.tr("Title"), tone="muted"), 0, 0)
        form.addWidget(self.title, 0, 1)
        form.addWidget(PlainLabel(self.tr("Currency"), tone="muted"), 1, 0)
        form.addWidget(self.currency, 1, 1)
        form.addWidget(PlainLabel(self.tr("File"), tone="muted"), 2, 0)
        form.addLayout(place, 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(form)
        column.addWidget(self._trouble)
        column.addWidget(self._create, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.title.setAccessibleName(self.tr("Title"))
        self.currency.setAccessibleName(self.tr("Currency"))
        self.title.textChanged.connect(self._show_place)
        self.title.returnPressed.connect(self.submit)
        self._create.clicked.connect(self.submit)
        self._change.clicked.connect(self._ask_place)

    def _ask_place(self) -> None:
        dialog = QFileDialog(self, self.tr("Where the file goes"), str(self.path))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Shows (*{0})").format(SUFFIX))
        dialog.fileSelected.connect(lambda path: self.set_path(Path(path)))
        dialog.open()

    def _show_place(self) -> None:
        self._place.set_value(str(self.path))

    def _complain(self, field: QWidget, words: str) -> None:
        self._say(words)
        field.setFocus()

    def _say(self, words: str) -> None:
        self._trouble.set_value(words)
        self._trouble.setVisible(bool(words))


def file_name(title: str) -> str:
    """The title as the name of a file, on any system: letters and digits of any script, and hyphens."""
    return "-".join(re.findall(r"\w+", title.lower()))[:60].strip("-_")
