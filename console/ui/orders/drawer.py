"""The drawer of orders: the newest first, found by code, buyer or SKU."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from console.desk.watching import Copy
from console.domain.changes import BuyersNamed, Entry, OrderRecorded
from console.domain.connections import ConnectionKind
from console.domain.orders import OrderStatus
from console.domain.show import Show
from console.ui.act import action_of
from console.ui.acts import Acts
from console.ui.orders import acts as orders_acts
from console.ui.orders.detail import OrderDetail
from console.ui.orders.model import OrdersModel, Roles
from console.ui.orders.painter import OrderPainter
from console.ui.orders.row import OrderRow
from console.ui.orders.wish import Wanted
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.hairline import hairline
from console.ui.widgets.panel import Panel
from console.ui.widgets.plain_label import PlainLabel
from console.ui.words.orders import status_word

MOST_SEARCHED = 100


class OrdersDrawer(Panel):
    """Shows the orders. `left` asks to close the drawer."""

    left = Signal()

    def __init__(self, acts: Acts, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("OrdersDrawer", "Orders"), parent)
        self._acts = acts
        self._model = OrdersModel(self)
        self._found = QSortFilterProxyModel(self)
        self.search = QLineEdit(placeholderText=self.tr("Find by code, buyer or SKU"), maxLength=MOST_SEARCHED)
        self.counts = PlainLabel(tone="muted", face="caption")
        self.list = QListView()
        self.detail = OrderDetail(look)
        self._build(look)
        action_of(orders_acts.FIND, self.search.setFocus, self, self)
        action_of(orders_acts.CANCEL, self.detail.cancel_all, self, self)
        action_of(orders_acts.REFUND, self.detail.refund_all, self, self)
        self._leave = IconButton(look, "cross", self.tr("Close"))
        self._connect(look)
        self._take_up(acts.bridge.show)

    def look_for(self, text: str) -> None:
        """Show the orders that hold this, the first of them chosen."""
        self.search.setText(text)
        self.list.setCurrentIndex(self._found.index(0, 0))
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back what was typed of an order, then empties the search, then leaves. Down goes to the list."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.detail.take_back():
            self.list.setFocus()
        elif self.search.text():
            self.search.clear()
        else:
            self.left.emit()

    def _build(self, look: LiveLook) -> None:
        self._found.setSourceModel(self._model)
        self._found.setFilterRole(Roles.SEARCHED)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list.setModel(self._found)
        self.list.setItemDelegate(OrderPainter(look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        field = QVBoxLayout()
        field.setContentsMargins(BREATH, 0, BREATH, 0)
        field.setSpacing(STEP)
        field.addWidget(self.search)
        field.addWidget(self.counts)
        column.addLayout(field)
        column.addWidget(self.list, 1)
        column.addWidget(hairline(self))
        column.addWidget(self.detail)
        self.set_body(body)

    def _connect(self, look: LiveLook) -> None:
        self.search.setAccessibleName(self.tr("Find an order"))
        self.list.setAccessibleName(self.tr("Orders"))
        empty = EmptyState(self.tr("Orders appear here as soon as the shop takes them."), self.tr("Ask the shop now"))
        empty.acted.connect(self._ask_shops)
        self.set_empty(empty)
        self._leave.clicked.connect(self.left)
        self.add_action(self._leave)
        self.search.textChanged.connect(self._found.setFilterFixedString)
        self.list.selectionModel().currentChanged.connect(self._show_detail)
        self._found.dataChanged.connect(self._show_detail)
        self._found.rowsInserted.connect(self._choose_first)
        self._found.modelReset.connect(self._choose_first)
        self.detail.wanted.connect(self._ask)
        look.changed.connect(self.list.doItemsLayout)
        self._acts.bridge.began.connect(self._began)
        self._acts.bridge.shown.connect(self._shown)

    def _began(self, copy: Copy) -> None:
        self._take_up(copy.show)

    def _take_up(self, show: Show) -> None:
        """Begin with what the show has; before there is one, with nothing."""
        self._model.begin(show.orders.values())
        self._show_counts()
        if show.id:
            self._acts.start(self._recall(), "the newest orders")

    async def _recall(self) -> None:
        """Add what the file knows of orders that the show has not used, and the buyers' names."""
        recent = await self._acts.bridge.recent_orders()
        self._model.name({order.snapshot.buyer: name for order, name in recent if order.snapshot.buyer})
        for order, _ in recent:
            self._model.put(order)
        self._show_counts()

    def _shown(self, _show: Show, entries: Sequence[Entry]) -> None:
        for entry in entries:
            match entry.change:
                case OrderRecorded(order=order):
                    self._model.put(order)
                case BuyersNamed(buyers=buyers):
                    self._model.name({buyer.id: buyer.name for buyer in buyers})
                case _:
                    continue
        self._show_counts()

    def _show_counts(self) -> None:
        counts = self._model.counts
        told = [f"{counts[status]} {status_word(status)}" for status in OrderStatus if counts[status]]
        self.counts.set_value(" · ".join(told))
        rows = self._model.rowCount()
        self.set_caption(self.locale().toString(rows) if rows else "")
        self.show_empty(empty=not rows)
        self.setFocusProxy(self.search if rows else self._leave)

    def _choose_first(self) -> None:
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._found.index(0, 0))

    def _show_detail(self) -> None:
        row: OrderRow | None = self.list.currentIndex().data(Roles.ROW)
        if row is not None:
            self.detail.set_value(row)

    def _ask(self, commands: Wanted) -> None:
        """Have the shop told, one thing after the other; then the keyboard is back on the list."""
        for command in commands:
            self._acts.do(command)
        self.list.setFocus()

    def _ask_shops(self) -> None:
        for connection in self._acts.bridge.show.connections:
            if connection.kind is ConnectionKind.SHOP:
                self._acts.bridge.retry(connection.name)
