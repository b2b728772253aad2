"""The program's one window: notices on top, below them the start page or the console."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from console.domain.show import Mode
from console.preferences import Preferences
from console.ui import looking, stage_acts
from console.ui.act import Act, action_of
from console.ui.act_table import every_act
from console.ui.console_view import ConsoleView
from console.ui.keymap import Keymap
from console.ui.live_preferences import LivePreferences
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.notice import NoticeValue
from console.ui.widgets.notices import Notices
from console.ui.widgets.spoken import teach_speaking

AGAIN_MS = 5_000


class Stage(QWidget):
    """Holds one page at a time. Closing it is told, not obeyed: the program closes what runs first."""

    close_wanted = Signal()

    def __init__(self, look: LiveLook, preferences: LivePreferences | None = None) -> None:
        super().__init__()
        teach_speaking()
        self._preferences = preferences or LivePreferences(parent=self)
        self.keymap = Keymap(every_act, self._preferences, self)
        self.setObjectName("ground")
        self.setWindowTitle("Cuedesk")
        self.resize(1600, 900)
        self.closed = False
        self._pages = QStackedWidget()
        self._console: ConsoleView | None = None
        self.notices = Notices(look, self)
        self._again = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._make_actions()
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(self._pages, 1)
        column.addWidget(self.notices)

    def _make_actions(self) -> None:
        done: dict[Act, Callable[[Preferences], Preferences]] = {
            stage_acts.THEME: looking.other_theme,
            stage_acts.LARGER: looking.larger,
            stage_acts.SMALLER: looking.smaller,
            stage_acts.NORMAL: looking.normal,
            stage_acts.CALM: looking.other_motion,
        }
        for act, change in done.items():
            action_of(act, partial(self._prefer, change), self, self)
        self.keymap.adopt(self)

    def _prefer(self, change: Callable[[Preferences], Preferences]) -> None:
        self._preferences.set_value(change(self._preferences.value))

    async def until_closed(self) -> None:
        """Wait until the person closes the window."""
        from asyncio import Event  # noqa: PLC0415 - the first paint does not wait for it

        closing = Event()
        self.close_wanted.connect(closing.set)
        if not self.closed:
            await closing.wait()

    def set_page(self, page: QWidget) -> None:
        """Show a page in place of the one before."""
        self.keymap.adopt(page)
        self.setWindowTitle("Cuedesk")
        self._console = None
        self._put(page)

    def set_console(self, console: ConsoleView) -> None:
        """Show the console of a file."""
        self._console = console
        console.title_changed.connect(self.setWindowTitle)
        self._put(console)

    def _put(self, page: QWidget) -> None:
        before = self._pages.currentWidget()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if before is not None:
            self._pages.removeWidget(before)
            before.deleteLater()

    def tell(self, title: str, next_step: str) -> None:
        """Tell the person of a trouble that ended a session."""
        self.notices.put(NoticeValue("session", title, next_step, grave=True))

    def tell_fault(self, title: str, next_step: str) -> None:
        """Tell the person that something in the window did not work."""
        self.notices.put(NoticeValue("fault", title, next_step))

    def tell_opened(self) -> None:
        """Take away what was told of a session that could not begin: this one has."""
        self.notices.take("session")

    def tell_unkept(self, reason: str) -> None:
        """Tell the person that what was chosen holds only until the window is closed."""
        title = self.tr("What you chose holds until the window is closed: it could not be kept.")
        step = self.tr("Check the disk and your folder of settings. The reason: {0}").format(reason)
        self.notices.put(NoticeValue("preferences", title, step))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Begin to close; a show on air wants to be asked twice."""
        event.ignore()
        if self._console and self._console.mode is Mode.ON_AIR and not self._again.isActive():
            self._again.start()
            title = self.tr("The show is on air.")
            step = self.tr("Close the window once more to leave it; it goes on from here when you open its file again.")
            self.notices.put(NoticeValue("closing", title, step))
            return
        self.closed = True
        self.close_wanted.emit()
