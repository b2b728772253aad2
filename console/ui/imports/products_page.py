"""The import of products: choose files and a currency, look at what they offer, take it in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from console.domain.commands import QueueProducts
from console.domain.outcomes import Imported
from console.errors import CuedeskError
from console.imports.catalogue import Catalogue
from console.imports.course import Course, GivenUp
from console.imports.lines import WrongEncoding
from console.ui.acts import Acts
from console.ui.imports.currencies import currencies
from console.ui.imports.frame import ImportFrame
from console.ui.imports.products_list import product_rows
from console.ui.imports.remarks import of_catalogue, of_outcome
from console.ui.imports.remarks_view import RemarksView
from console.ui.imports.table import ReadModel, ReadTable
from console.ui.style.look import LiveLook
from console.ui.widgets.plain_label import PlainLabel
from console.ui.words.outcomes import words_for

MOST_QUEUED = 200


class ProductsPage(QWidget):
    """Shows the import of products. `left` asks to close the page."""

    left = Signal()

    def __init__(self, acts: Acts, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._paths: Sequence[Path] = ()
        self._course = Course()
        self._catalogue: Catalogue | None = None
        self._taken: tuple[str, ...] = ()
        self.currency = QComboBox(placeholderText=self.tr("Currency"))
        sentence = self.tr(
            "Choose or drop product files: what Shopify, WooCommerce or Cuedesk exports, as CSV or XLSX. "
            "Nothing is taken in before you have seen it."
        )
        self.frame = ImportFrame(look, self.tr("Import products"), sentence, several=True)
        self.products = ReadModel(
            (self.tr("Product"), self.tr("Variants"), self.tr("Price"), self.tr("Pieces")), frozenset({1, 2, 3}), self
        )
        self.preview, self.result = self._preview(look), self._result(look)
        self._build()

    def choose(self, paths: Sequence[Path]) -> None:
        """Take these files, and read them once the currency is known."""
        self._paths = paths
        self.frame.encoding.set_value(None)
        self.frame.show_files([path.name for path in paths])
        self._read()

    def _build(self) -> None:
        self.currency.setAccessibleName(self.tr("Currency of the prices"))
        self.currency.addItems(list(currencies()))
        self.currency.setCurrentIndex(-1)
        self.currency.currentIndexChanged.connect(self._read)
        self.frame.add_beside(PlainLabel(self.tr("Prices in"), tone="muted"), self.currency)
        for content in (self.preview, self.result):
            self.frame.add_content(content)
        self.frame.chosen.connect(self.choose)
        self.frame.encoding.chosen.connect(self._read)
        self.frame.course.left.connect(self._give_up)
        self.frame.accepted.connect(self._accept)
        self.frame.left.connect(self._leave)
        self.setFocusProxy(self.frame.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._acts.bridge.began.connect(lambda copy: self._sold_in(copy.show.currency))
        self._sold_in(self._acts.bridge.show.currency)

    def _preview(self, look: LiveLook) -> RemarksView:
        listed = ReadTable(look, self.products, wide=0)
        listed.set_widths([look.scale.pixels(width) for width in (0, 90, 160, 90)])
        listed.setAccessibleName(self.tr("Products"))
        return RemarksView(
            look,
            (self.tr("products"), self.tr("variants"), self.tr("quantities named")),
            (self.tr("Where"), self.tr("Column or product"), self.tr("What")),
            self.tr("Every row is as it should be."),
            listed,
        )

    def _result(self, look: LiveLook) -> RemarksView:
        return RemarksView(
            look,
            (self.tr("new"), self.tr("changed"), self.tr("the same"), self.tr("quantities opened")),
            (self.tr("Product or SKU"), self.tr("Of"), self.tr("What")),
            self.tr("They are in the catalogue now."),
        )

    def _sold_in(self, currency: str) -> None:
        """Choose the show's currency, unless a person has chosen one."""
        if currency and self.currency.currentIndex() < 0:
            self.currency.setCurrentText(currency)

    def _leave(self) -> None:
        """Forget what was chosen, and give up what is not decided."""
        self._course.give_up()
        self._course = Course()
        self._paths, self._catalogue = (), None
        self.frame.encoding.set_value(None)
        self.frame.show_files([self.tr("No file is chosen.")])
        self.frame.show_trouble("")
        self.frame.show_hint()
        self.left.emit()

    def _read(self) -> None:
        """Read the files, if there are any and their currency is known."""
        self._course.give_up()
        self._catalogue = None
        if not self._paths:
            return
        if self.currency.currentIndex() < 0:
            self.frame.show_trouble(
                self.tr("In which currency are these prices?"), self.tr("The file does not say it.")
            )
            self.currency.setFocus()
            return
        self._course = Course()
        self.frame.show_busy(self.tr("Reading {0}").format(self._paths[0].name), self._course)
        self._acts.start(self._reads(self._course), "read products")

    def _give_up(self) -> None:
        """Give up what goes on: reading ends with what was chosen, taking in with what was shown."""
        self._course.give_up()

    async def _reads(self, course: Course) -> None:
        """Read and show, unless something else has been chosen meanwhile."""
        currency, encoding = self.currency.currentText(), self.frame.encoding.value
        try:
            catalogue = await self._acts.bridge.read_products(self._paths, currency, encoding, course)
        except WrongEncoding as error:
            if course is self._course and error.fits and encoding is None:
                self.frame.show_guess(error)
                await self._reads(course)
            elif course is self._course:
                self._refuse(error)
        except CuedeskError as error:
            if course is self._course:
                self._refuse(error)
        else:
            if course is self._course:
                self._show_preview(catalogue)
                self.frame.tell_guess()

    def _refuse(self, error: CuedeskError) -> None:
        self.frame.show_hint()
        self.frame.show_trouble(error.title, error.next_step)

    def _show_preview(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        count = len(catalogue.products)
        variants = sum(len(product.variants) for product in catalogue.products)
        self.products.set_rows(product_rows(catalogue))
        self.preview.set_values((count, variants, len(catalogue.openings)), of_catalogue(catalogue))
        words = self.tr("Import one product") if count == 1 else self.tr("Import %n products", "", count)
        self.frame.show_content(self.preview, words, enabled=bool(count))

    def _accept(self) -> None:
        """Do what the main button says."""
        if self._catalogue is not None:
            self._acts.start(self._take_in(self._catalogue), "import products")
        elif self._taken:
            self._acts.start(self._queue(self._taken), "queue products")

    async def _take_in(self, catalogue: Catalogue) -> None:
        """Import what was shown, once."""
        self._catalogue = None
        self._course = course = Course()
        self.frame.show_busy(self.tr("Taking in {0}").format(catalogue.name), course)
        try:
            outcome = await self._acts.bridge.take_in(catalogue, course)
        except GivenUp as error:
            self._show_again(catalogue, course, error.title, error.next_step)
            return
        if isinstance(outcome, Imported):
            self._show_result(catalogue, outcome)
        elif words := words_for(outcome):
            self._show_again(catalogue, course, words.title, words.next_step)

    def _show_again(self, catalogue: Catalogue, course: Course, title: str, next_step: str) -> None:
        """Show what was not taken in, unless something else has been chosen meanwhile."""
        if course is self._course:
            self._show_preview(catalogue)
            self.frame.show_trouble(title, next_step)

    def _show_result(self, catalogue: Catalogue, outcome: Imported) -> None:
        barred = {conflict.product for conflict in outcome.conflicts}
        self._taken = tuple(product.id for product in catalogue.products if product.id not in barred)
        self.result.set_values((outcome.new, outcome.changed, outcome.same, outcome.opened), of_outcome(outcome))
        few = 0 < len(self._taken) <= MOST_QUEUED
        self.frame.show_content(self.result, self.tr("Add them to the queue") if few else "")

    async def _queue(self, products: tuple[str, ...]) -> None:
        """Queue what was taken in, then leave."""
        self._taken = ()
        outcome = await self._acts.ask(QueueProducts(products))
        if words := words_for(outcome):
            self._taken = products
            self.frame.show_trouble(words.title, words.next_step)
        else:
            self.frame.left.emit()
