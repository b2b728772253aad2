"""The start page: rehearse the sample show, begin a new one, or open a file from before."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.ui.act import action_of
from console.ui.start import acts as start_acts
from console.ui.start.big_action import BigAction
from console.ui.start.new_show import NewShowForm
from console.ui.start.prose import prose
from console.ui.start.recent_button import RecentButton
from console.ui.start.values import StartValues
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.asking import SUFFIX, ask_file, ask_place
from console.ui.widgets.buttons import WordButton
from console.ui.widgets.lamp import Lamp, LampState, LampValue
from console.ui.widgets.plain_label import PlainLabel

MOST_RECENT = 5
WIDEST = 110 * STEP


class StartPage(QScrollArea):
    """Shows what can be begun. `new_show` carries title, currency and path, `restore_file` a backup and a path."""

    rehearse = Signal()
    new_show = Signal(str, str, object)
    open_file = Signal(object)
    restore_file = Signal(object, object)

    def __init__(self, look: LiveLook, values: StartValues, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._values = values
        self.form = NewShowForm(values.folder, values.currencies)
        self.big = BigAction(look, self.tr("Rehearse the sample show"), self._promise())
        self._make_actions()
        self._lay_out()
        self.big.clicked.connect(self.rehearse)
        self.form.wanted.connect(self.new_show)
        self.setFocusProxy(self.big)

    def _promise(self) -> str:
        return self.tr("A small shop, its viewers and its orders, all made up, on this PC alone. Nothing can go wrong.")

    def _make_actions(self) -> None:
        action_of(start_acts.REHEARSE, self.rehearse.emit, self, self)
        action_of(start_acts.NEW, self.form.title.setFocus, self, self)
        action_of(start_acts.OPEN, self.ask_file, self, self)
        action_of(start_acts.RESTORE, self.ask_backup, self, self)

    def ask_file(self) -> None:
        """Let the person choose a file."""
        ask_file(self, self.tr("Open a show"), self._values.folder, self.open_file.emit, self._shows())

    def ask_backup(self) -> None:
        """Let the person choose a backup, then where the restored file goes."""
        backups = self._values.folder / "backups"
        folder = backups if backups.is_dir() else self._values.folder
        ask_file(self, self.tr("The backup, or a file from another computer"), folder, self.ask_place, self._shows())

    def ask_place(self, backup: Path) -> None:
        """Let the person choose where the file that is restored from this backup goes."""
        place = self._values.folder / f"{backup.parent.name or backup.stem} restored{SUFFIX}"
        title = self.tr("Where the restored file goes")
        ask_place(self, title, place, lambda to: self.restore_file.emit(backup, to))

    def _shows(self) -> list[str]:
        return [self.tr("Shows (*{0})").format(SUFFIX), self.tr("All files (*)")]

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(PlainLabel(self.tr("Cuedesk"), face="heading"))
        column.addSpacing(STEP // 2)
        column.addWidget(
            prose(self.tr("Queue, chat, stock and run of show of a live shop, in one window and one file."))
        )
        column.addSpacing(3 * STEP)
        column.addWidget(self.big)
        column.addSpacing(4 * STEP)
        column.addLayout(self._halves())
        column.addStretch(2)
        content = QWidget()
        sides = QHBoxLayout(content)
        sides.setContentsMargins(4 * STEP, 4 * STEP, 4 * STEP, 4 * STEP)
        inner = QWidget()
        inner.setMaximumWidth(self._look.scale.pixels(WIDEST))
        self._look.changed.connect(lambda: inner.setMaximumWidth(self._look.scale.pixels(WIDEST)))
        inner.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        sides.addStretch(1)
        sides.addWidget(inner, 100)
        sides.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def _halves(self) -> QHBoxLayout:
        new = self._section(self.tr("New show"), self.tr("An empty show in a file of its own, for your products."))
        new.addWidget(self.form)
        new.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(6 * STEP)
        halves.addLayout(new, 1)
        halves.addLayout(self._before(), 1)
        return halves

    def _before(self) -> QVBoxLayout:
        before = self._section(self.tr("Open"), self.tr("Go on where a show was left, with all its numbers."))
        rows = QVBoxLayout()
        rows.setSpacing(2)
        for recent in self._values.recent[:MOST_RECENT]:
            button = RecentButton(self._look, recent)
            button.clicked.connect(lambda _=False, path=recent.path: self.open_file.emit(path))
            rows.addWidget(button)
        before.addLayout(rows)
        other = WordButton(self.tr("Open a file…"))
        other.clicked.connect(self.ask_file)
        restore = WordButton(self.tr("Restore a backup…"))
        restore.clicked.connect(self.ask_backup)
        before.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        before.addWidget(restore, 0, Qt.AlignmentFlag.AlignLeft)
        before.addSpacing(2 * STEP)
        for row in self._connections():
            before.addWidget(row)
        before.addStretch(1)
        return before

    def _connections(self) -> list[QWidget]:
        if not self._values.connections:
            return [prose(self.tr("No shop and no chat is set up yet. The rehearsal needs none."))]
        lines: list[QWidget] = [prose(self.tr("Set up in the last file:"))]
        for connection in self._values.connections:
            words = f"{connection.name} · {connection.address}"
            lamp = Lamp(self._look, LampValue(LampState.OFF, connection.kind.value))
            lamp.setMinimumWidth(self._look.scale.pixels(7 * STEP))
            lines.append(_beside(lamp, PlainLabel(words, tone="muted", elide=Qt.TextElideMode.ElideMiddle)))
        return lines

    def _section(self, title: str, sentence: str) -> QVBoxLayout:
        section = QVBoxLayout()
        section.setSpacing(STEP)
        section.addWidget(PlainLabel(title, face="strong"))
        section.addWidget(prose(sentence))
        section.addSpacing(STEP // 2)
        return section


def _beside(left: QWidget, right: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(STEP)
    line.addWidget(left)
    line.addWidget(right, 1)
    return row
