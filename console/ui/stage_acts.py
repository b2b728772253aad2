"""What can be done anywhere in the program."""

from console.ui.act import QT_TRANSLATE_NOOP, Act, Reach

THEME = Act("look.change_theme", QT_TRANSLATE_NOOP("Acts", "Light or dark"), ("Ctrl+Shift+L",), Reach.PROGRAM)

LARGER = Act("look.enlarge_text", QT_TRANSLATE_NOOP("Acts", "Larger text"), ("Ctrl+=", "Ctrl++"), Reach.PROGRAM)
SMALLER = Act("look.reduce_text", QT_TRANSLATE_NOOP("Acts", "Smaller text"), ("Ctrl+-",), Reach.PROGRAM)
NORMAL = Act("look.reset_text", QT_TRANSLATE_NOOP("Acts", "Text at its own size"), ("Ctrl+0",), Reach.PROGRAM)
CALM = Act("look.change_motion", QT_TRANSLATE_NOOP("Acts", "Motion, or less of it"), (), Reach.PROGRAM)

ACTS = (THEME, LARGER, SMALLER, NORMAL, CALM)
