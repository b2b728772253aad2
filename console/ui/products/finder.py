"""The finder: products of the catalogue by title, SKU or barcode, and from there into the queue."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console.domain.changes import CatalogueImported, Entry, ProductSaved
from console.domain.commands import QueueProducts
from console.domain.products import Product
from console.domain.show import Show
from console.ui.act import action_of, key_text
from console.ui.acts import Acts
from console.ui.products import acts as product_acts
from console.ui.products.match_painter import match_lines
from console.ui.products.matches import MatchesModel
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton
from console.ui.widgets.list_model import ROW
from console.ui.widgets.panel import Panel
from console.ui.widgets.plain_label import PlainLabel
from console.ui.widgets.thumbnail import PictureSource
from console.ui.widgets.two_line_list import TwoLineList

PAUSE_MS = 100
MOST_SEARCHED = 100
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class ProductFinder(Panel):
    """Finds products and queues them. `edit_wanted` carries a product, or None for a new one."""

    edit_wanted = Signal(object)
    left = Signal()

    def __init__(self, acts: Acts, look: LiveLook, pictures: PictureSource, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("ProductFinder", "Add products"), parent)
        self._acts = acts
        self._asked = 0
        self._model = MatchesModel(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        placeholder = self.tr("Find by title, SKU or barcode")
        self.search = QLineEdit(placeholderText=placeholder, maxLength=MOST_SEARCHED)
        self.list = TwoLineList(look, self.tr("Products"), self._model, partial(match_lines, pictures))
        self._told = PlainLabel(tone="muted", face="caption")
        self._actions_here = self._make_actions()
        self._build(pictures)
        self._connect(look)

    def look_for(self, text: str) -> None:
        """Find this at once."""
        self.search.setText(text)
        self._find()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with what was searched last, ready to type over."""
        super().showEvent(event)
        self.search.setFocus()
        self.search.selectAll()
        self._find()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows of the search field move in the list."""
        typed = watched is self.search and event.type() == QEvent.Type.KeyPress
        if typed and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the search, then leaves."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
        else:
            self.left.emit()

    def _make_actions(self) -> list[QAction]:
        return [
            action_of(product_acts.QUEUE, self._queue, self, self),
            action_of(product_acts.NEW, lambda: self.edit_wanted.emit(None), self, self),
            action_of(product_acts.EDIT, self._edit, self, self),
        ]

    def _build(self, pictures: PictureSource) -> None:
        pictures.came.connect(self.list.viewport().update)
        self.search.setAccessibleName(self.search.placeholderText())
        head = QVBoxLayout()
        head.setContentsMargins(BREATH, 0, BREATH, 0)
        head.setSpacing(STEP)
        head.addWidget(self.search)
        head.addWidget(self._told)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.set_body(body)
        self.setFocusProxy(self.search)

    def _connect(self, look: LiveLook) -> None:
        for name, words, act in (
            ("plus", self.tr("New product"), lambda: self.edit_wanted.emit(None)),
            ("edit", self.tr("Edit the product"), self._edit),
            ("cross", self.tr("Close"), self.left.emit),
        ):
            button = IconButton(look, name, words)
            button.clicked.connect(act)
            self.add_action(button)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._typed)
        self._pause.timeout.connect(self._find)
        self.list.doubleClicked.connect(self._queue)
        self._acts.bridge.began.connect(lambda _copy: self._find_again())
        self._acts.bridge.shown.connect(self._shown)

    def _find_again(self) -> None:
        if self.isVisible():
            self._find()

    def _typed(self) -> None:
        self._pause.start()

    def _find(self) -> None:
        """Ask for what the text finds now."""
        self._pause.stop()
        self._asked += 1
        self._acts.start(self._finds(self.search.text().strip(), self._asked), "find products")

    async def _finds(self, text: str, asked: int) -> None:
        """Show what is found, unless something else has been asked meanwhile."""
        products = await self._acts.bridge.find_products(text)
        if asked == self._asked:
            self._begin(products)

    def _begin(self, products: Sequence[Product]) -> None:
        before = self._chosen()
        self._model.begin(products, self._acts.bridge.show)
        ids = [product.id for product in products]
        self.list.setCurrentIndex(self._model.index(ids.index(before.id) if before and before.id in ids else 0))
        self._told.set_value(self._words(len(products)))

    def _words(self, count: int) -> str:
        if count:
            told = self.tr("Found: {0}. {1} adds to the queue.")
            return told.format(self.locale().toString(count), key_text(self._actions_here[0]))
        if self.search.text().strip():
            return self.tr("No product has that in its title, SKU or barcode.")
        told = self.tr("The catalogue is empty. Import products, or make one with {0}.")
        return told.format(key_text(self._actions_here[1]))

    def _shown(self, show: Show, entries: Sequence[Entry]) -> None:
        if self.isVisible() and any(isinstance(each.change, CatalogueImported | ProductSaved) for each in entries):
            self._find()
        self._model.follow(show)

    def _chosen(self) -> Product | None:
        index = self.list.currentIndex()
        return index.data(ROW).product if index.isValid() else None

    def _queue(self) -> None:
        if product := self._chosen():
            self._acts.do(QueueProducts((product.id,)))

    def _edit(self) -> None:
        if product := self._chosen():
            self.edit_wanted.emit(product)
