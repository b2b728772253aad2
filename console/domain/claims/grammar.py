"""The rules by which a show reads claims: which forms count, how sure a grant must be, which items are armed."""

from enum import StrEnum

import msgspec

SURE_ENOUGH = 0.75
MOST_PIECES = 20


class Form(StrEnum):
    """The named forms of a claim. Names are kept in the journal."""

    CODE = "code"
    QUANTITY = "code_quantity"
    VARIANT = "code_variant"
    WORDS = "words"
    NAME = "name"
    PINNED = "pinned"
    SEVERAL = "several"


EXAMPLES: dict[Form, tuple[str, ...]] = {
    Form.CODE: ("12", "#12 please", "12号"),
    Form.QUANTITY: ("12 x2", "A1+1", "12号两件"),
    Form.VARIANT: ("12 M", "3 white L x2", "3号红色两件"),
    Form.WORDS: ("SOLD 12 M", "CF A1", "mine 12"),
    Form.NAME: ("two teapots please", "要青瓷茶壶"),
    Form.PINNED: ("+1", "mine", "要2个"),
    Form.SEVERAL: ("7 and 8", "12+1 19+2", "7，8各一"),
}


class Arming(StrEnum):
    """When an item can be claimed."""

    ALWAYS = "always"
    PINNED = "pinned"
    NEVER = "never"


class ItemGrammar(msgspec.Struct, frozen=True):
    """When one product can be claimed (None: when any can), and by which forms (none: by those of the show)."""

    product: str
    armed: Arming | None = None
    forms: tuple[Form, ...] = ()


class Grammar(msgspec.Struct, frozen=True):
    """What counts as a claim in a show. A person looks first below the confidence `threshold`, and at more than `most`.

    `threshold` goes from 0 to 1, `most` is in pieces of one thing that is asked for.
    `armed` is for the products that have no rule of their own among `items`.
    """

    forms: tuple[Form, ...] = tuple(Form)
    threshold: float = SURE_ENOUGH
    most: int = MOST_PIECES
    armed: Arming = Arming.ALWAYS
    items: tuple[ItemGrammar, ...] = ()

    def arming(self, product: str) -> Arming:
        """When a product can be claimed."""
        return next((each.armed for each in self.items if each.product == product and each.armed), self.armed)

    def counts(self, form: Form, product: str) -> bool:
        """Whether a product can be claimed by a form."""
        return form in next((each.forms for each in self.items if each.product == product and each.forms), self.forms)
