"""What can be done with the chat."""

from console.ui.act import QT_TRANSLATE_NOOP, Act, Reach

SEARCH = Act("chat.search", QT_TRANSLATE_NOOP("Acts", "Search the chat"), ("Ctrl+F",), Reach.WINDOW)
NEWEST = Act("chat.go_newest", QT_TRANSLATE_NOOP("Acts", "Go to the newest line"), ("Ctrl+End",), Reach.WINDOW)
COPY = Act("chat.copy_line", QT_TRANSLATE_NOOP("Acts", "Copy the chosen line"), ("Ctrl+C",), Reach.LIST)

ACTS = (SEARCH, NEWEST, COPY)
