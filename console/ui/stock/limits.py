"""The strip in which a person sets what is kept back of a variant, and when it is low."""

from PySide6.QtWidgets import QWidget

from console.domain.commands import SetLimits
from console.domain.stock import MOST
from console.overriding import override
from console.ui.stock.asking_strip import AskingStrip
from console.ui.stock.numbers import VariantRow
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.buttons import Kind, WordButton
from console.ui.widgets.number_field import NumberField
from console.ui.widgets.plain_label import PlainLabel

BY_RULE = -1


class LimitsStrip(AskingStrip):
    """Asks for the limits of a variant."""

    def __init__(self, look: LiveLook, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._sku = ""
        self.buffer = NumberField(self.tr("Kept back"))
        self.low = NumberField(self.tr("Low at"), BY_RULE, MOST)
        self.low.setSpecialValueText(self.tr("by rule"))
        self._done = WordButton(self.tr("Set"), Kind.PRIMARY)
        self._lay_out()
        self._done.clicked.connect(self.submit)

    def begin(self, row: VariantRow, name: str) -> None:
        """Ask for the limits of this variant."""
        self._sku = row.sku
        self.setAccessibleName(self.tr("Limits of {name}").format(name=name))
        self.buffer.setValue(row.buffer)
        self.low.setValue(BY_RULE if row.low is None else row.low)
        self.open_at(self.buffer)
        self.buffer.selectAll()

    @override
    def submit(self) -> None:
        """Have them set."""
        low = None if self.low.value() == BY_RULE else self.low.value()
        self.send(SetLimits(self._sku, self.buffer.value(), low))

    def close_for(self, sku: str) -> None:
        """Leave, unless it is about this variant: another one is looked at."""
        if sku != self._sku:
            self.close_it()

    def _lay_out(self) -> None:
        for at, field in enumerate((self.buffer, self.low)):
            field.setMinimumWidth(STEP * 7)
            self.grid.addWidget(PlainLabel(field.accessibleName(), tone="muted", face="caption"), 0, at)
            self.grid.addWidget(field, 1, at)
            self.grid.setColumnStretch(at, 1)
        self.grid.addWidget(self._done, 1, 2)
        self.grid.addWidget(self.cancel, 1, 3)
        self.grid.addWidget(self.message, 2, 0, 1, 4)
