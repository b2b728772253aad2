"""The whole window with everything open that can be opened, for tests that walk all of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from console.domain.commands import GoLive, ImportRundown, Pin, Take
from console.imports.clock_times import Studio
from console.imports.rundown import read_rundown
from console.ui.console_view import ConsoleView
from console.ui.stage import Stage
from console.ui.start.page import StartPage
from console.ui.start.values import StartValues
from console.ui.style.look import LiveLook
from tests.ui.conftest import EVENING, NO_PICTURES, SAMPLE, FakeActs, FakeLine

QT_S_OWN = ("_q_", "qt_")


def running(line: FakeLine) -> FakeLine:
    """The sample show on air: its first segment live, its first product explained."""
    rundown = read_rundown(SAMPLE / "rundown.csv", Studio(EVENING.date(), ZoneInfo("UTC")), line.show.owners.get)
    for command in (ImportRundown("r", "0" * 64, rundown.segments), GoLive(), Take(), Pin(line.show.queue[0].id)):
        line.decide(command)
    line.asked.clear()
    return line


class Whole:
    """A stage with the console of a running show in it."""

    def __init__(self, qtbot: QtBot, line: FakeLine, acts: FakeActs, look: LiveLook) -> None:
        self.qtbot = qtbot
        self.line, self.acts, self.look = running(line), acts, look
        self.stage = Stage(look)
        self.view = ConsoleView(acts, look, line.clock, NO_PICTURES, keymap=self.stage.keymap)
        self.stage.set_console(self.view)
        qtbot.addWidget(self.stage)
        self.stage.resize(1600, 900)
        self.stage.show()
        qtbot.waitExposed(self.stage)
        self.stage.activateWindow()
        acts.settle()
        qtbot.waitUntil(lambda: self.view.rundown.focused)

    def openings(self) -> dict[str, Callable[[], None]]:
        """What opens each drawer and page, by its name."""
        drawers = self.view.drawers
        return {
            "orders": drawers.open_orders,
            "findings": drawers.open_findings,
            "outbox": drawers.open_outbox,
            "claims": drawers.open_claims,
            "stock desk": drawers.open_stock_desk,
            "claim by hand": drawers.open_by_hand,
            "claim rules": drawers.open_claim_rules,
            "connections": drawers.open_connections,
            "preflight": drawers.open_preflight,
            "runbook": drawers.open_runbook,
            "roles": drawers.open_roles,
            "handover": drawers.open_handover,
            "cues": drawers.open_cues,
            "proposals": drawers.open_proposals,
            "troubles": drawers.open_troubles,
            "backups": drawers.open_backups,
            "export": drawers.open_export,
            "finder": drawers.open_finder,
            "product": lambda: drawers._edit(None),
            "import products": drawers.open_products_import,
            "import rundown": drawers.open_rundown_import,
            "segment": self.view.rundown.edit,
            "count": self.view.stock.count.trigger,
            "why": self.view.stock.why.trigger,
            "anchor": self.view.anchoring.show,
            "done": self.view.tools.open_done,
            "settings": self.view.tools.open_settings,
            "palette": self.view.open_palette,
            "keys": self.view.open_keys,
        }

    def open_all(self) -> Iterator[str]:
        """Open one after the other; the panels alone come first."""
        yield "panels"
        for name, opening in self.openings().items():
            opening()
            yield name

    def actions(self) -> list[QAction]:
        """Every action but those that Qt makes within its own fields, and for each menu as a whole."""
        menus = [menu.menuAction() for menu in self.stage.findChildren(QMenu)]
        found = [action for action in self.stage.findChildren(QAction) if action not in menus]
        return [action for action in found if not action.objectName().startswith(QT_S_OWN)]


def start_page(look: LiveLook) -> QWidget:
    """The page that a newcomer sees."""
    return StartPage(look, StartValues(Path("/nowhere"), (), (), ("EUR", "USD")))
