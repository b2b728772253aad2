"""The acts of the settings."""

from console.ui.act import QT_TRANSLATE_NOOP, Act, Reach

OPEN = Act("settings.open", QT_TRANSLATE_NOOP("Acts", "Settings"), ("Ctrl+,",), Reach.WINDOW)
PEDALS = Act(
    "settings.use_pedals",
    QT_TRANSLATE_NOOP("Acts", "Gamepads and MIDI do what they were taught, or not"),
    ("Ctrl+Shift+K",),
    Reach.WINDOW,
    also="pedal joystick foot switch",
)

ACTS = (OPEN, PEDALS)
