"""The button that leads to the claims: how many wait for a person."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from console.domain.changes import Claimed, ClaimMoved, Entry
from console.domain.claims.book import Claims
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton


class ClaimsButton(IconButton):
    """Shows how many claims wait for a person, or of none the icon alone; without any claim it takes no room."""

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, "claim", "", parent)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._tray: set[int] = set()
        self.hide()

    def begin(self, claims: Claims) -> None:
        """Count anew."""
        self._tray = {claim.id for claim in claims.tray}
        self._tell(claims)

    def go_on(self, claims: Claims, entries: Iterable[Entry]) -> None:
        """Count on with the claims that moved."""
        changes = [entry.change for entry in entries]
        numbers = [change.claim.id for change in changes if isinstance(change, Claimed)]
        numbers += [change.claim for change in changes if isinstance(change, ClaimMoved)]
        for number in numbers:
            claim = claims.by_id.get(number)
            waits = claim is not None and claim.open and bool(claim.review)
            (self._tray.add if waits else self._tray.discard)(number)
        if numbers:
            self._tell(claims)

    def _tell(self, claims: Claims) -> None:
        tray = len(self._tray)
        self.setVisible(bool(claims.by_id))
        words = self.tr("%n claim(s) need you", "", tray) if tray else self.tr("Claims")
        self.setText(self.locale().toString(tray) if tray else "")
        self.setAccessibleName(words)
        self.setToolTip(words)
