"""One order with what can be asked of its shop: keep fewer pieces, give money back."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from console.domain.money import Money, plain
from console.domain.orders import Order
from console.ui.orders.row import OrderRow
from console.ui.orders.wish import Wish, paid, refunded, wish
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import Kind, WordButton
from console.ui.widgets.number_field import NumberField
from console.ui.widgets.plain_label import PlainLabel
from console.ui.words.money import money_text
from console.ui.words.orders import status_word

SEEN_LINES = 4
MOST_AMOUNT = 24


class OrderDetail(QWidget):
    """Shows one order. `wanted` tells the commands that its form comes to."""

    wanted = Signal(object)

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._order: Order | None = None
        self.keep: dict[str, NumberField] = {}
        self._title = PlainLabel(face="strong")
        self._money = PlainLabel(tone="muted", face="caption")
        self._lines = QWidget()
        self._area = QScrollArea()
        self.refund = QLineEdit(maxLength=MOST_AMOUNT)
        self._told = QLabel()
        self.send = WordButton(self.tr("Send to the shop"), Kind.DANGER)
        self._build()

    @property
    def told(self) -> str:
        """What the form comes to, or what is wrong in it."""
        return self._told.text()

    def set_value(self, row: OrderRow) -> None:
        """Show this order; what was typed for another one, or for what has changed since, is gone."""
        before, self._order = self._order, row.order
        snapshot = row.order.snapshot
        self._title.set_value(
            " · ".join(each for each in (snapshot.code, row.buyer, status_word(snapshot.status)) if each)
        )
        self._money.set_value(self._money_words(row.order))
        if before is None or before.snapshot.lines != snapshot.lines or before.key != row.order.key:
            self._put_lines(row.order)
            self.refund.clear()
        self._follow()

    def cancel_all(self) -> None:
        """Offer to cancel every piece, the keyboard on the first line."""
        for field in self.keep.values():
            field.setValue(0)
        for field in list(self.keep.values())[:1]:
            field.setFocus()
            field.selectAll()

    def refund_all(self) -> None:
        """Offer to give all back that was paid, the keyboard on the sum."""
        if self._order is not None:
            self.refund.setText(plain(paid(self._order)))
            self.refund.setFocus()
            self.refund.selectAll()

    def take_back(self) -> bool:
        """Forget what was typed. Returns whether there was anything."""
        typed = bool(self.refund.text()) or any(field.value() != field.maximum() for field in self.keep.values())
        for field in self.keep.values():
            field.setValue(field.maximum())
        self.refund.clear()
        return typed

    def ask(self) -> None:
        """Tell what the form comes to, and begin anew."""
        if commands := self._wish().commands:
            self.take_back()
            self.wanted.emit(commands)

    def _wish(self) -> Wish:
        if self._order is None:
            return Wish()
        return wish(self._order, {sku: field.value() for sku, field in self.keep.items()}, self.refund.text())

    def _follow(self) -> None:
        come = self._wish()
        self.send.setEnabled(bool(come.commands))
        self._told.setText(come.fault or (self.tr("Will {0}.").format(come.words) if come.words else ""))
        self._told.setVisible(bool(self._told.text()))

    def _money_words(self, order: Order) -> str:
        told = [self.tr("{0} paid").format(money_text(paid(order)))]
        if order.snapshot.refunded:
            told.append(self.tr("{0} given back").format(money_text(refunded(order))))
        if sum_ := order.snapshot.refunding:
            going = money_text(Money(sum_, order.snapshot.total.currency))
            told.append(self.tr("{0} on its way back, not with the buyer yet").format(going))
        return " · ".join(told)

    def _build(self) -> None:
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.refund.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.refund.setAccessibleName(self.tr("Give back in all"))
        self.refund.setPlaceholderText(self.tr("amount"))
        self.refund.textChanged.connect(self._follow)
        self.refund.returnPressed.connect(self.ask)
        self.send.clicked.connect(self.ask)
        back = QHBoxLayout()
        back.addWidget(PlainLabel(self.tr("give back in all"), tone="muted"), 1)
        back.addWidget(self.refund, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(BREATH, BREATH, BREATH, STEP)
        column.setSpacing(STEP)
        for part in (self._title, self._money, self._area):
            column.addWidget(part)
        column.addLayout(back)
        column.addWidget(self._told)
        column.addWidget(self.send)

    def _put_lines(self, order: Order) -> None:
        """A row for each SKU of which pieces are sold: how many, and how many of them are kept."""
        self._lines = QWidget()
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 0, STEP, 0)
        grid.setHorizontalSpacing(STEP)
        grid.setVerticalSpacing(STEP // 2)
        grid.setColumnStretch(0, 1)
        self.keep = {}
        for at, line in enumerate(each for each in order.snapshot.lines if each.sold):
            field = NumberField(self.tr("Keep of {0}").format(line.sku), 0, line.sold)
            field.setValue(line.sold)
            field.valueChanged.connect(self._follow)
            field.lineEdit().returnPressed.connect(self.ask)
            self.keep[line.sku] = field
            grid.addWidget(PlainLabel(f"{line.sku} × {line.sold}", elide=Qt.TextElideMode.ElideMiddle), at, 0)
            grid.addWidget(PlainLabel(self.tr("keep"), tone="muted"), at, 1)
            grid.addWidget(field, at, 2)
        self._area.setWidget(self._lines)
        for before, after in pairwise((self._area, *self.keep.values())):
            QWidget.setTabOrder(before, after)
        self._lines.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        seen = list(self.keep.values())[:SEEN_LINES]
        self._area.setFixedHeight(sum(field.sizeHint().height() for field in seen) + len(seen) * STEP)
        self._area.setVisible(bool(self.keep))
