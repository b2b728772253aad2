"""What is different for one item: when it can be claimed, by which forms, and how much of it a buyer may have."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from console.domain.claims.grammar import Arming, Form, Grammar, ItemGrammar
from console.domain.claims.rules import ClaimRules, Limit
from console.domain.show import Show
from console.domain.stock import MOST
from console.ui.claims.form_words import arming_words, form_words
from console.ui.style.grid import STEP
from console.ui.widgets.number_field import NumberField
from console.ui.widgets.plain_label import PlainLabel

AS_THE_SHOW = -1


class ItemRules(QWidget):
    """Shows the rules of the chosen item, and keeps those of all. `changed` tells that a person typed one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = Show()
        self._items: dict[str, ItemGrammar] = {}
        self._limits: dict[str, int] = {}
        self.item = QComboBox()
        self.item.setAccessibleName(self.tr("Item"))
        self.item.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.armed = QComboBox()
        self.armed.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.armed.setAccessibleName(self.tr("When this item can be claimed"))
        self.armed.addItem(self.tr("Claimed as the show says"), None)
        for arming in Arming:
            self.armed.addItem(arming_words(arming), arming)
        self.limit = NumberField(self.tr("The most pieces of each SKU of it for a buyer"), AS_THE_SHOW, MOST)
        self.limit.setSpecialValueText(self.tr("as the show says"))
        self.own = QCheckBox(self.tr("Forms of its own"))
        self.forms = {form: QCheckBox(form_words(form)) for form in Form}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        self.limit_name = PlainLabel(self.tr("Pieces of each SKU for a buyer"), tone="muted")
        for widget in (self.item, self.armed, self.limit_name, self.limit, self.own, *self.forms.values()):
            column.addWidget(widget)
        self.item.currentIndexChanged.connect(self._show_item)
        for signal in (self.armed.currentIndexChanged, self.limit.valueChanged, self.own.toggled):
            signal.connect(self._take)
        for box in self.forms.values():
            box.toggled.connect(self._take)

    def set_value(self, rules: ClaimRules, show: Show) -> None:
        """Show these rules of the items in the queue; the chosen one stays chosen."""
        self._show = show
        self._items = {each.product: each for each in rules.grammar.items}
        self._limits = {each.sku: each.pieces for each in rules.limits}
        chosen = self.product
        self.item.blockSignals(True)
        self.item.clear()
        for each in show.queue:
            product = show.products.get(each.product)
            self.item.addItem(f"{each.code}  {product.title if product else each.product}", each.product)
        self.item.blockSignals(False)
        self.item.setCurrentIndex(max(0, self.item.findData(chosen)))
        self._show_item()

    @property
    def product(self) -> str:
        """The product of the chosen item; "" if there is none."""
        return str(self.item.currentData() or "")

    def rules(self, rules: ClaimRules) -> ClaimRules:
        """These rules with what is kept here of single items."""
        items = tuple(each for each in self._items.values() if each.armed or each.forms)
        grammar: Grammar = replace(rules.grammar, items=items)
        return replace(rules, grammar=grammar, limits=tuple(Limit(*each) for each in self._limits.items()))

    def _skus(self) -> Iterable[str]:
        product = self._show.products.get(self.product)
        return product.skus if product else ()

    def _show_item(self) -> None:
        known = self._items.get(self.product) or ItemGrammar(self.product)
        limits = [self._limits.get(sku, AS_THE_SHOW) for sku in self._skus()]
        for widget in (self.armed, self.limit, self.own, *self.forms.values()):
            widget.blockSignals(True)
            widget.setEnabled(bool(self.product))
        self.armed.setCurrentIndex(self.armed.findData(known.armed) if known.armed else 0)
        self.limit.setValue(max(limits, default=AS_THE_SHOW))
        self.own.setChecked(bool(known.forms))
        for form, box in self.forms.items():
            box.setChecked(form in known.forms)
            box.setVisible(bool(known.forms))
        for widget in (self.armed, self.limit, self.own, *self.forms.values()):
            widget.blockSignals(False)

    def _take(self) -> None:
        """Keep what was typed of the chosen item. Forms of its own begin with all of them."""
        forms = tuple(form for form, box in self.forms.items() if box.isChecked()) if self.own.isChecked() else ()
        known = self._items.get(self.product)
        if self.own.isChecked() and not (known and known.forms):
            forms = tuple(Form)
        armed = self.armed.currentData()  # Qt keeps the text of it
        self._items[self.product] = ItemGrammar(self.product, Arming(armed) if armed else None, forms)
        for sku in self._skus():
            self._limits.pop(sku, None)
            if self.limit.value() != AS_THE_SHOW:
                self._limits[sku] = self.limit.value()
        self._show_item()
        self.changed.emit()
