"""The frame of both imports: what to choose, what is found, what to do."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from console.imports.course import Course
from console.imports.lines import WrongEncoding
from console.ui.act import Act, action_of
from console.ui.imports import acts as import_acts
from console.ui.imports.encoding_choice import EncodingChoice
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, Kind, WordButton
from console.ui.widgets.course_view import CourseView
from console.ui.widgets.panel import Panel
from console.ui.widgets.plain_label import PlainLabel


class ImportFrame(Panel):
    """Shows one step at a time: choosing, reading, or what came of it.

    `chosen` carries paths, `accepted` is the main button, `left` asks to close the page.
    """

    chosen = Signal(object)
    accepted = Signal()
    left = Signal()

    def __init__(
        self, look: LiveLook, title: str, sentence: str, *, several: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, title, parent)
        self._several = several
        self._files = PlainLabel(self.tr("No file is chosen."), tone="muted", elide=Qt.TextElideMode.ElideMiddle)
        self.choose = WordButton(self.tr("Choose files…") if several else self.tr("Choose a file…"))
        self._beside = QHBoxLayout()
        self._trouble = _wrapped("out")
        self._next_step = _wrapped("muted")
        self._steps = QStackedLayout()
        self.course = CourseView(look)
        self.encoding = EncodingChoice()
        self._hint = _wrapped("muted", sentence)
        self._hint_page = _centred(self._hint)
        self.main = WordButton("", Kind.PRIMARY)
        self._make_actions()
        self._build(look)

    def add_beside(self, *widgets: QWidget) -> None:
        """Put something to choose beside the files."""
        for widget in widgets:
            self._beside.addWidget(widget)

    def add_content(self, content: QWidget) -> QWidget:
        """Add a page for `show_content`."""
        self._steps.addWidget(content)
        return content

    def show_files(self, names: Sequence[str]) -> None:
        """Name the files that are chosen."""
        self._files.set_value(", ".join(names))

    def show_trouble(self, title: str, next_step: str = "") -> None:
        """Say what is wrong and what to do; nothing for an empty title."""
        for label, words in ((self._trouble, title), (self._next_step, next_step)):
            label.setText(words)
            label.setVisible(bool(words))

    def show_hint(self) -> None:
        """Show what goes here."""
        self._show(self._hint_page, "")

    def show_busy(self, words: str, course: Course) -> None:
        """Show how far long work has come."""
        self.show_trouble("")
        self._show(self.course, "")
        self.course.follow(course, words)
        self.course.cancel.setFocus()

    def show_guess(self, error: WrongEncoding) -> None:
        """Choose the likeliest encoding, so that it can be tried, and say that it is a guess."""
        self.encoding.set_value(error.fits[0])

    def tell_guess(self) -> None:
        """Say that an encoding was chosen, and by what to judge it."""
        if (encoding := self.encoding.value) is not None:
            words = self.tr("The file is not in UTF-8. It was read as {0}: where words look wrong, choose another.")
            self.show_trouble("", words.format(encoding.upper()))

    def show_content(self, content: QWidget, main: str, *, enabled: bool = True) -> None:
        """Show a page of content, and what the main button does."""
        self._show(content, main)
        self.main.setEnabled(enabled)
        if enabled and main:
            self.main.setFocus()

    def ask_files(self) -> None:
        """Let the person choose."""
        mode = QFileDialog.FileMode.ExistingFiles if self._several else QFileDialog.FileMode.ExistingFile
        dialog = QFileDialog(self, self.choose.accessibleName())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        dialog.setNameFilters([self.tr("CSV and XLSX files (*.csv *.xlsx *.xlsm)"), self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda paths: self.chosen.emit(tuple(map(Path, paths))))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Choose what was dropped."""
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        if paths:
            self.chosen.emit(paths if self._several else paths[:1])

    def _show(self, step: QWidget, main: str) -> None:
        self._steps.setCurrentWidget(step)
        self.main.set_value(main)
        self.main.setVisible(bool(main))

    def _make_actions(self) -> None:
        done = (self.ask_files, self.main.click, self.left.emit)
        acts: tuple[Act, ...] = import_acts.PRODUCTS if self._several else import_acts.RUNDOWN
        for act, each in zip(acts, done, strict=True):
            action_of(act, each, self, self)

    def _build(self, look: LiveLook) -> None:
        self.setAcceptDrops(True)
        self.choose.clicked.connect(self.ask_files)
        self.main.clicked.connect(self.accepted)
        leave = IconButton(look, "cross", self.tr("Close"))
        leave.clicked.connect(self.left)
        self.add_action(leave)
        self._beside.setSpacing(STEP)
        choosing = QHBoxLayout()
        choosing.setSpacing(BREATH)
        choosing.addWidget(self.choose)
        choosing.addWidget(self._files, 1)
        choosing.addLayout(self._beside)
        for step in (self._hint_page, self.course):
            self._steps.addWidget(step)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(BREATH, 0, BREATH, STEP)
        column.setSpacing(STEP + 4)
        column.addLayout(choosing)
        column.addWidget(self.encoding, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._trouble)
        column.addWidget(self._next_step)
        column.addLayout(self._steps, 1)
        column.addWidget(self.main, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_body(body)
        self.show_trouble("")
        self.show_hint()


def _wrapped(tone: str, words: str = "") -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    label.setText(words)
    return label


def _centred(label: QLabel) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addStretch(1)
    column.addWidget(label)
    column.addStretch(1)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return page
