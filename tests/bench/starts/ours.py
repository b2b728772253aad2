"""The console as it is started: told when it is painted with the show in it."""

import sys

from console.__main__ import main
from console.ui.quick_qt import prepare
from tests.bench.starts.telling import ended

prepare()

from console import app  # noqa: E402 - Qt, which comes as the program has it come
from console.ui.console_view import ConsoleView  # noqa: E402
from console.ui.first_paint import show_painted  # noqa: E402
from console.ui.stage import Stage  # noqa: E402


def told(stage: Stage) -> None:
    """Show the window; its queue must have rows when it is painted."""
    show_painted(stage)
    rows = [view.queue.view.model().rowCount() for view in stage.findChildren(ConsoleView)]
    if not (any(rows) and stage.isVisible()):
        raise AssertionError("the window does not show the show")
    ended(float(sys.argv[1]))


setattr(app, "show_painted", told)  # noqa: B010 - the name is the program's own
main(["rehearse", "--show", sys.argv[2]])
