"""The act that opens the settings."""

from console.ui.act import QT_TRANSLATE_NOOP, Act, Reach

OPEN = Act("settings.open", QT_TRANSLATE_NOOP("Acts", "Settings"), ("Ctrl+,",), Reach.WINDOW)

ACTS = (OPEN,)
