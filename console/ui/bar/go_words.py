"""What the large button of the bar means."""

from PySide6.QtCore import QCoreApplication

from console.domain.commands import EndShow, GoLive
from console.domain.show import Mode, Purpose, Show
from console.ui.widgets.buttons import Kind
from console.ui.widgets.hold_button import HoldValue


def _tr(text: str) -> str:
    return QCoreApplication.translate("Bar", text)


def go_value(show: Show) -> HoldValue:
    """The words of the button: begin the show, or end it."""
    if show.mode is not Mode.OFF:
        return HoldValue(_tr("End show"), _tr("again to end"))
    if show.purpose is Purpose.REHEARSAL:
        return HoldValue(_tr("Start rehearsal"), _tr("again to start"), Kind.PRIMARY)
    words = _tr("Go live again") if show.ended else _tr("Go live")
    return HoldValue(words, _tr("again to go live"), Kind.PRIMARY)


def go_command(show: Show) -> GoLive | EndShow:
    """What the button asks of the desk."""
    return GoLive() if show.mode is Mode.OFF else EndShow()
