"""The palette at work: what is typed is looked for in the acts, the show and the catalogue; what is chosen is done."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from console.domain.show import Show
from console.domain.sounds import is_chinese
from console.ui.acts import Acts
from console.ui.commands.act_entries import ActEntries
from console.ui.commands.despite import command_of, despite, reason_in
from console.ui.commands.entry import Entry, Kind
from console.ui.commands.palette import CommandPalette
from console.ui.commands.rank import ranked
from console.ui.commands.sounds import Pinyin
from console.ui.commands.sources import of_products, of_script, of_show
from console.ui.every_act import GROUPS
from console.ui.layout.values import PanelName
from console.ui.style.look import LiveLook

if TYPE_CHECKING:
    from console.ui.console_view import ConsoleView

PAUSE_MS = 120
MOST_SHOWN = 40
MOST_RECENT = 8


class Commanding(QObject):
    """Answers the palette. The catalogue is searched in its file, off this thread; a late answer is dropped."""

    def __init__(self, view: "ConsoleView", acts: Acts, look: LiveLook) -> None:
        super().__init__(view)
        self._view = view
        self._acts = acts
        self._preferences = view.keymap.preferences
        self._pinyin = Pinyin()
        self._products: Sequence[Entry] = ()
        self._of_show: Sequence[Entry] = ()
        self._show_then: Show | None = None
        self._asked = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.palette = CommandPalette(look, view)
        self.acts = ActEntries(GROUPS, view.keymap.keys, self._actions, pages_of(view))
        self._pause.timeout.connect(self._find_products)
        self.palette.typed.connect(self._typed)
        self.palette.chosen.connect(self._do)

    def open(self) -> None:
        """Open the palette, or close it."""
        self.palette.open()

    def _actions(self) -> list[QAction]:
        """The actions of the window, and of the panels that have windows of their own."""
        view = self._view
        owners = (view.window(), view.rundown, view.queue, view.stock, view.chat)
        return list(dict.fromkeys(action for owner in owners for action in owner.findChildren(QAction)))

    def _typed(self, text: str) -> None:
        self._asked += 1
        self._products = ()
        self._show()
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()

    def _show(self) -> None:
        typed = self.palette.field.text().strip()
        self.palette.show_entries(self._found(typed) if typed else self._recent())

    def _found(self, typed: str) -> list[Entry]:
        if (reason := reason_in(typed)) is not None:
            return list(despite(self._acts.bridge.show, reason))
        script = of_script(self._view.prompted)
        entries = [*self._in_show(), *self.acts.entries(), *self._products, *script]
        if typed.isascii() and not self._pinyin.loaded and any(is_chinese(entry.words) for entry in entries):
            self._acts.start(self._load_pinyin(), "spell titles")
        return ranked(entries, typed, self._pinyin, MOST_SHOWN)

    def _in_show(self) -> Sequence[Entry]:
        """What the show has, worked out anew only if it is another one."""
        show = self._acts.bridge.show
        if show is not self._show_then:
            self._show_then, self._of_show = show, tuple(of_show(show))
        return self._of_show

    def _recent(self) -> list[Entry]:
        """The commands that were found last, then the others in the order of the sheet."""
        last = self._preferences.value.commands
        places = {name: place for place, name in enumerate(last)}
        return sorted(self.acts.entries(), key=lambda entry: (places.get(entry.name, len(last)), bool(entry.why)))

    async def _load_pinyin(self) -> None:
        from asyncio import to_thread  # noqa: PLC0415 - only a search among Chinese titles needs it

        await to_thread(self._pinyin.load)
        if self.palette.isVisible():
            self._show()

    def _find_products(self) -> None:
        self._acts.start(self._finds(self.palette.field.text().strip(), self._asked), "find products")

    async def _finds(self, text: str, asked: int) -> None:
        """Show what the catalogue has of it, unless something else was typed meanwhile."""
        products = await self._acts.bridge.find_products(text)
        if asked == self._asked and self.palette.isVisible():
            self._products = tuple(of_products(products, self._acts.bridge.show))
            self._show()

    def _do(self, entry: Entry) -> None:
        match entry.kind:
            case Kind.ACT:
                self._do_act(entry.name)
            case Kind.ITEM:
                self._view.queue.choose(int(entry.name))
                self._view.places.arrangement.go(PanelName.QUEUE)
            case Kind.SEGMENT:
                self._view.rundown.segments.choose(int(entry.name))
                self._view.places.arrangement.go(PanelName.RUNDOWN)
            case Kind.ORDER:
                self._view.drawers.find_order(entry.words)
            case Kind.LINE:
                self._view.anchoring.go_to_line(int(entry.name))
            case Kind.DESPITE:
                self._acts.do(command_of(entry, reason_in(self.palette.field.text().strip()) or ""))
            case Kind.PRODUCT:
                self._view.drawers.find_product(entry.codes[1] if len(entry.codes) > 1 else entry.words)

    def _do_act(self, name: str) -> None:
        recent = self._preferences.value.commands
        self._preferences.change(commands=(name, *(each for each in recent if each != name))[:MOST_RECENT])
        if why := self.acts.do(name):
            self._acts.notice("command", why)


def pages_of(view: "ConsoleView") -> dict[str, Callable[[], object]]:
    """What opens the page of each place that is not always in view."""
    drawers = view.drawers
    return {
        "anchor": view.open_anchor,
        "prompter": view.open_anchor,
        "pedal": view.open_anchor,
        "orders": drawers.open_orders,
        "findings": drawers.open_findings,
        "outbox": drawers.open_outbox,
        "claims": drawers.open_claims,
        "stock_desk": drawers.open_stock_desk,
        "claim_by_hand": drawers.open_by_hand,
        "claim_rules": drawers.open_claim_rules,
        "connections": drawers.open_connections,
        "preflight": drawers.open_preflight,
        "runbook": drawers.open_runbook,
        "roles": drawers.open_roles,
        "handover": drawers.open_handover,
        "cues": drawers.open_cues,
        "backups": drawers.open_backups,
        "export": drawers.open_export,
        "troubles": drawers.open_troubles,
        "finder": drawers.open_finder,
        "import_products": drawers.open_products_import,
        "import_rundown": drawers.open_rundown_import,
        "done": view.tools.open_done,
    }
