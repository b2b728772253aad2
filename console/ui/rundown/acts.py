"""What can be done with the run of show."""

from console.ui.act import QT_TRANSLATE_NOOP, Act, Reach

TAKE = Act("rundown.take_next", QT_TRANSLATE_NOOP("Acts", "Take the next segment"), ("Space",), Reach.WINDOW)
BACK = Act("rundown.go_back", QT_TRANSLATE_NOOP("Acts", "Back to the segment before"), ("B",))
SKIP = Act("rundown.skip", QT_TRANSLATE_NOOP("Acts", "Skip the segment, or take it in again"), ("S",))
TAKE_CHOSEN = Act("rundown.take_chosen", QT_TRANSLATE_NOOP("Acts", "Take this segment (twice)"), ("Return", "Enter"))
NEXT = Act("rundown.set_next", QT_TRANSLATE_NOOP("Acts", "Let this segment come next, or go on in order"), ("N",))
HOLD = Act("rundown.hold", QT_TRANSLATE_NOOP("Acts", "Hold the clock of the segment, or let it go on"), ("H",))
EDITS = Act(
    "rundown.take_edits", QT_TRANSLATE_NOOP("Acts", "Put on air what was edited of the live segment"), ("Shift+E",)
)
ACCEPT = Act("rundown.accept_proposal", QT_TRANSLATE_NOOP("Acts", "Do what the queue proposes"), ("Y",))
DECLINE = Act("rundown.decline_proposal", QT_TRANSLATE_NOOP("Acts", "Leave what the queue proposes"), ("Shift+Y",))
ADD = Act("rundown.add_segment", QT_TRANSLATE_NOOP("Acts", "Add a segment"), ("Ins",))
EDIT = Act("rundown.edit_segment", QT_TRANSLATE_NOOP("Acts", "Edit the segment"), ("F2", "E"))
REMOVE = Act("rundown.remove_segment", QT_TRANSLATE_NOOP("Acts", "Remove the segment (twice)"), ("Del",))
UP = Act("rundown.move_up", QT_TRANSLATE_NOOP("Acts", "Move the segment up"), ("Alt+Up",), held=True)
DOWN = Act("rundown.move_down", QT_TRANSLATE_NOOP("Acts", "Move the segment down"), ("Alt+Down",), held=True)
SAVE = Act("segment.save", QT_TRANSLATE_NOOP("Acts", "Save the segment"), ("Ctrl+Return", "Ctrl+Enter"))
LEAVE = Act("segment.leave", QT_TRANSLATE_NOOP("Acts", "Leave the segment as it was"), ("Esc",), fixed=True)

ACTS = (TAKE, BACK, NEXT, HOLD, EDITS, ACCEPT, DECLINE, TAKE_CHOSEN, SKIP, EDIT, ADD, UP, DOWN, REMOVE)
WRITING = (SAVE, LEAVE)
