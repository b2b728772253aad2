"""The forms of a claim and when items can be claimed, in words."""

from PySide6.QtCore import QCoreApplication

from console.domain.claims.grammar import EXAMPLES, Arming, Form

_tr = QCoreApplication.translate


def form_words(form: Form) -> str:
    """A form with two examples."""
    words = {
        Form.CODE: _tr("Claims", "A code"),
        Form.QUANTITY: _tr("Claims", "A code and pieces"),
        Form.VARIANT: _tr("Claims", "A code and an option"),
        Form.WORDS: _tr("Claims", "A word and a code"),
        Form.NAME: _tr("Claims", "A name"),
        Form.PINNED: _tr("Claims", "What is explained"),
        Form.SEVERAL: _tr("Claims", "Several at once"),
    }
    return f"{words[form]}: {', '.join(EXAMPLES[form][:2])}"


def arming_words(arming: Arming) -> str:
    """When an item can be claimed."""
    words = {
        Arming.ALWAYS: _tr("Claims", "Claimed at any time"),
        Arming.PINNED: _tr("Claims", "Claimed only while it is explained"),
        Arming.NEVER: _tr("Claims", "Never claimed by chat"),
    }
    return words[arming]
