"""What can be done on the page of exports."""

from console.ui.act import QT_TRANSLATE_NOOP, Act

LEAVE = Act("export.leave", QT_TRANSLATE_NOOP("Acts", "Leave the export"), ("Esc",), fixed=True)
ACTS = (LEAVE,)
