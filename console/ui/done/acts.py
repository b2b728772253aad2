"""What can be undone, done again, and looked up."""

from console.ui.act import QT_TRANSLATE_NOOP, Act, Reach

UNDO = Act("done.undo", QT_TRANSLATE_NOOP("Acts", "Undo"), ("Ctrl+Z",), Reach.WINDOW)
REDO = Act("done.redo", QT_TRANSLATE_NOOP("Acts", "Do again"), ("Ctrl+Shift+Z", "Ctrl+Y"), Reach.WINDOW)
OPEN = Act("done.open", QT_TRANSLATE_NOOP("Acts", "What I did"), ("Ctrl+Shift+H",), Reach.WINDOW)
TURN = Act("done.turn", QT_TRANSLATE_NOOP("Acts", "Undo the chosen deed, or do it again"), ("Return", "Enter"))

ACTS = (UNDO, REDO, OPEN)
LISTED = (TURN,)
