"""What is being explained: its picture, its name, its price."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.products import Product, Variant
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.plain_label import PlainLabel
from console.ui.widgets.thumbnail import PictureSource, Thumbnail
from console.ui.words.money import money_text

PICTURE = 64


class Headline(QWidget):
    """Shows one product at the price of one of its variants."""

    def __init__(self, look: LiveLook, pictures: PictureSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._product: Product | None = None
        self._thumbnail = Thumbnail(look, PICTURE)
        self.title = PlainLabel(face="strong")
        self.price = PlainLabel(face="heading")
        self.was = PlainLabel(tone="muted")
        self._lay_out()
        pictures.came.connect(self._came)

    def set_value(self, product: Product, variant: Variant) -> None:
        """Show this product at this variant's price."""
        if product != self._product:
            self._product = product
            self.title.set_value(product.title)
            self._thumbnail.set_value(product.title, self._pictures.of(product.picture))
        self.price.set_value(money_text(variant.price))
        self.was.set_value(money_text(variant.compare_at) if variant.compare_at else "")

    def _came(self, picture: str) -> None:
        if self._product and self._product.picture == picture:
            self._thumbnail.set_value(self._product.title, self._pictures.of(picture))

    def _lay_out(self) -> None:
        struck = self.was.font()
        struck.setStrikeOut(True)
        self.was.setFont(struck)
        prices = QHBoxLayout()
        prices.setSpacing(STEP)
        prices.addWidget(self.price)
        prices.addWidget(self.was, 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addLayout(prices)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP + 4)
        row.addWidget(self._thumbnail)
        row.addLayout(words, 1)
