"""What a cue says, in the person's language."""

from PySide6.QtCore import QCoreApplication

from console.domain.cues import CueKind


def _tr(text: str) -> str:
    return QCoreApplication.translate("Cues", text)


def kind_words(kind: CueKind) -> str:
    """What a kind of cue says by itself."""
    return {
        CueKind.WRAP_UP: _tr("Wrap up"),
        CueKind.STRETCH: _tr("Stretch"),
        CueKind.SOLD_OUT: _tr("Sold out"),
        CueKind.PRICE_WRONG: _tr("Price is wrong"),
        CueKind.QUESTION: _tr("Question"),
        CueKind.FREE: _tr("Note"),
    }[kind]


def cue_words(kind: CueKind, text: str) -> str:
    """What a cue says in a line: its own words, after its kind where that adds something."""
    if kind is CueKind.FREE and text:
        return text
    return f"{kind_words(kind)}: {text}" if text else kind_words(kind)
