"""The words of a row."""

from datetime import tzinfo

from PySide6.QtCore import QCoreApplication

from console.ui.rundown.rows import Row, RowState
from console.ui.widgets.plain_text import one_line, tooltip
from console.ui.words.times import MINUTE, SECOND, clock_text, length_text, signed_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("RundownRow", text)


class Words:
    """Puts rows into words, with times of day in a zone (None: of this computer)."""

    def __init__(self, zone: tzinfo | None = None) -> None:
        self._zone = zone

    def state(self, row: Row) -> str:
        """The word of its state; none for what simply comes later."""
        words = {
            RowState.PLAYED: _tr("PLAYED"),
            RowState.LIVE: _tr("LIVE"),
            RowState.NEXT: _tr("NEXT"),
            RowState.LATER: "",
            RowState.SKIPPED: _tr("SKIPPED"),
            RowState.UNPLAYED: _tr("NOT PLAYED"),
            RowState.GROUP: "",
            RowState.MILESTONE: _tr("MILESTONE"),
            RowState.AD_LIB: _tr("AD-LIB"),
        }
        changed = _tr("CHANGED WHILE ON AIR") if row.edited else ""
        flag = _tr("FLAG") if row.flag else ""
        return " · ".join(part for part in (words[row.state], flag, changed) if part)

    def length(self, row: Row) -> str:
        """What it took so far, or what it is planned to take."""
        if row.state is RowState.MILESTONE:
            return ""
        return length_text(row.planned if row.took is None else row.took)

    def over(self, row: Row) -> str:
        """How much longer it took, or how many minutes later than planned it will begin."""
        if row.took is None or row.expected:
            minutes = int(row.over / MINUTE)
            return _tr("{minutes} min").format(minutes=f"{minutes:+}".replace("-", "−")) if minutes else ""
        return signed_text(row.over) if abs(row.over) >= SECOND else ""

    def times(self, row: Row) -> str:
        """When it began, or when it is planned and expected to."""
        if row.expected is None and row.began:
            return clock_text(row.began, self._zone)
        planned = clock_text(row.begins, self._zone) if row.begins else ""
        expected = clock_text(row.expected, self._zone) if row.expected else planned
        if not planned or expected == planned:
            return expected
        return f"{planned} → {expected}"

    def second_line(self, row: Row) -> str:
        """Times and owner."""
        return " · ".join(part for part in (self.times(row), self.delay(row), one_line(row.owner)) if part)

    def delay(self, row: Row) -> str:
        """The delay that lies before it."""
        return _tr("delay {0}").format(signed_text(row.delay)) if row.delay else ""

    def spoken(self, row: Row) -> str:
        """The whole row for a screen reader."""
        parts = (
            *(one_line(row.title), self.state(row), self.times(row)),
            *(self.length(row), self.over(row), self.delay(row)),
        )
        return ", ".join(part for part in parts if part)

    def tooltip(self, row: Row) -> str:
        """The whole title, the plan beside what came of it, as an escaped tooltip."""
        lines = [row.title]
        if row.begins:
            at = clock_text(row.begins, self._zone)
            lines.append(_tr("Planned {length} at {at}").format(length=length_text(row.planned), at=at))
        else:
            lines.append(_tr("Planned {length}").format(length=length_text(row.planned)))
        if row.delay:
            lines.append(self.delay(row))
        if row.expected:
            lines.append(_tr("Expected at {at}").format(at=clock_text(row.expected, self._zone)))
        if row.began and row.took is not None:
            began, took = clock_text(row.began, self._zone), length_text(row.took)
            lines.append(_tr("Began at {at}, took {length}").format(at=began, length=took))
        return tooltip("\n".join(lines))
