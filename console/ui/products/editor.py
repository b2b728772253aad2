"""The editor of one product: title, description, options and variants, with errors beside the fields."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from console.domain.commands import SaveProduct
from console.domain.outcomes import Done, Invalid, Outcome
from console.domain.products import Product
from console.ui.act import action_of, key_text
from console.ui.acts import Acts
from console.ui.products import acts as product_acts
from console.ui.products.draft import Column, Draft, Fault, Ready, draft_of, new_id, read
from console.ui.products.variants import VariantsModel
from console.ui.products.variants_table import VariantsTable
from console.ui.style.grid import BREATH, STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import IconButton, Kind, WordButton
from console.ui.widgets.panel import Panel
from console.ui.widgets.plain_label import PlainLabel
from console.ui.words.outcomes import words_for
from console.ui.words.rules import rule_words

MOST_TITLE = 300

_COLUMNS = {"sku": Column.SKU, "price": Column.PRICE, "quantity": Column.OPENING}


class ProductEditor(Panel):
    """Edits one product. `saved` carries its id; `left` asks to close the editor."""

    saved = Signal(str)
    left = Signal()

    def __init__(self, acts: Acts, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("ProductEditor", "Product"), parent)
        self._acts = acts
        self._base = Product("", "", ())
        self._opened = Draft()
        self._currency = ""
        self._warned = False
        self.title = QLineEdit(maxLength=MOST_TITLE)
        self.options = QLineEdit(placeholderText=self.tr("Size, Colour"), maxLength=MOST_TITLE)
        self.description = QPlainTextEdit()
        self.variants = VariantsModel(look, self)
        self.table = VariantsTable(look, self.variants)
        self._title_fault, self._options_fault, self._fault = (PlainLabel(tone="out") for _ in range(3))
        self._save = WordButton(self.tr("Save the product"), Kind.PRIMARY)
        self._actions_here = self._make_actions()
        self._build(look)
        self.open(None)

    @property
    def draft(self) -> Draft:
        """What the fields hold."""
        names = tuple(name.strip() for name in self.options.text().replace("，", ",").split(",") if name.strip())
        return Draft(self.title.text(), self.description.toPlainText(), names, self.variants.rows)

    @property
    def changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.draft != self._opened

    def open(self, product: Product | None) -> None:
        """Edit this product, or a new one; what was typed and not saved stays until it is saved or discarded."""
        if self.changed:
            self._say(self.tr("This product is not saved yet. Save it, or press Esc twice to discard it."))
            return
        self._base = product or Product("", "", ())
        self._currency = self._currency_of(product)
        self._fill(draft_of(product) if product else Draft())
        self.set_caption(self._currency)
        self.title.setFocus()

    def save(self) -> None:
        """Have the product saved, or say what is wrong beside the fields; nothing while a save is on its way."""
        if not self._save.isEnabled():
            return
        self.table.setFocus()
        if self._base.id == "":
            self._base = replace(self._base, id=new_id(self.title.text()))
        currency = self._currency or self._acts.bridge.show.currency
        if not currency:
            self._say(self.tr("Begin a show first: it names the currency of the prices."))
            return
        match read(self.draft, self._base, currency):
            case Ready(product=product, openings=openings):
                self._show_faults(())
                self._acts.start(self._saves(SaveProduct(product, openings)), "save a product")
            case faults:
                self._show_faults(faults)

    async def _saves(self, command: SaveProduct) -> None:
        """Ask, and leave once it is kept."""
        draft = self.draft
        self._save.setEnabled(False)
        try:
            outcome = await self._acts.ask(command)
        finally:
            self._save.setEnabled(True)
        if not isinstance(outcome, Done):
            self._refused(outcome)
            return
        self._base, self._opened = command.product, draft
        self.saved.emit(command.product.id)
        if not self.changed:
            self._fill(Draft())
            self._base = Product("", "", ())
            self.left.emit()

    def leave(self) -> None:
        """Leave; what is not saved needs a second word."""
        if self.changed and not self._warned:
            self._warned = True
            self._say(self.tr("Not saved yet. {0} saves, Esc again discards.").format(key_text(self._actions_here[0])))
            return
        self._fill(Draft())
        self._base = Product("", "", ())
        self.left.emit()

    def _currency_of(self, product: Product | None) -> str:
        if product and product.variants:
            return product.variants[0].price.currency
        return self._acts.bridge.show.currency

    def _fill(self, draft: Draft) -> None:
        self.title.setText(draft.title)
        self.options.setText(", ".join(draft.option_names))
        self.description.setPlainText(draft.description)
        self.variants.begin(draft.variants, self._base.skus)
        self._opened = self.draft
        self._show_faults(())

    def _refused(self, outcome: Outcome) -> None:
        """Say a refusal where it belongs."""
        match outcome:
            case Invalid(field="title"):
                self._show_faults([Fault("title", rule_words(outcome))])
            case Invalid(field=field, values=values) if field in _COLUMNS:
                row = next((n for n, cells in enumerate(self.variants.rows) if cells[0] and cells[0] in values), 0)
                self._show_faults([Fault("variants", rule_words(outcome), row, _COLUMNS[field])])
            case _:
                words = words_for(outcome)
                self._say(f"{words.title} {words.next_step}" if words else "")

    def _show_faults(self, faults: Sequence[Fault]) -> None:
        first = {fault.field: fault for fault in reversed(faults)}
        for label, field in ((self._title_fault, "title"), (self._options_fault, "options")):
            label.set_value(first[field].words if field in first else "")
            label.setVisible(field in first)
        self.variants.mark([fault for fault in faults if fault.field == "variants"])
        self._warned = False
        self._say(self._cell_words(first.get("variants")))
        self._go_to(faults)

    def _cell_words(self, fault: Fault | None) -> str:
        if fault is None:
            return ""
        heading = self.variants.headerData(fault.column, Qt.Orientation.Horizontal)
        return self.tr("Variant {0}, {1}: {2}").format(fault.row + 1, heading, fault.words)

    def _go_to(self, faults: Sequence[Fault]) -> None:
        match faults[0] if faults else None:
            case None:
                return
            case Fault(field="title"):
                self.title.setFocus()
            case Fault(field="options"):
                self.options.setFocus()
            case fault:
                self.table.setCurrentIndex(self.variants.index(fault.row, fault.column))
                self.table.setFocus()

    def _say(self, words: str) -> None:
        self._fault.set_value(words)
        self._fault.setVisible(bool(words))

    def _touched(self) -> None:
        """Another letter typed takes the first Esc back."""
        if self._warned:
            self._warned = False
            self._say("")

    def _name_options(self) -> None:
        names = self.draft.option_names
        self.variants.set_options(names)
        self.table.show_options(len(names))

    def _add(self) -> None:
        self.table.setCurrentIndex(self.variants.index(self.variants.add(), Column.SKU))
        self.table.setFocus()

    def _remove(self) -> None:
        self.variants.remove(self.table.currentIndex().row())

    def _make_actions(self) -> list[QAction]:
        return [
            action_of(product_acts.SAVE, self.save, self, self),
            action_of(product_acts.ADD, self._add, self, self),
            action_of(product_acts.REMOVE, self._remove, self, self),
            action_of(product_acts.LEAVE, self.leave, self, self),
        ]

    def _build(self, look: LiveLook) -> None:
        self.options.textChanged.connect(self._name_options)
        self._save.clicked.connect(self.save)
        for changed in (self.title.textChanged, self.options.textChanged, self.description.textChanged):
            changed.connect(self._touched)
        self.variants.dataChanged.connect(self._touched)
        leave = IconButton(look, "cross", self.tr("Close"))
        leave.clicked.connect(self.leave)
        self.add_action(leave)
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(look.scale.pixels(STEP * 9))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(BREATH, 0, BREATH, STEP)
        column.setSpacing(STEP // 2)
        for name, field, fault in (
            (self.tr("Title"), self.title, self._title_fault),
            (self.tr("Description"), self.description, None),
            (self.tr("Options, at most three, with commas between them"), self.options, self._options_fault),
        ):
            column.addWidget(PlainLabel(name, tone="muted", face="caption"))
            column.addWidget(field)
            field.setAccessibleName(name)
            if fault:
                column.addWidget(fault)
            column.addSpacing(STEP)
        column.addLayout(self._variants_head(look))
        column.addWidget(self.table, 1)
        column.addWidget(self._fault)
        column.addSpacing(STEP)
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_body(body)
        self.setFocusProxy(self.title)

    def _variants_head(self, look: LiveLook) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(PlainLabel(self.tr("Variants"), tone="muted", face="caption"), 1)
        for name, words, act in (
            ("plus", self.tr("Add a variant"), self._add),
            ("trash", self.tr("Remove the variant"), self._remove),
        ):
            button = IconButton(look, name, words)
            button.clicked.connect(act)
            head.addWidget(button)
        return head
