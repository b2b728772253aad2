"""What can be done with the panels and their layouts."""

from console.ui.act import QT_TRANSLATE_NOOP, Act, Reach
from console.ui.layout.values import LayoutName, PanelName

MENU = Act("view.open_menu", QT_TRANSLATE_NOOP("Acts", "Panels and layouts"), ("F10",), Reach.WINDOW)
LEFT = Act("view.move_left", QT_TRANSLATE_NOOP("Acts", "Move the panel left"), ("Ctrl+Shift+Left",), Reach.WINDOW)
RIGHT = Act("view.move_right", QT_TRANSLATE_NOOP("Acts", "Move the panel right"), ("Ctrl+Shift+Right",), Reach.WINDOW)
NARROWER = Act(
    "view.make_narrower", QT_TRANSLATE_NOOP("Acts", "Make the panel narrower"), ("Alt+Left",), Reach.WINDOW, held=True
)
WIDER = Act(
    "view.make_wider", QT_TRANSLATE_NOOP("Acts", "Make the panel wider"), ("Alt+Right",), Reach.WINDOW, held=True
)
FULL = Act("view.fill_screen", QT_TRANSLATE_NOOP("Acts", "Fill the screen, or not"), ("F11",), Reach.WINDOW)
DOCK_ALL = Act("view.dock_all", QT_TRANSLATE_NOOP("Acts", "Dock every panel"), ("Ctrl+Shift+D",), Reach.WINDOW)
RESET = Act("view.reset_layout", QT_TRANSLATE_NOOP("Acts", "Reset this layout"), ("Ctrl+Shift+R",), Reach.WINDOW)

LAYOUTS = {
    LayoutName.ANCHOR: Act(
        "view.layout_anchor", QT_TRANSLATE_NOOP("Acts", "Layout for the anchor"), ("Ctrl+1",), Reach.WINDOW
    ),
    LayoutName.ASSISTANT: Act(
        "view.layout_assistant", QT_TRANSLATE_NOOP("Acts", "Layout for the assistant"), ("Ctrl+2",), Reach.WINDOW
    ),
    LayoutName.OPERATOR: Act(
        "view.layout_operator", QT_TRANSLATE_NOOP("Acts", "Layout for the operator"), ("Ctrl+3",), Reach.WINDOW
    ),
}
SHOW = {
    PanelName.RUNDOWN: Act(
        "view.show_rundown", QT_TRANSLATE_NOOP("Acts", "Show or hide the run of show"), ("Ctrl+Shift+F1",), Reach.WINDOW
    ),
    PanelName.QUEUE: Act(
        "view.show_queue", QT_TRANSLATE_NOOP("Acts", "Show or hide the queue"), ("Ctrl+Shift+F3",), Reach.WINDOW
    ),
    PanelName.STOCK: Act(
        "view.show_stock", QT_TRANSLATE_NOOP("Acts", "Show or hide the stock"), ("Ctrl+Shift+F4",), Reach.WINDOW
    ),
    PanelName.CHAT: Act(
        "view.show_chat", QT_TRANSLATE_NOOP("Acts", "Show or hide the chat"), ("Ctrl+Shift+F5",), Reach.WINDOW
    ),
}
FLOAT = {
    PanelName.RUNDOWN: Act(
        "view.float_rundown",
        QT_TRANSLATE_NOOP("Acts", "Float the run of show, or dock it"),
        ("Shift+F1",),
        Reach.WINDOW,
    ),
    PanelName.QUEUE: Act(
        "view.float_queue", QT_TRANSLATE_NOOP("Acts", "Float the queue, or dock it"), ("Shift+F3",), Reach.WINDOW
    ),
    PanelName.STOCK: Act(
        "view.float_stock", QT_TRANSLATE_NOOP("Acts", "Float the stock, or dock it"), ("Shift+F4",), Reach.WINDOW
    ),
    PanelName.CHAT: Act(
        "view.float_chat", QT_TRANSLATE_NOOP("Acts", "Float the chat, or dock it"), ("Shift+F5",), Reach.WINDOW
    ),
}

ACTS = (
    MENU,
    *LAYOUTS.values(),
    RESET,
    *SHOW.values(),
    *FLOAT.values(),
    DOCK_ALL,
    *(LEFT, RIGHT, NARROWER, WIDER, FULL),
)
