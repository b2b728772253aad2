"""What can be done on the pages of both imports."""

from console.ui.act import QT_TRANSLATE_NOOP, Act

CHOOSE = Act("import_products.choose", QT_TRANSLATE_NOOP("Acts", "Choose files"), ("Ctrl+O",))
TAKE_IN = Act(
    "import_products.take_in", QT_TRANSLATE_NOOP("Acts", "Import the products"), ("Ctrl+Return", "Ctrl+Enter")
)
LEAVE = Act("import_products.leave", QT_TRANSLATE_NOOP("Acts", "Leave the import"), ("Esc",), fixed=True)
PRODUCTS = (CHOOSE, TAKE_IN, LEAVE)

CHOOSE_RUNDOWN = Act("import_rundown.choose", QT_TRANSLATE_NOOP("Acts", "Choose a file"), ("Ctrl+O",))
TAKE_IN_RUNDOWN = Act(
    "import_rundown.take_in", QT_TRANSLATE_NOOP("Acts", "Import the segments"), ("Ctrl+Return", "Ctrl+Enter")
)
LEAVE_RUNDOWN = Act("import_rundown.leave", QT_TRANSLATE_NOOP("Acts", "Leave the import"), ("Esc",), fixed=True)
RUNDOWN = (CHOOSE_RUNDOWN, TAKE_IN_RUNDOWN, LEAVE_RUNDOWN)
