"""Breaking a text into lines."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption


def wrapped(text: str, font: QFont, width: float, most: int) -> list[str]:
    """The text in at most so many lines, the last one elided if there is more."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    ends: list[int] = []
    while (line := layout.createLine()).isValid() and len(ends) < most:
        line.setLineWidth(max(1.0, width))
        ends.append(line.textStart() + line.textLength())
    layout.endLayout()
    begins = [0, *ends[:-1]]
    lines = [part(text, begin, end).strip() for begin, end in zip(begins, ends, strict=True)]
    if ends and part(text, ends[-1]).strip():
        whole = part(text, begins[-1])[:400]
        lines[-1] = QFontMetricsF(font).elidedText(whole, Qt.TextElideMode.ElideRight, width)
    return lines


def part(text: str, begin: int, end: int | None = None) -> str:
    """A stretch of a text by Qt's positions, which count UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * begin : None if end is None else 2 * end].decode("utf-16-le", "replace")
