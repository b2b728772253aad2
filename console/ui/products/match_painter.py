"""What the finder says of a product: title and price, its SKUs and whether it is queued."""

from PySide6.QtCore import QCoreApplication

from console.ui.products.match import Match
from console.ui.style.palette import Palette
from console.ui.widgets.list_model import ROW
from console.ui.widgets.thumbnail import PictureSource
from console.ui.widgets.two_lines import Index, TwoLines
from console.ui.words.prices import prices_text

MOST_SKUS = 12


def match_lines(pictures: PictureSource, index: Index, _palette: Palette) -> TwoLines:
    """The words of one product, beside its picture."""
    match: Match = index.data(ROW)
    queued = QCoreApplication.translate("MatchPainter", "in the queue as {0}")
    return TwoLines(
        title=match.product.title,
        right=prices_text(match.product),
        below=" · ".join(match.product.skus[:MOST_SKUS]),
        below_right=queued.format(match.code) if match.code else "",
        picture=pictures.of(match.product.picture),
    )
