"""What can be done on the start page."""

from console.ui.act import QT_TRANSLATE_NOOP, Act

REHEARSE = Act("start.rehearse", QT_TRANSLATE_NOOP("Acts", "Rehearse the sample show"), ("Ctrl+R",))
NEW = Act("start.new_show", QT_TRANSLATE_NOOP("Acts", "New show"), ("Ctrl+N",))
OPEN = Act("start.open_file", QT_TRANSLATE_NOOP("Acts", "Open a file"), ("Ctrl+O",))

RESTORE = Act("start.restore_backup", QT_TRANSLATE_NOOP("Acts", "Restore a backup"), ("Ctrl+Shift+O",))

ACTS = (REHEARSE, NEW, OPEN, RESTORE)
