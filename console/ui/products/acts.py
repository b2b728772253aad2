"""What can be done in the finder and in the editor of products."""

from console.ui.act import QT_TRANSLATE_NOOP, Act

QUEUE = Act("finder.queue_product", QT_TRANSLATE_NOOP("Acts", "Add to the queue"), ("Return", "Enter"))
NEW = Act("finder.add_product", QT_TRANSLATE_NOOP("Acts", "New product"), ("Ctrl+N",))
EDIT = Act("finder.edit_product", QT_TRANSLATE_NOOP("Acts", "Edit the product"), ("F2",))
SAVE = Act("product.save", QT_TRANSLATE_NOOP("Acts", "Save the product"), ("Ctrl+Return", "Ctrl+Enter"))
ADD = Act("product.add_variant", QT_TRANSLATE_NOOP("Acts", "Add a variant"), ("Ins",))
REMOVE = Act("product.remove_variant", QT_TRANSLATE_NOOP("Acts", "Remove the variant"), ("Ctrl+Del",))
LEAVE = Act("product.leave", QT_TRANSLATE_NOOP("Acts", "Leave the product"), ("Esc",), fixed=True)

FINDING = (QUEUE, NEW, EDIT)
EDITING = (SAVE, ADD, REMOVE, LEAVE)
