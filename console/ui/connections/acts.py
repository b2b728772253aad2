"""What can be done with connections: in their drawer, and in the form of one."""

from console.ui.act import QT_TRANSLATE_NOOP, Act

TEST = Act("connections.test", QT_TRANSLATE_NOOP("Acts", "Test the connection"), ("T",))
RETRY = Act("connections.retry", QT_TRANSLATE_NOOP("Acts", "Try it again now"), ("R",))
ADD_SHOP = Act("connections.add_shop", QT_TRANSLATE_NOOP("Acts", "Add a shop"), ("S", "Ins"))
ADD_CHAT = Act("connections.add_chat", QT_TRANSLATE_NOOP("Acts", "Add a chat"), ("C",))
EDIT = Act("connections.edit", QT_TRANSLATE_NOOP("Acts", "Edit the connection"), ("F2", "E"))
REMOVE = Act("connections.remove", QT_TRANSLATE_NOOP("Acts", "Remove the connection (twice)"), ("Del",))

SAVE = Act("connection.save", QT_TRANSLATE_NOOP("Acts", "Save the connection"), ("Ctrl+Return", "Ctrl+Enter"))
TRY = Act("connection.test", QT_TRANSLATE_NOOP("Acts", "Test what is typed"), ("Ctrl+T",))
LEAVE = Act("connection.leave", QT_TRANSLATE_NOOP("Acts", "Leave the connection as it was"), ("Esc",), fixed=True)

ACTS = (TEST, RETRY, ADD_SHOP, ADD_CHAT, EDIT, REMOVE)
FORM = (SAVE, TRY, LEAVE)
