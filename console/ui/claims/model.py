"""The list of claims as Qt sees it: in the order of the list, sifted, told exactly what changed."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection
from operator import attrgetter

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt

from console.domain.claims.claim import Claim
from console.domain.claims.sieve import EVERY, Sieve
from console.ui.claims.row import ClaimRow, Section
from console.ui.widgets.list_model import ListModel
from console.ui.widgets.plain_text import tooltip
from console.ui.words.claims import items_words

_place = attrgetter("place")


class ClaimsModel(ListModel[ClaimRow]):
    """Holds all claims, and shows those that the search and the chosen section let through."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[int, ClaimRow] = {}
        self._sieve = EVERY
        self._sources: set[str] = set()
        self.counts: Counter[Section] = Counter()

    @property
    def all(self) -> int:
        """The number of claims, shown or not."""
        return len(self._known)

    @property
    def sources(self) -> list[str]:
        """The chats from which claims came, by name."""
        return sorted(self._sources)

    def known_by(self, row: ClaimRow) -> int:
        """Its number."""
        return row.claim.id

    def said(self, row: ClaimRow, role: int) -> str | None:
        """What is claimed and by whom."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{items_words(row.claim)}: {row.who}"
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(row.spoken)
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _:
                return None

    def begin(self, claims: Collection[Claim]) -> None:
        """Hold these claims and no others; what was known of their buyers and words stays."""
        before = self._known
        self._known = {claim.id: self._row(before, claim) for claim in claims}
        self._sources = {claim.source for claim in claims if claim.line}
        self.counts = Counter(row.section for row in self._known.values())
        self._reset()

    def sift(self, sieve: Sieve) -> None:
        """Show the claims that it lets through."""
        if sieve != self._sieve:
            self._sieve = sieve
            self._reset()

    def put(self, claim: Claim, *, name: str = "", words: str = "") -> None:
        """Take in a claim as it stands now, with what is known of it."""
        before = self._known.get(claim.id)
        if claim.line:
            self._sources.add(claim.source)
        row = self._row(self._known, claim)
        self._set(before, replace(row, name=name or row.name, words=words or row.words))

    def name(self, names: dict[str, str], words: dict[int, str]) -> None:
        """Call buyers by these names, and put these words to claims."""
        for row in list(self._known.values()):
            said = words.get(row.claim.id) or row.words
            self._set(row, replace(row, name=names.get(row.claim.buyer) or row.name, words=said))

    def row_of(self, claim: int) -> int:
        """The row in which a claim is shown, or -1."""
        row = self._known.get(claim)
        return self._at(row) if row is not None and self._passes(row) else -1

    @staticmethod
    def _row(known: dict[int, ClaimRow], claim: Claim) -> ClaimRow:
        before = known.get(claim.id)
        return replace(before, claim=claim) if before else ClaimRow(claim)

    def _reset(self) -> None:
        self.beginResetModel()
        self._rows = sorted((row for row in self._known.values() if self._passes(row)), key=_place)
        self.endResetModel()

    def _passes(self, row: ClaimRow) -> bool:
        return self._sieve.passes(row.claim, row.name, row.words)

    def _set(self, before: ClaimRow | None, row: ClaimRow) -> None:
        """Have a row in place of the one before, told as the one change that it is."""
        if row == before:
            return
        self._known[row.claim.id] = row
        self.counts[row.section] += 1
        if before is not None:
            self.counts[before.section] -= 1
        was, shown = before is not None and self._passes(before), self._passes(row)
        if before is not None and was and shown:
            at = self._at(before)
            to = bisect_left(self._rows, row.place, key=_place)
            if before.place != row.place and to not in {at, at + 1}:
                self.move(at, at := to - (to > at))
            self.change(at, row)
        elif before is not None and was:
            self.remove(self._at(before))
        elif shown:
            self.insert(self._at(row), row)

    def _at(self, row: ClaimRow) -> int:
        return bisect_left(self._rows, row.place, key=_place)
