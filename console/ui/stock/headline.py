"""What is being explained: its picture, its name, its price."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.products import Product, Variant
from console.ui.style.density import Density
from console.ui.style.grid import STEP
from console.ui.style.look import LiveLook
from console.ui.widgets.clamped_label import ClampedLabel
from console.ui.widgets.plain_label import PlainLabel
from console.ui.widgets.thumbnail import PictureSource, Thumbnail
from console.ui.words.money import money_text

PICTURE = 64
SHORT_PICTURE = 44
STAGE_PICTURE = 144
TITLE = 36


class Headline(QWidget):
    """Shows one product at the price of one of its variants."""

    def __init__(self, look: LiveLook, pictures: PictureSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._product: Product | None = None
        self._look = look
        self._thumbnail = Thumbnail(look, PICTURE)
        self.title = ClampedLabel(look, lines=2, strong=True, stage=TITLE)
        self.price = PlainLabel(face="heading")
        self.was = PlainLabel(tone="muted")
        self._lay_out()
        pictures.came.connect(self._came)
        look.changed.connect(self._relook)

    def set_value(self, product: Product, variant: Variant) -> None:
        """Show this product at this variant's price."""
        if product != self._product:
            self._product = product
            self.title.set_value(product.title)
            self._thumbnail.set_value(product.title, self._pictures.of(product.picture))
        self.price.set_value(money_text(variant.price))
        self.was.set_value(money_text(variant.compare_at) if variant.compare_at else "")

    def set_short(self, *, short: bool) -> None:
        """Have a smaller picture, or not."""
        side = STAGE_PICTURE if self._look.density is Density.STAGE else PICTURE
        self._thumbnail.set_side(SHORT_PICTURE if short else side)

    def _relook(self) -> None:
        stage = self._look.density is Density.STAGE
        self.price.set_face("stage-price" if stage else "heading")
        self.was.set_face("stage" if stage else "")

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
