"""The page of exports: choose what, choose where, see that it is there."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from console.domain.claims.sieve import sieve_of
from console.errors import CuedeskError
from console.exports.kinds import Export
from console.imports.course import Course
from console.ui.act import action_of
from console.ui.acts import Acts
from console.ui.exports.acts import LEAVE
from console.ui.exports.words import told
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, WordButton
from console.ui.widgets.course_view import CourseView
from console.ui.widgets.panel import Panel

ENDINGS = (".csv", ".xlsx")
MOST_TYPED = 200


class ExportPage(Panel):
    """Shows what can be exported. `left` asks to close the page."""

    left = Signal()

    def __init__(self, acts: Acts, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("ExportPage", "Export"), parent)
        self._acts = acts
        self._course = Course()
        self.only = QLineEdit(placeholderText=self.tr("All claims, or those with words, sku:, buyer:, source:, state:"))
        self.only.setMaxLength(MOST_TYPED)
        self.only.setAccessibleName(self.tr("Which claims are exported"))
        self.buttons = {kind: WordButton(self.tr("{0}…").format(told(kind).name)) for kind in Export}
        self.course = CourseView(look)
        self.outcome = _wrapped("text")
        self.next_step = _wrapped("muted")
        self._choices = QWidget()
        self._steps = QStackedLayout()
        action_of(LEAVE, self.left.emit, self, self)
        self._build(look)

    def ask_claims(self, only: str) -> None:
        """Have the claims exported that this lets through, once the person has chosen a place."""
        self.only.setText(only)
        self.ask_place(Export.CLAIMS)

    def ask_place(self, kind: Export) -> None:
        """Let the person choose where to put a table."""
        dialog = QFileDialog(self, self.buttons[kind].accessibleName())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("CSV file (*.csv)"), self.tr("XLSX workbook (*.xlsx)")])
        dialog.setDefaultSuffix(ENDINGS[0])
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(ENDINGS["xlsx" in chosen]))
        dialog.selectFile(told(kind).file + ENDINGS[0])
        dialog.fileSelected.connect(lambda path: self.export(kind, Path(path)))
        dialog.open()

    def export(self, kind: Export, to: Path) -> None:
        """Write a table; a file of that name is replaced, as the person has been asked."""
        self._course = Course()
        self._tell("", "")
        self._steps.setCurrentWidget(self.course)
        self.course.follow(self._course, self.tr("Writing {0}").format(to.name))
        self.course.cancel.setFocus()
        self._acts.start(self._exports(kind, to, self._course), "export")

    async def _exports(self, kind: Export, to: Path, course: Course) -> None:
        try:
            rows = await self._acts.bridge.export(kind, to, course, sieve_of(self.only.text()))
        except CuedeskError as error:
            self._tell(error.title, error.next_step, tone="out")
        except OSError as error:
            reason = self.tr("{0} cannot be written: {1}.").format(to.name, error.strerror or "")
            self._tell(reason, self.tr("Check the place and who may use it."), tone="out")
        else:
            self._tell(self.tr("%n rows are in {0}.", "", rows).format(to.name), str(to.parent))
        self._steps.setCurrentWidget(self._choices)
        self.buttons[kind].setFocus()

    def _tell(self, outcome: str, next_step: str, tone: str = "text") -> None:
        self.outcome.setProperty("tone", tone)
        self.outcome.style().polish(self.outcome)
        for label, words in ((self.outcome, outcome), (self.next_step, next_step)):
            label.setText(words)
            label.setVisible(bool(words))

    def _give_up(self) -> None:
        self._course.give_up()

    def _build(self, look: LiveLook) -> None:
        leave = IconButton(look, "cross", self.tr("Close"))
        leave.clicked.connect(self.left)
        self.add_action(leave)
        self.course.left.connect(self._give_up)
        self.setFocusProxy(next(iter(self.buttons.values())))
        grid = QGridLayout(self._choices)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(BREATH)
        grid.setVerticalSpacing(STEP)
        grid.setColumnStretch(1, 1)
        for row, (kind, button) in enumerate(self.buttons.items()):
            about = _wrapped("muted", told(kind).about)
            button.setAccessibleDescription(told(kind).about)
            button.clicked.connect(lambda _checked, kind=kind: self.ask_place(kind))
            grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_above(about, self.only) if kind is Export.CLAIMS else about, row, 1)
        grid.setRowStretch(len(self.buttons), 1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(BREATH, 0, BREATH, STEP)
        column.setSpacing(STEP)
        column.addWidget(self.outcome)
        column.addWidget(self.next_step)
        column.addSpacing(STEP)
        column.addLayout(self._steps, 1)
        for step in (self._choices, self.course):
            self._steps.addWidget(step)
        self.set_body(body)
        self._tell("", "")


def _above(*widgets: QWidget) -> QWidget:
    """These below one another."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(STEP // 2)
    for each in widgets:
        column.addWidget(each)
    return both


def _wrapped(tone: str, words: str = "") -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    label.setText(words)
    return label
