"""What the desk answers: a closed union. A refusal is an answer, not an exception."""

import msgspec

from console.domain.actors import Role
from console.domain.claims.claim import ClaimState
from console.domain.gates import Gate
from console.domain.outbox import ErrandState
from console.domain.rights import Right
from console.domain.rules import ENGLISH, Rule
from console.domain.stock import Level


class Done(msgspec.Struct, frozen=True, tag=True):
    """It happened, or was so already."""


class Added(msgspec.Struct, frozen=True, tag=True):
    """It was added under this id."""

    id: int


class Adjusted(msgspec.Struct, frozen=True, tag=True, gc=False):
    """The stock moved; `move` can be undone."""

    sku: str
    level: Level
    move: int


class NotEnough(msgspec.Struct, frozen=True, tag=True):
    """Refused: fewer pieces can still be promised."""

    sku: str
    available: int


class CountedMeanwhile(msgspec.Struct, frozen=True, tag=True):
    """Refused: the number on hand is no longer what the person saw."""

    sku: str
    seen: int
    on_hand: int


class UnknownSku(msgspec.Struct, frozen=True, tag=True):
    """Refused: no such SKU in this file."""

    sku: str


class Missing(msgspec.Struct, frozen=True, tag=True):
    """Refused: the thing (an item, a segment, a product, a move, a finding, a connection) is not there."""

    what: str
    id: str


class Invalid(msgspec.Struct, frozen=True, tag=True):
    """Refused: a field holds what it may not. `values` are what the words of its rule speak of, in their order."""

    field: str
    rule: Rule
    values: tuple[int | str, ...] = ()

    @property
    def reason(self) -> str:
        """The rule in plain English, for the command line and the log."""
        return ENGLISH[self.rule].format(*self.values)


class CodeTaken(msgspec.Struct, frozen=True, tag=True):
    """Refused: another item of the queue has this code."""

    code: str


class NotRunning(msgspec.Struct, frozen=True, tag=True):
    """Refused: the show has not been started."""


class AlreadyRunning(msgspec.Struct, frozen=True, tag=True):
    """Refused: the show runs."""


class InUse(msgspec.Struct, frozen=True, tag=True):
    """Refused: what is live, pinned or played cannot be taken away."""

    what: str


class MayNotAir(msgspec.Struct, frozen=True, tag=True):
    """Refused: what is named may not air, for these reasons, unless a person says why it is aired all the same."""

    name: str
    gates: tuple[Gate, ...]


class NothingNext(msgspec.Struct, frozen=True, tag=True):
    """Refused: there is no segment in that direction."""


class Difference(msgspec.Struct, frozen=True):
    """A quantity that an import names and that differs from the one on hand."""

    sku: str
    named: int
    on_hand: int


class Conflict(msgspec.Struct, frozen=True):
    """A product that an import may not have, since a SKU of it belongs to another one."""

    product: str
    sku: str
    owner: str


class Imported(msgspec.Struct, frozen=True, tag=True):
    """The catalogue was taken in: products that were new, changed, the same; what differs and was left as it is."""

    new: int
    changed: int
    same: int
    opened: int
    differences: tuple[Difference, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    withheld: tuple[str, ...] = ()


class ErrandMoved(msgspec.Struct, frozen=True, tag=True):
    """Refused: the errand is elsewhere by now, and errands go forwards only."""

    errand: int
    state: ErrandState


class ClaimOver(msgspec.Struct, frozen=True, tag=True):
    """Refused: the claim is elsewhere by now."""

    claim: int
    state: ClaimState


class Held(msgspec.Struct, frozen=True, tag=True):
    """Refused: nothing is sent from a copied file until a person has looked at the differences."""


class NotAllowed(msgspec.Struct, frozen=True, tag=True):
    """Refused: the role has no right to it."""

    role: Role
    right: Right


class Unsaved(msgspec.Struct, frozen=True, tag=True):
    """The file could not be written; nothing of this command is in it."""

    reason: str


Outcome = (
    Done
    | Added
    | Adjusted
    | NotEnough
    | CountedMeanwhile
    | UnknownSku
    | Missing
    | Invalid
    | CodeTaken
    | NotRunning
    | AlreadyRunning
    | InUse
    | NothingNext
    | MayNotAir
    | Imported
    | ErrandMoved
    | ClaimOver
    | Held
    | NotAllowed
    | Unsaved
)

Accepted = Done | Added | Adjusted | Imported
