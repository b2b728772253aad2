"""What can be done with the hand-over brief."""

from console.ui.act import QT_TRANSLATE_NOOP, Act

COPY = Act("handover.copy", QT_TRANSLATE_NOOP("Acts", "Copy the hand-over brief as text"), ("C",))

ACTS = (COPY,)
