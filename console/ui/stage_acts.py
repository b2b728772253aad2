"""What can be done anywhere in the program."""

from console.ui.act import QT_TRANSLATE_NOOP, Act, Reach

THEME = Act("look.change_theme", QT_TRANSLATE_NOOP("Acts", "Light or dark"), ("Ctrl+Shift+L",), Reach.WINDOW)

ACTS = (THEME,)
