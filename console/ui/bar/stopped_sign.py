"""The sign that sales are stopped, which goes on with them when it is pressed."""

from PySide6.QtWidgets import QWidget

from console.domain.claims.book import ALL, Claims
from console.ui.widgets.buttons import Kind, WordButton
from console.ui.widgets.plain_text import tooltip


class StoppedSign(WordButton):
    """Says that all sales are stopped, or those of how many SKUs; hidden while everything is sold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Kind.DANGER, parent)
        self.hide()

    def stand(self, claims: Claims) -> None:
        """Show how the sale stands."""
        stopped = {sku: each.stopped for sku, each in claims.terms.items() if each.stopped is not None}
        self.setVisible(bool(stopped))
        if not stopped:
            return
        every = ALL in stopped
        self.set_value(self.tr("SALES STOPPED") if every else self.tr("STOPPED: %n", "", len(stopped)))
        about = self.tr("All sales are stopped.") if every else self.tr("Stopped: {0}.").format(", ".join(stopped))
        notice = next((each for each in stopped.values() if each), "")
        self.setToolTip(tooltip("\n".join(part for part in (about, notice, self.tr("Press to go on.")) if part)))
