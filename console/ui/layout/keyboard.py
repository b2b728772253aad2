"""Putting the keyboard into a panel."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from console.ui.widgets.panel import Panel


def put_keyboard(panel: Panel) -> None:
    """Put the keyboard into a panel: where it was there last, else on its list, or what is first in it."""
    before = cast("QWidget | None", panel.focusWidget())
    known = [before] if before is not None and takes_keys(before, panel) else []
    for taker in [*known, *(each for each in panel.findChildren(QWidget) if takes_keys(each, panel))][:1]:
        taker.setFocus(Qt.FocusReason.ShortcutFocusReason)


def takes_keys(widget: QWidget, panel: Panel) -> bool:
    """Whether a widget is one that the keyboard can be on; the small buttons of the head are not meant."""
    reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(reached) and widget.isVisibleTo(panel) and widget.isEnabled() and not isinstance(widget, QToolButton)
