"""What goes wrong in a slot of the window: it goes to the log, and is told once for each place; the window goes on."""

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication

Place = tuple[str, int]


class Faults:
    """Hears the errors that nothing caught, for as long as it is open. `tell` gets a title and a next step."""

    def __init__(self, tell: Callable[[str, str], None]) -> None:
        self._tell = tell
        self._known: set[Place] = set()
        self._before = sys.excepthook
        sys.excepthook = self._hear

    def close(self) -> None:
        """Leave such errors to whoever heard them before."""
        sys.excepthook = self._before

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):
            self._before(kind, error, trace)
            return
        place = _place(trace)
        if place in self._known:
            return
        self._known.add(place)
        from console.log import log_failure  # noqa: PLC0415 - the first paint does not wait for it

        log_failure("the window", error.with_traceback(trace))
        title = _tr("Something in the window went wrong ({0}).").format(kind.__name__)
        self._tell(title, _tr("Nothing is lost: the show goes on, and the log has the place. If it stays, start anew."))


def _place(trace: TracebackType | None) -> Place:
    """Where it happened: the innermost line."""
    while trace and trace.tb_next:
        trace = trace.tb_next
    return (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else ("", 0)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Faults", text)
