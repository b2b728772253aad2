"""What can be done with roles."""

from console.domain.actors import Role
from console.ui.act import QT_TRANSLATE_NOOP, Act

OPERATOR = Act("roles.operator", QT_TRANSLATE_NOOP("Acts", "Role: I am the operator"), ("3",))
ASSISTANT = Act("roles.assistant", QT_TRANSLATE_NOOP("Acts", "Role: I am the assistant"), ("2",))
ANCHOR = Act("roles.anchor", QT_TRANSLATE_NOOP("Acts", "Role: I am the anchor"), ("1",))

TAKEN = {Role.ANCHOR: ANCHOR, Role.ASSISTANT: ASSISTANT, Role.OPERATOR: OPERATOR}
ACTS = tuple(TAKEN.values())
