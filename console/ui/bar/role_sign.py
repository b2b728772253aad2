"""The sign of the role in which one acts, where it is not the operator's."""

from PySide6.QtWidgets import QWidget

from console.domain.actors import Role
from console.ui.widgets.buttons import Kind, WordButton


class RoleSign(WordButton):
    """Says the role, and opens the choice of another when it is pressed; hidden for an operator."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Kind.QUIET, parent)
        self.hide()

    def stand(self, role: Role) -> None:
        """Show this role."""
        from console.ui.words.rights import role_word  # noqa: PLC0415 - nobody waits for it at the start

        self.set_value(role_word(role))
        self.setVisible(role is not Role.OPERATOR)
