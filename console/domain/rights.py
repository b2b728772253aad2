"""Who may do what: an operator everything, an assistant and an anchor what the studio lets them."""

from enum import StrEnum
from typing import assert_never

import msgspec

from console.domain.actors import Role


class Right(StrEnum):
    """A kind of act that wants a right. What none of them covers, everybody may do."""

    STOCK = "stock"
    PRICE = "price"
    RUNDOWN = "rundown"
    TAKE = "take"
    SHOW = "show"


class Rights(msgspec.Struct, frozen=True):
    """What an assistant and an anchor may do. An operator may do everything: nobody can be locked out."""

    assistant: frozenset[Right] = frozenset({Right.STOCK})
    anchor: frozenset[Right] = frozenset({Right.TAKE})

    def of(self, role: Role) -> frozenset[Right]:
        """The rights of a role; a shop, a viewer and the desk itself tell what happened, and are never refused."""
        match role:
            case Role.ASSISTANT:
                return self.assistant
            case Role.ANCHOR:
                return self.anchor
            case Role.OPERATOR | Role.SHOP | Role.VIEWER | Role.DESK:
                return frozenset(Right)
            case _:
                assert_never(role)
