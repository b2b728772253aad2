"""How a line is read, in words."""

from PySide6.QtCore import QCoreApplication

from console.domain.claims.reading import Reading, Verdict
from console.ui.words.claims import told
from console.ui.words.reasons import reason_words

_tr = QCoreApplication.translate


def reading_words(reading: Reading) -> str:
    """What would be done about a line, and why."""
    items = ", ".join(f"{item.quantity} × {item.sku}" for item in reading.items)
    verdicts = {
        Verdict.GRANT: _tr("Claims", "A claim: {0}").format(items),
        Verdict.REVIEW: _tr("Claims", "Waits for a person: {0}").format(items or "?"),
        Verdict.IGNORE: _tr("Claims", "No claim"),
    }
    sure = _tr("Claims", "{0} % sure").format(round(reading.confidence * 100)) if reading.items else ""
    return told(verdicts[reading.decision], reason_words(reading.reason.code), sure)
