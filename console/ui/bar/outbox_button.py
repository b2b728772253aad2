"""The button that leads to the outbox: how much is on its way to the shop, and since when."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from console.domain.show import Show
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton
from console.ui.words.times import age_text

UP = "\N{UPWARDS ARROW}"


class OutboxButton(IconButton):
    """Shows the length of the outbox and its oldest age, or that a person is needed; no shop takes no room."""

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, "send", "", parent)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._told: tuple[str, str, str] | None = None
        self.hide()

    def stand(self, show: Show, now: datetime) -> None:
        """Show how the outbox stands at `now`."""
        self.setVisible(bool(show.linked) or bool(show.outbox) or show.held)
        waiting, tray = show.open_errands, show.tray
        age = age_text(now - min(each.queued_at for each in waiting)) if waiting else ""
        icon = "warning" if tray or show.held else "send"
        parts = [self.locale().toString(len(tray))] if tray else []
        if waiting:
            parts.append(f"{UP if icon == 'warning' else ''}{self.locale().toString(len(waiting))} · {age}")
        elif not tray:
            parts.append("0")
        words = [self.tr("%n on the way to the shop", "", len(waiting))]
        words += [self.tr("the oldest for {0}").format(age)] if waiting else []
        words += [self.tr("%n need(s) you", "", len(tray))] if tray else []
        words += [self.tr("nothing is sent before you have looked at the differences")] if show.held else []
        self._tell(icon, "  ".join(parts), ", ".join(words))

    def _tell(self, icon: str, text: str, words: str) -> None:
        if self._told != (icon, text, words):
            self._told = (icon, text, words)
            self.set_value(icon)
            self.setText(text)
            self.setAccessibleName(words)
            self.setToolTip(words)
