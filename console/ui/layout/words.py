"""The panels and layouts in words."""

from PySide6.QtCore import QCoreApplication

from console.ui.act import QT_TRANSLATE_NOOP
from console.ui.layout.values import LayoutName, PanelName

_PANELS = {
    PanelName.RUNDOWN: QT_TRANSLATE_NOOP("Layout", "Run of show"),
    PanelName.QUEUE: QT_TRANSLATE_NOOP("Layout", "Queue"),
    PanelName.STOCK: QT_TRANSLATE_NOOP("Layout", "Stock"),
    PanelName.CHAT: QT_TRANSLATE_NOOP("Layout", "Chat"),
}
_LAYOUTS = {
    LayoutName.ANCHOR: QT_TRANSLATE_NOOP("Layout", "Anchor"),
    LayoutName.ASSISTANT: QT_TRANSLATE_NOOP("Layout", "Assistant"),
    LayoutName.OPERATOR: QT_TRANSLATE_NOOP("Layout", "Operator"),
}


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("Layout", text)


def panel_words(panel: PanelName) -> str:
    """What a panel is called."""
    return tr(_PANELS[panel])


def layout_words(layout: LayoutName) -> str:
    """Whose layout it is."""
    return tr(_LAYOUTS[layout])
