"""What became of what a chat line claims, and what to know of who said it."""

from collections.abc import Mapping

from console.domain.claims.buyers import Past, tagged
from console.domain.show import Show
from console.ui.chat.row import Note
from console.ui.words.claim_orders import order_of, to_pay
from console.ui.words.claims import SHAPES, became, tags_words, told


def note_of(show: Show, key: str, past: Mapping[str, Past]) -> Note | None:
    """The note of a line, by its one name of its platform; None of a line that claims nothing."""
    claim = show.claims.by_id.get(show.claims.lines.get(key) or 0)
    if claim is None:
        return None
    shape, tone = SHAPES[claim.state]
    tags = tags_words(tagged(show.claims, claim.buyer, past, show.id))
    code = to_pay(order_of(show.claims, claim))
    return Note(shape, tone, told(told(became(show.claims, claim), code), tags))
