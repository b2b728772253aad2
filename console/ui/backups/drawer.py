"""The drawer of backups: how old the last one is, one now, and back from one."""

from collections.abc import Callable, Coroutine
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.desk.watching import Status
from console.domain.backups import Backup, BackupsSeen
from console.domain.health import Check, State
from console.domain.status import BackupStatus
from console.ui.act import action_of, allow, follow
from console.ui.acts import Acts
from console.ui.backups import acts as backup_acts
from console.ui.backups.model import BackupsModel, lines_of
from console.ui.backups.state import state_of
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.asking import SUFFIX, ask_file, ask_place
from console.ui.widgets.buttons import IconButton, WordButton
from console.ui.widgets.check_line import CheckLine, prose
from console.ui.widgets.drawer_panel import DrawerPanel
from console.ui.widgets.hairline import hairline
from console.ui.widgets.list_model import ROW
from console.ui.widgets.two_line_list import TwoLineList

TICK_MS = 10_000


class BackupsDrawer(DrawerPanel):
    """Shows the backups of the file that is open. `left` asks to close the drawer."""

    def __init__(self, acts: Acts, look: LiveLook, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("BackupsDrawer", "Backups"), parent)
        self._acts = acts
        self._now = now
        self._seen = BackupsSeen("")
        self._status: BackupStatus | None = None
        self._busy = False
        self._model = BackupsModel(self)
        self.list = TwoLineList(look, self.tr("Backups"), self._model, partial(lines_of, now))
        self.state = CheckLine(look)
        self._tick = QTimer(self, interval=TICK_MS)
        self._now_act = action_of(backup_acts.NOW, self.make_now, self, self)
        self._save_act = action_of(backup_acts.SAVE, self._ask_copy, self, self)
        self._restore_act = action_of(backup_acts.RESTORE, self._restore_chosen, self, self)
        self._other_act = action_of(backup_acts.OTHER, self._ask_other, self, self)
        self._build()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Look into the folder, and let the ages run."""
        super().showEvent(event)
        self.look_again()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop."""
        super().hideEvent(event)
        self._tick.stop()

    def look_again(self) -> None:
        """Ask which backups there are."""
        self._acts.start(self._ask_folder(), "backups")

    async def _ask_folder(self) -> None:
        self._seen = await self._acts.bridge.backups()
        self._model.set_rows(self._seen.backups)
        if self._model.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0))
        self._show_state()

    def make_now(self) -> None:
        """Make a backup in the folder of backups."""
        self.save_copy(None)

    def save_copy(self, to: Path | None) -> None:
        """Make a backup there; None is the folder of backups."""
        self._work(self._copied(to), self.tr("Backing up"))

    async def _copied(self, to: Path | None) -> None:
        made = await self._acts.bridge.back_up(to)
        self._acts.notice("backups", self.tr("The file is kept and checked."), made.path)
        await self._ask_folder()

    def restore(self, backup: Path, to: Path) -> None:
        """Make a file to go on with out of a backup."""
        self._work(self._restored(backup, to), self.tr("Restoring"))

    async def _restored(self, backup: Path, to: Path) -> None:
        await self._acts.bridge.restore(backup, to)
        words = self.tr("Restored as {file}. This show stays open as it is.").format(file=to)
        step = self.tr("Open it from the start page: it shows how it differs from the shop before it sends anything.")
        self._acts.notice("backups", words, step)

    def _work(self, work: Coroutine[Any, Any, None], words: str) -> None:
        """Do one thing at a time, and say so."""

        async def working() -> None:
            try:
                await work
            finally:
                self._busy = False
                self._show_state()

        self._busy = True
        self._show_state(words)
        self._acts.start(working(), "backups")

    def _ask_copy(self) -> None:
        name = f"{Path(self._seen.file).stem} {self._now().astimezone():%Y-%m-%d}{SUFFIX}"
        ask_place(self, self.tr("Where the copy goes"), Path.home() / name, self.save_copy)

    def _restore_chosen(self) -> None:
        backup: Backup | None = self.list.currentIndex().data(ROW)
        if backup is not None:
            self._ask_restored(Path(backup.path))

    def _ask_other(self) -> None:
        ask_file(self, self.tr("The backup"), Path(self._seen.file).parent, self._ask_restored)

    def _ask_restored(self, backup: Path) -> None:
        file = Path(self._seen.file)
        place = file.with_name(f"{file.stem} restored{SUFFIX}")
        ask_place(self, self.tr("Where the restored file goes"), place, partial(self.restore, backup))

    def _told(self, status: Status) -> None:
        if isinstance(status, BackupStatus):
            self._status = status
            if self.isVisible():
                self.look_again()

    def _show_state(self, doing: str = "") -> None:
        """Say how old the last backup is, or what is being done, and offer what can be done."""
        kept = self._seen.backups
        doing_so = Check("backup", State.UNKNOWN, f"{doing}…")
        self.state.set_value(doing_so if doing else state_of(kept, self._status, self._now()))
        why = self.tr("One copy is being made already.")
        for act in (self._now_act, self._save_act, self._other_act):
            allow(act, when=not self._busy, why=why)
        allow(self._restore_act, when=bool(kept) and not self._busy, why=self.tr("There is none to restore."))

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(hairline(self))
        column.addWidget(self.list, 1)
        column.addWidget(hairline(self))
        column.addLayout(self._foot())
        self.set_body(body)
        self.setFocusProxy(self.list)
        leave = IconButton(self._look, "cross", self.tr("Close"))
        leave.clicked.connect(self.left)
        self.add_action(leave)

    def _head(self) -> QVBoxLayout:
        words = prose("muted")
        words.setText(
            self.tr(
                "One is made by itself after a live file is opened, when its show goes live, and every ten minutes in "
                "which something changes. Passwords and pictures are not in it."
            )
        )
        head = QVBoxLayout()
        head.setContentsMargins(BREATH, STEP, BREATH, STEP)
        head.setSpacing(STEP)
        head.addWidget(self.state)
        head.addWidget(words)
        head.addLayout(buttons_for((self._now_act, self.tr("Back up now")), (self._save_act, self.tr("Save as…"))))
        return head

    def _foot(self) -> QHBoxLayout:
        foot = buttons_for((self._restore_act, self.tr("Restore…")), (self._other_act, self.tr("Another file…")))
        foot.setContentsMargins(BREATH, STEP, BREATH, STEP)
        return foot

    def _connect(self) -> None:
        self._tick.timeout.connect(self._show_ages)
        self._acts.bridge.status.connect(self._told)

    def _show_ages(self) -> None:
        if not self._busy:
            self._show_state()
        self.list.viewport().update()


def buttons_for(*buttons: tuple[QAction, str]) -> QHBoxLayout:
    """A row of buttons, one for each action, with words that fit beside one another."""
    row = QHBoxLayout()
    row.setSpacing(STEP)
    for action, words in buttons:
        button = WordButton(words)
        follow(button, action)
        row.addWidget(button)
    row.addStretch(1)
    return row
