"""What can be done with backups."""

from console.ui.act import QT_TRANSLATE_NOOP, Act

NOW = Act("backups.make_now", QT_TRANSLATE_NOOP("Acts", "Back up now"), ("B",))
SAVE = Act("backups.save_copy", QT_TRANSLATE_NOOP("Acts", "Save a copy as…"), ("Ctrl+S",))
RESTORE = Act("backups.restore", QT_TRANSLATE_NOOP("Acts", "Restore this backup as…"), ("Return", "Enter"))
OTHER = Act("backups.restore_other", QT_TRANSLATE_NOOP("Acts", "Restore from another file…"), ("Ctrl+O",))

ACTS = (NOW, SAVE, RESTORE, OTHER)
