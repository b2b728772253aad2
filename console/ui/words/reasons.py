"""Why a line is read as it is, in words."""

from PySide6.QtCore import QCoreApplication

from console.domain.claims.reading import ReasonCode

_tr = QCoreApplication.translate


def reason_words(code: ReasonCode) -> str:
    """Why a line is read as it is."""
    words = {
        ReasonCode.MATCHED: _tr("Claims", "one of the forms that count"),
        ReasonCode.PINNED: _tr("Claims", "it means what is explained now"),
        ReasonCode.TYPO: _tr("Claims", "a letter is mistyped"),
        ReasonCode.UNSURE: _tr("Claims", "not sure enough"),
        ReasonCode.SEVERAL: _tr("Claims", "it can mean several things"),
        ReasonCode.UNKNOWN_CODE: _tr("Claims", "no item has this code"),
        ReasonCode.UNKNOWN_OPTION: _tr("Claims", "the item has no such option"),
        ReasonCode.OPTION_MISSING: _tr("Claims", "it does not say which option"),
        ReasonCode.TOO_MANY: _tr("Claims", "unusually many pieces"),
        ReasonCode.NOT_ARMED: _tr("Claims", "this form or item does not count now"),
        ReasonCode.NOTHING_PINNED: _tr("Claims", "nothing is explained now"),
        ReasonCode.QUESTION: _tr("Claims", "a question"),
        ReasonCode.TIME: _tr("Claims", "it tells a time"),
        ReasonCode.PRICE: _tr("Claims", "it tells a price"),
        ReasonCode.REFUSAL: _tr("Claims", "a refusal"),
        ReasonCode.CONDITION: _tr("Claims", "only on a condition"),
        ReasonCode.PAST: _tr("Claims", "about something that was"),
        ReasonCode.JOKE: _tr("Claims", "a joke"),
        ReasonCode.QUOTE: _tr("Claims", "a quote of somebody else"),
        ReasonCode.NOT_A_BUYER: _tr("Claims", "said by the show itself"),
        ReasonCode.NOTHING_ASKED: _tr("Claims", "nothing is asked for"),
    }
    return words[code]
