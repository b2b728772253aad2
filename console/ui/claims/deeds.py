"""What the drawer of claims asks of the desk about the chosen claim, and when it may."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from console.domain.claims.book import Claims
from console.domain.claims.claim import Claim, PartState
from console.domain.claims.reading import Asked
from console.domain.commands import ExtendHold, MarkPaid, ReleaseClaim, ReviewClaim, SendOrders
from console.domain.decide.errands import recipients
from console.ui.act import Act, action_of, allow
from console.ui.acts import Acts
from console.ui.claims import acts as claims_acts
from console.ui.claims.receipt_words import receipt_words
from console.ui.words.claim_orders import order_of, to_pay

PAUSE_MS = 400


class ClaimDeeds(QObject):
    """The actions of the chosen claim. A second press within 400 ms would hit the next one, so it does nothing.

    `told` carries the words of a receipt.
    """

    told = Signal(str)

    def __init__(self, acts: Acts, chosen: Callable[[], Claim | None], change: Callable[[], None], on: QWidget) -> None:
        super().__init__(on)
        self._acts = acts
        self._chosen = chosen
        self._pressed = QElapsedTimer()
        done: dict[Act, Callable[[], None]] = {
            claims_acts.ACCEPT: lambda: self._review(accept=True),
            claims_acts.CHANGE: change,
            claims_acts.REJECT: lambda: self._review(accept=False),
            claims_acts.EXTEND: self._extend,
            claims_acts.RELEASE: self._release,
            claims_acts.PAID: self._paid,
            claims_acts.RECEIPT: self._copy_receipt,
            claims_acts.ORDER: self._copy_order,
            claims_acts.SEND: self._send_order,
        }
        self.actions: dict[Act, QAction] = {act: action_of(act, each, on, on) for act, each in done.items()}
        self.offer(None)

    def offer(self, claim: Claim | None) -> None:
        """Offer what can be done about this claim now."""
        review = claim is not None and claim.open and bool(claim.review)
        asked = claim is not None and review and all(part.state is PartState.ASKED for part in claim.parts)
        held = claim is not None and claim.deadline is not None
        payable = claim is not None and any(part.orderable for part in claim.parts)
        free = claim is not None and claim.open and not review
        over = self.tr("It does not wait for a person.")
        allow(self.actions[claims_acts.ACCEPT], when=review, why=over)
        allow(self.actions[claims_acts.REJECT], when=review, why=over)
        allow(self.actions[claims_acts.CHANGE], when=asked, why=self.tr("It was decided already: release it instead."))
        allow(self.actions[claims_acts.EXTEND], when=held, why=self.tr("Nothing is held for it."))
        allow(self.actions[claims_acts.PAID], when=payable, why=self.tr("It has got nothing to pay for."))
        allow(self.actions[claims_acts.RELEASE], when=free, why=self.tr("It is over."))
        allow(self.actions[claims_acts.ORDER], when=self._code(claim) != "", why=self.tr("It has no order to be paid."))
        unsent = claim is not None and any(part.orderable and not part.draft for part in claim.parts)
        sendable = unsent and bool(recipients(self._acts.bridge.show))
        allow(self.actions[claims_acts.SEND], when=sendable, why=self.tr("Nothing of it waits to be ordered."))
        allow(self.actions[claims_acts.RECEIPT], when=claim is not None, why=self.tr("No claim is chosen."))

    def change(self, claim: Claim, items: tuple[Asked, ...]) -> None:
        """Accept a claim with these items in place of its own."""
        self._acts.do(ReviewClaim(claim.id, accept=True, items=items))

    def _once(self) -> Claim | None:
        """The chosen claim, unless a key was pressed just now."""
        if self._pressed.isValid() and self._pressed.elapsed() < PAUSE_MS:
            return None
        self._pressed.start()
        return self._chosen()

    def _review(self, *, accept: bool) -> None:
        if claim := self._once():
            self._acts.do(ReviewClaim(claim.id, accept=accept))

    def _extend(self) -> None:
        if claim := self._once():
            self._acts.do(ExtendHold(claim.id, self._book.rules.hold))

    def _release(self) -> None:
        if claim := self._once():
            self._acts.do(ReleaseClaim(claim.id))

    def _paid(self) -> None:
        if claim := self._once():
            self._acts.do(MarkPaid(claim.id))

    @property
    def _book(self) -> Claims:
        return self._acts.bridge.show.claims

    def _code(self, claim: Claim | None) -> str:
        """What the buyer of a claim needs to pay its order; "" if there is none to be paid."""
        return to_pay(order_of(self._book, claim)) if claim else ""

    def _copy_order(self) -> None:
        if code := self._code(self._chosen()):
            QGuiApplication.clipboard().setText(code)
            title = self.tr("{0} is on the clipboard.").format(code)
            self._acts.notice("order", title, self.tr("Paste it to the buyer: it is what is to be paid."))

    def _send_order(self) -> None:
        if claim := self._once():
            self._acts.do(SendOrders(claim.buyer))

    def _copy_receipt(self) -> None:
        if claim := self._chosen():
            self._acts.start(self._receipt(claim.id), "the receipt of a claim")

    async def _receipt(self, claim: int) -> None:
        found = await self._acts.bridge.receipt(claim)
        if found is not None:
            words = receipt_words(found)
            QGuiApplication.clipboard().setText(words)
            self.told.emit(words)
            title = self.tr("The receipt of claim {0} is on the clipboard.").format(claim)
            self._acts.notice("receipt", title, self.tr("Paste it to the buyer: it names nobody else."))
