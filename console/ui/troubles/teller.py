"""Tells each trouble in a notice of its own, takes it away when it is over, and remembers it."""

from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from console.domain.connections import ShopStatus
from console.domain.health import Check, State, of_clock, of_disk, of_saving, of_set_clock
from console.domain.status import FileState
from console.domain.troubles import Past, Trouble, follow
from console.ui.acts import Acts, Deed
from console.ui.standings import Standings
from console.ui.words.checks import thing_word
from console.ui.words.standings import check_of
from console.ui.words.times import clock_text

TICK_MS = 1_000
MOST_PAST = 200
WEIGHTS = ("outbox", "chat", "clock", "saving", "disk", "file", "shop")
"""What begins at one moment is told in this order, so that the last one is on top."""


class Troubles(QObject):
    """Follows how everything stands. `changed` tells that a trouble began, was told or ended; `aged` words on numbers.

    `aged` carries what to say beside numbers that may lack orders; nothing while they are true.
    """

    changed = Signal()
    aged = Signal(str)

    def __init__(
        self,
        acts: Acts,
        standings: Standings,
        show_connections: Callable[[], None],
        show_outbox: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._standings = standings
        self._show_connections = show_connections
        self._show_outbox = show_outbox
        self._aged = ""
        self.lasting: dict[str, Trouble] = {}
        self.past: deque[Past] = deque(maxlen=MOST_PAST)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.look)
        standings.changed.connect(self.look)

    def look(self) -> None:
        """Look at everything again: tell what has lasted long enough, take away what is over."""
        now = self._standings.now()
        before = self.lasting
        self.lasting, over = follow(before, checks_of(self._standings, now), now)
        for trouble in sorted(self.lasting.values(), key=lambda each: WEIGHTS.index(each.check.name)):
            known = before.get(trouble.key)
            if trouble.told and not (known and known.told and said(known) == said(trouble)):
                self._tell(trouble)
        for past in over:
            self._acts.over(Trouble(past.check, past.began).key)
            self.past.appendleft(past)
        if over or {key: said(each) for key, each in before.items()} != {k: said(t) for k, t in self.lasting.items()}:
            self.changed.emit()
        self._tell_age()
        self._run()

    def _tell(self, trouble: Trouble) -> None:
        check = trouble.check
        title = ": ".join(filter(None, (" ".join(filter(None, (thing_word(check.name), check.about))), check.words)))
        self._acts.notice(trouble.key, title, check.next_step, deed=self._deed(check), grave=check.state is State.BAD)

    def _deed(self, check: Check) -> Deed | None:
        """What the person can do at once: try a connection again, or look at it."""
        if check.name == "outbox":
            return Deed(self.tr("Look at it"), self._show_outbox)
        if check.name not in {"shop", "chat"}:
            return None
        if check.state is State.BAD:
            return Deed(self.tr("Try again now"), lambda: self._acts.bridge.retry(check.about))
        return Deed(self.tr("Connections"), self._show_connections)

    def _tell_age(self) -> None:
        cut = {each.check.about for each in self.lasting.values() if each.told and each.check.name == "shop"}
        fresh = [each.fresh for each in self._standings.linked if each.name in cut and each.fresh]
        words = self.tr("orders since {0} may be missing").format(clock_text(min(fresh))) if fresh else ""
        if words != self._aged:
            self._aged = words
            self.aged.emit(words)

    def _run(self) -> None:
        """Tick while there is something whose age can make it a trouble."""
        wanted = bool(self._standings.linked or self.lasting)
        if wanted != self._tick.isActive():
            self._tick.start() if wanted else self._tick.stop()


def checks_of(standings: Standings, now: datetime) -> Iterator[Check]:
    """All that can be a trouble while a show runs, in words that last."""
    for standing in standings.linked:
        yield check_of(standing, now, lasting=True)
        if isinstance(standing.status, ShopStatus) and standing.status.ahead is not None:
            yield of_clock(standing.name, now, now + standing.status.ahead)
        if isinstance(standing.status, ShopStatus) and standing.status.stuck is not None:
            yield stuck_at(standing.status, standing.status.stuck)
    if standings.held:
        step = _tr("Another copy of it may have sold since: look at what differs, then send from here on.")
        yield Check("outbox", State.ATTENTION, _tr("nothing is sent from a copied or restored file"), step)
    if (file := standings.file) and file.state is FileState.TROUBLE:
        yield Check("file", State.BAD, file.trouble, file.next_step)
    if computer := standings.computer:
        yield of_set_clock(computer.stepped)
        yield replace(of_saving(computer.saving), words=_tr("slow"))
        if computer.free is not None:
            yield lasting_disk(computer.free)


def stuck_at(shop: ShopStatus, since: datetime) -> Check:
    """Something that a shop has failed to do again and again: no refusal, a person decides what becomes of it."""
    words = _tr("fails again and again since {0}: {1}").format(clock_text(since), shop.unsent)
    step = _tr("It is tried on. Look at the shop; what cannot wait can be put aside or taken back.")
    return Check("outbox", State.ATTENTION, words, step, shop.shop, since)


def lasting_disk(free: int) -> Check:
    """The room on the disk, in words that do not change with each megabyte."""
    check = of_disk("", free)
    words = _tr("nearly full, less than 0.2 GB free") if check.state is State.BAD else _tr("less than 2 GB free")
    return replace(check, words=words)


def said(trouble: Trouble) -> tuple[object, ...]:
    """What a notice of it says."""
    return trouble.told, trouble.check.state, trouble.check.words, trouble.check.next_step


def _tr(text: str) -> str:
    return QCoreApplication.translate("Troubles", text)
