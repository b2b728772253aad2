"""The drawer of the runbook: cards on top, below them what to say, what to do, and what was done."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from console.domain.commands import EndIncident, NoteIncident, OpenIncident, Together
from console.domain.incidents import MOST_NOTE, Incident, IncidentKind
from console.domain.show import Show
from console.ui.act import action_of, allow, follow, keyed
from console.ui.acts import Acts
from console.ui.runbook import acts as runbook_acts
from console.ui.runbook.model import CardsModel, card_lines
from console.ui.runbook.steps import Step, steps_of, using
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, Kind, WordButton
from console.ui.widgets.drawer_panel import DrawerPanel
from console.ui.widgets.hairline import hairline
from console.ui.widgets.list_model import ROW
from console.ui.widgets.two_line_list import TwoLineList
from console.ui.words.incidents import incident_words, lines_to_say
from console.ui.words.times import clock_text


class RunbookDrawer(DrawerPanel):
    """Shows the cards. A step and the note of it are one command. `left` asks to close the drawer."""

    def __init__(self, acts: Acts, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("RunbookDrawer", "Runbook"), parent)
        self._acts = acts
        self._steps: tuple[Step, ...] = ()
        self._model = CardsModel(self)
        self.list = TwoLineList(look, self.tr("Cards"), self._model, card_lines)
        self.say = QLabel()
        self.buttons = [WordButton("", Kind.NORMAL) for _ in runbook_acts.STEPS]
        self.note = QLineEdit(maxLength=MOST_NOTE, placeholderText=self.tr("What is seen or done, then Enter"))
        self.timeline = QPlainTextEdit(readOnly=True)
        self.over = WordButton(self.tr("It is over"), Kind.QUIET)
        self._doing: list[QAction] = []
        self._fill(look)
        self._act()
        self.list.setCurrentIndex(self._model.index(0))
        acts.bridge.shown.connect(self._follow)
        self._follow(acts.bridge.show, ())
        self.setFocusProxy(self.list)

    @property
    def kind(self) -> IncidentKind:
        """The card that is chosen."""
        return IncidentKind(self.list.currentIndex().data(ROW) or IncidentKind.OTHER)

    def _fill(self, look: LiveLook) -> None:
        self.say.setTextFormat(Qt.TextFormat.PlainText)
        self.say.setWordWrap(True)
        self.list.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.note.setAccessibleName(self.tr("What is seen or done"))
        self.timeline.setAccessibleName(self.tr("What was done"))
        self.timeline.setTabChangesFocus(True)
        self.timeline.setMinimumHeight(STEP * 8)
        self.timeline.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, STEP)
        column.setSpacing(STEP)
        column.addWidget(self.list)
        column.addWidget(hairline(self))
        foot = QVBoxLayout()
        foot.setContentsMargins(BREATH, 0, BREATH, 0)
        foot.setSpacing(STEP)
        for part in (self.say, *self.buttons, self.note, self.timeline, self.over):
            foot.addWidget(part)
        foot.setStretchFactor(self.timeline, 1)
        column.addLayout(foot, 1)
        self.set_body(body)
        leave = IconButton(look, "cross", self.tr("Close"))
        leave.clicked.connect(self.left)
        self.add_action(leave)

    def _act(self) -> None:
        for number, act in enumerate(runbook_acts.CARDS.values()):
            action_of(act, partial(self._choose, number), self, self)
        for number, (act, button) in enumerate(zip(runbook_acts.STEPS, self.buttons, strict=True)):
            action = action_of(act, partial(self._use, number), self, self)
            self._doing.append(action)
            follow(button, action)
        action_of(runbook_acts.WRITE, self.note.setFocus, self, self)
        self._end = action_of(runbook_acts.END, self._finish, self, self)
        follow(self.over, self._end)
        self.note.returnPressed.connect(self._write)
        self.list.selectionModel().currentChanged.connect(self._show_card)

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self._model.index(row))

    def _use(self, number: int) -> None:
        if number < len(self._steps) and self._steps[number].command is not None:
            self._acts.do(using(self.kind, self._steps[number]))

    def _write(self) -> None:
        if text := self.note.text().strip():
            self.note.clear()
            self._acts.do(Together((OpenIncident(self.kind), NoteIncident(self.kind, text))))
        self.list.setFocus()

    def _finish(self) -> None:
        self._acts.do(EndIncident(self.kind))

    def _follow(self, show: Show, _entries: object) -> None:
        self._model.set_value(show.incidents)
        going_on = sum(each.ended is None for each in show.incidents)
        self.set_caption(self.tr("{0} open").format(going_on) if going_on else "")
        self._show_card()

    def _show_card(self) -> None:
        show = self._acts.bridge.show
        self.say.setText(lines_to_say(self.kind))
        self._steps = steps_of(self.kind, show)
        for number, (action, button) in enumerate(zip(self._doing, self.buttons, strict=True)):
            self._offer(action, button, self._steps[number] if number < len(self._steps) else None)
        allow(self._end, when=self._model.is_open(self.kind), why=self.tr("It is not open."))
        told = written([each for each in show.incidents if each.kind is self.kind])
        if told != self.timeline.toPlainText():
            self.timeline.setPlainText(told)

    def _offer(self, action: QAction, button: WordButton, step: Step | None) -> None:
        button.setVisible(step is not None)
        if step is None:
            allow(action, when=False, why=self.tr("This card has no such step."))
            return
        button.set_value(keyed(action, step.words))
        allow(action, when=step.command is not None, why=step.why)


def written(incidents: list[Incident]) -> str:
    """What was written down of these, a line each."""
    lines: list[str] = []
    for incident in incidents:
        lines.append(f"{clock_text(incident.began)}  {incident_words(incident.kind)}")
        lines += ["  ".join(filter(None, (clock_text(each.at), each.person, each.text))) for each in incident.notes]
        if incident.ended is not None:
            lines.append(f"{clock_text(incident.ended)}  {QCoreApplication.translate('Runbook', 'over')}")
    return "\n".join(lines)
