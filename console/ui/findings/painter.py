"""What the list says of a finding: a shape for its weight, what it is with its numbers, and about what."""

from console.domain.findings import FindingKind
from console.ui.findings.model import FindingRow
from console.ui.style.palette import Palette
from console.ui.widgets.list_model import ROW
from console.ui.widgets.shapes import Shape
from console.ui.widgets.two_lines import Index, TwoLines

TWO = frozenset({FindingKind.STOCK_DIFFERS, FindingKind.PRODUCT_DIFFERS, FindingKind.FENCE_EATEN})


def finding_lines(index: Index, palette: Palette) -> TwoLines:
    """The words of one finding."""
    row: FindingRow = index.data(ROW)
    mark = mark_of(row.finding.kind, palette)
    return TwoLines(title=row.words.title, right=_numbers(row), below=row.words.subject, mark=mark)


def mark_of(kind: FindingKind, palette: Palette) -> tuple[Shape, str]:
    """The shape and the colour of a kind's weight."""
    if kind is FindingKind.OVERSOLD:
        return Shape.CROSSED, palette.out
    if kind is FindingKind.PRODUCT_DIFFERS:
        return Shape.DOTS, palette.accent
    return Shape.TRIANGLE, palette.low


def _numbers(row: FindingRow) -> str:
    """Both numbers where two sides differ, the shop's first; otherwise the one that matters."""
    both = row.finding.kind in TWO
    return " / ".join(value for _, value in row.words.numbers[: 2 if both else 1])
