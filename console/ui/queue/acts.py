"""What can be done with the queue."""

from console.ui.act import QT_TRANSLATE_NOOP, Act, Reach

PIN = Act(
    "queue.explain",
    QT_TRANSLATE_NOOP("Acts", "Explain now, or stop"),
    ("Return", "Enter", "P"),
    Reach.LIST,
    also="pin unpin",
)
TOP = Act("queue.move_top", QT_TRANSLATE_NOOP("Acts", "Move to the top"), ("Ctrl+Home",), Reach.LIST)
UP = Act("queue.move_up", QT_TRANSLATE_NOOP("Acts", "Move up"), ("Alt+Up",), Reach.LIST)
DOWN = Act("queue.move_down", QT_TRANSLATE_NOOP("Acts", "Move down"), ("Alt+Down",), Reach.LIST)
CODE = Act("queue.change_code", QT_TRANSLATE_NOOP("Acts", "Change the code"), ("F2",), Reach.LIST)
ADD = Act("queue.add_products", QT_TRANSLATE_NOOP("Acts", "Add products"), ("Ins", "+"))
REMOVE = Act("queue.remove_item", QT_TRANSLATE_NOOP("Acts", "Remove from the queue"), ("Del", "Backspace"), Reach.LIST)
LOOP = Act(
    "queue.loop_item",
    QT_TRANSLATE_NOOP("Acts", "Put into the loop, or take out"),
    ("L",),
    Reach.LIST,
    also="repeat re-pin again",
)
STOP_LOOP = Act("queue.stop_loop", QT_TRANSLATE_NOOP("Acts", "End the loop"), ("Shift+L",))
SHORTER = Act("queue.shorten_loop", QT_TRANSLATE_NOOP("Acts", "Loop: half a minute less each"), ("[",))
LONGER = Act("queue.lengthen_loop", QT_TRANSLATE_NOOP("Acts", "Loop: half a minute more each"), ("]",))

ACTS = (PIN, TOP, UP, DOWN, CODE, ADD, REMOVE, LOOP, STOP_LOOP, SHORTER, LONGER)
