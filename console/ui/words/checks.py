"""What was looked at, and how it stands, in words."""

from PySide6.QtCore import QCoreApplication

from console.domain.health import State


def state_word(state: State) -> str:
    """A state in a word."""
    return {
        State.OK: _tr("in order"),
        State.ATTENTION: _tr("needs a look"),
        State.BAD: _tr("not in order"),
        State.UNKNOWN: _tr("not known yet"),
    }[state]


def thing_word(name: str) -> str:
    """What a check is about, as people call it."""
    words = {
        "file": _tr("File"),
        "disk": _tr("Disk"),
        "clock": _tr("Clock"),
        "saving": _tr("Saving"),
        "shop": _tr("Shop"),
        "chat": _tr("Chat"),
        "queue": _tr("Queue"),
        "prices": _tr("Prices"),
        "stock": _tr("Stock"),
        "differences": _tr("Stock differences"),
        "claims": _tr("Claims"),
        "outbox": _tr("To the shop"),
        "rundown": _tr("Run of show"),
        "backup": _tr("Backup"),
        "sleep": _tr("Sleep"),
        "screens": _tr("Screens"),
    }
    return words.get(name, name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Checks", text)
