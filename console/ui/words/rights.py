"""Roles and their rights, in the person's language."""

from PySide6.QtCore import QCoreApplication

from console.domain.actors import Role
from console.domain.rights import Right


def _tr(text: str) -> str:
    return QCoreApplication.translate("Rights", text)


def role_word(role: Role) -> str:
    """What a role is called."""
    return {
        Role.OPERATOR: _tr("Operator"),
        Role.ASSISTANT: _tr("Assistant"),
        Role.ANCHOR: _tr("Anchor"),
        Role.SHOP: _tr("Shop"),
        Role.VIEWER: _tr("Viewer"),
        Role.DESK: _tr("Desk"),
    }[role]


def right_words(right: Right) -> str:
    """What a right lets a role do."""
    return {
        Right.STOCK: _tr("change stock"),
        Right.PRICE: _tr("change prices and products"),
        Right.RUNDOWN: _tr("change the run of show"),
        Right.TAKE: _tr("take segments"),
        Right.SHOW: _tr("begin and end the show, and change its rules and connections"),
    }[right]
