"""What the drawer of claims asks about the buyer of the chosen claim: who it is, and how it pays."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from console.domain.claims.book import Claims
from console.domain.claims.claim import Claim
from console.domain.commands import JoinBuyers, MarkBuyer, PartBuyers, SetClaimRules
from console.ui.act import Act, action_of, allow
from console.ui.acts import Acts
from console.ui.claims import acts as claims_acts


class BuyerDeeds(QObject):
    """The actions about a buyer. Two claims are chosen one after the other to join those who made them."""

    def __init__(self, acts: Acts, chosen: Callable[[], Claim | None], on: QWidget) -> None:
        super().__init__(on)
        self._acts = acts
        self._chosen = chosen
        self.joining = ""
        done: dict[Act, Callable[[], None]] = {
            claims_acts.RESTRICT: self._restrict,
            claims_acts.OTHERWISE: self._turn_paying,
            claims_acts.JOIN: self._join,
            claims_acts.PART: self._part,
        }
        self.actions: dict[Act, QAction] = {act: action_of(act, each, on, on) for act, each in done.items()}
        self.offer(None)

    def offer(self, claim: Claim | None) -> None:
        """Offer what can be done about the buyer of this claim now."""
        for action in self.actions.values():
            allow(action, when=claim is not None, why=self.tr("No claim is chosen."))
        joined = claim is not None and len(self._book.identities(claim.buyer)) > 1
        allow(self.actions[claims_acts.PART], when=joined, why=self.tr("The buyer is known under this identity alone."))

    def take_back(self) -> bool:
        """Join nobody. Returns whether somebody was chosen for it."""
        there, self.joining = self.joining, ""
        return bool(there)

    @property
    def _book(self) -> Claims:
        return self._acts.bridge.show.claims

    def _restrict(self) -> None:
        if claim := self._chosen():
            restricted = self._book.is_restricted(claim.buyer)
            for each in self._book.identities(claim.buyer) if restricted else (claim.buyer,):
                self._acts.do(MarkBuyer(each, restricted=not restricted))

    def _turn_paying(self) -> None:
        """Have the buyer pay the other way than the show says, or no longer."""
        if claim := self._chosen():
            mine, rules = set(self._book.identities(claim.buyer)), self._book.rules
            others = tuple(each for each in rules.otherwise if each not in mine)
            turned = others if len(others) < len(rules.otherwise) else (*others, claim.buyer)
            self._acts.do(SetClaimRules(replace(rules, otherwise=turned)))

    def _join(self) -> None:
        """Remember the buyer; of a second claim, join both."""
        claim = self._chosen()
        if claim is None:
            return
        if not self.joining:
            self.joining = claim.buyer
            title = self.tr("Who is {0} as well?").format(claim.buyer)
            self._acts.notice("join buyers", title, self.tr("Choose a claim of the other identity and do it again."))
        elif claim.buyer in self._book.identities(self.joining):
            self.joining = ""
        else:
            self._acts.do(JoinBuyers(self.joining, claim.buyer))
            self.joining = ""

    def _part(self) -> None:
        if claim := self._chosen():
            self._acts.do(PartBuyers((claim.buyer,)))
