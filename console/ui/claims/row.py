"""A claim as the list has it, and the order of the list."""

from enum import IntEnum

import msgspec

from console.domain.claims.claim import Claim, ClaimState
from console.ui.words.claims import items_words, lines, review_words, state_word


class Section(IntEnum):
    """The order of the list: what needs a person, what is held, who may pay, who waits, what is over."""

    TRAY = 0
    HELD = 1
    PAYABLE = 2
    WAITING = 3
    OVER = 4


SECTIONS = dict.fromkeys(ClaimState, Section.OVER) | {
    ClaimState.REVIEW: Section.TRAY,
    ClaimState.GRANTED: Section.HELD,
    ClaimState.PARTLY: Section.HELD,
    ClaimState.PAYABLE: Section.PAYABLE,
    ClaimState.WAITING: Section.WAITING,
}
Place = tuple[int, float, int]


class ClaimRow(msgspec.Struct, frozen=True):
    """A claim with its buyer's name and the words of its line, as far as they are known."""

    claim: Claim
    name: str = ""
    words: str = ""

    @property
    def who(self) -> str:
        """The name, or the identity where there is none."""
        return self.name or self.claim.buyer

    @property
    def section(self) -> Section:
        """The part of the list in which it stands."""
        return SECTIONS[self.claim.state]

    @property
    def place(self) -> Place:
        """Where it stands: what ends soonest first among holds, the newest first among what is over."""
        claim, section = self.claim, self.section
        if section is Section.OVER:
            return section, 0.0, -claim.id
        ends = claim.deadline if section is Section.HELD else None
        return section, ends.timestamp() if ends else 0.0, claim.id

    @property
    def spoken(self) -> str:
        """All of it, a line each."""
        return lines(
            (
                f"{items_words(self.claim)}, {state_word(self.claim.state)}",
                review_words(self.claim) if self.claim.open and self.claim.review else "",
                self.who,
                self.words,
            )
        )
