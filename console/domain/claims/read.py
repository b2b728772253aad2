"""Reading a chat line: whether it claims something, what, how surely and why."""

import re
from collections.abc import Sequence

from console.domain.claims.folding import MOST_LETTERS, MOST_TOKENS, Token, fold, tokens
from console.domain.claims.grammar import Arming, Form, Grammar
from console.domain.claims.lexicon import Kind, Lexicon
from console.domain.claims.offers import Offer, Offers
from console.domain.claims.reading import Asked, Reading, Reason, ReasonCode, Verdict
from console.domain.claims.way import CODE, NAME, PINNED, SKU, Said, Way
from console.domain.claims.ways import Ways

STEP = 0.2
INCOMPLETE, FOREIGN = 1.0, 2.0
CLOSE = 0.75
NONE = Reading(Verdict.IGNORE, (), 0.0, Reason(ReasonCode.NOTHING_ASKED))

_CLOCK = re.compile(r"[0-9]+\s*[ap]\.?m\b|[0-9]:[0-9]{2}\b")
_FRACTION = re.compile(r"[0-9][./][0-9]")
_ASKING = frozenset({Kind.STRONG, Kind.CLAIM, Kind.ASK})
_NUMBERED = frozenset({Kind.PLUS, Kind.TIMES, "count"})


class Reader:
    """Reads lines by a show's grammar. `pinned` is the code of the item on the air as a line came, or ""."""

    def __init__(self, lexicon: Lexicon, grammar: Grammar, offers: Offers) -> None:
        self._lexicon = lexicon
        self._grammar = grammar
        self._offers = offers

    def read(self, text: str, pinned: str = "") -> Reading:
        """The line as it is read, in bounded time."""
        if len(text) > MOST_LETTERS:
            return NONE
        folded = fold(text)
        line = tokens(folded)
        if not line or len(line) > MOST_TOKENS:
            return NONE
        against = self._against(folded, line)
        if against and not self._asks_kindly(against, line):
            return _ignored(against[0])
        offer = self._offers.of_code(pinned) if pinned else None
        ways = Ways(line, self._lexicon, self._offers, offer).all()
        ranked = sorted((way for way in ways if way.said), key=likeliness)
        if not ranked or not convincing(ranked[0]):
            return NONE
        return self._judged(ranked, offer, asked_as_question=bool(against))

    def _against(self, folded: str, line: Sequence[Token]) -> list[ReasonCode]:
        """What makes the line no claim, in the order in which it is said; a longer phrase hides a shorter one."""
        if _CLOCK.search(folded):
            return [ReasonCode.TIME]
        if _FRACTION.search(folded):
            return [ReasonCode.PRICE]
        found, at = [], 0
        while at < len(line):
            phrase, why = self._lexicon.against.longest_at(line, at)
            known = max(
                len(self._lexicon.parts.longest_at(line, at)[0]), len(self._offers.names.longest_at(line, at)[0])
            )
            if why and len(phrase) >= known and not self._offers.codes.of(phrase):
                found.append(why[0])
            at += max(1, known, len(phrase))
        return found

    def _asks_kindly(self, against: Sequence[ReasonCode], line: Sequence[Token]) -> bool:
        """Whether it is a question in form only: `can I get 12?`."""
        asks = any(Kind.ASK in self._lexicon.parts.longest_at(line, at)[1] for at in range(len(line)))
        return asks and len(against) == 1 and line[-1].text == "?"

    def _judged(self, ranked: Sequence[Way], pinned: Offer | None, *, asked_as_question: bool) -> Reading:
        way = ranked[0]
        form = form_of(way)
        confidence = max(0.0, round(1 - STEP * likeliness(way), 2))
        reason = self._doubt(ranked, asked=asked_as_question)
        if not self._counts(way, form) or self._not_armed(way, pinned):
            return Reading(Verdict.IGNORE, (), confidence, Reason(ReasonCode.NOT_ARMED, form), form)
        if reason is None and confidence < self._grammar.threshold:
            reason = Reason(ReasonCode.UNSURE, form)
        if reason is None:
            matched = ReasonCode.PINNED if form is Form.PINNED else ReasonCode.MATCHED
            return Reading(Verdict.GRANT, asked_for(way), confidence, Reason(matched, form), form)
        return Reading(Verdict.REVIEW, asked_for(way), min(confidence, self._grammar.threshold), reason, form)

    def _counts(self, way: Way, form: Form) -> bool:
        """Whether the form counts for all that is asked for; for what is not known, whether it counts in the show."""
        offers = [said.offer for said in way.said]
        return all(self._grammar.counts(form, each.product.id if each else "") for each in offers)

    def _not_armed(self, way: Way, pinned: Offer | None) -> bool:
        """Whether something that is asked for cannot be claimed now."""
        for offer in (said.offer for said in way.said):
            armed = self._grammar.arming(offer.product.id) if offer else Arming.ALWAYS
            if armed is Arming.NEVER or (armed is Arming.PINNED and offer is not pinned):
                return True
        return False

    def _doubt(self, ranked: Sequence[Way], *, asked: bool) -> Reason | None:
        """Why a person must look, if one must."""
        way = ranked[0]
        for said in way.said:
            if doubt := doubt_about(said):
                return doubt
        if any(said.pieces > self._grammar.most for said in way.said):
            return Reason(ReasonCode.TOO_MANY)
        if way.unknown or Kind.DOUBT in way.signs:
            return Reason(ReasonCode.UNSURE)
        if asked:
            return Reason(ReasonCode.QUESTION)
        close = (each for each in ranked[1:] if likeliness(each) - likeliness(way) < CLOSE)
        if any(asked_for(each) != asked_for(way) for each in close):
            return Reason(ReasonCode.SEVERAL)
        if (
            way.signs & {"option"}
            and form_of(way) is Form.PINNED
            and not way.signs & (_ASKING | _NUMBERED | {Kind.PLEASE})
        ):
            return Reason(ReasonCode.UNSURE, Form.PINNED)
        return None


def likeliness(way: Way) -> float:
    """What speaks against a way, the gaps in it included: 0 is the likeliest."""
    gaps = sum((0.0 if said.complete or said.foreign else INCOMPLETE) + FOREIGN * said.foreign for said in way.said)
    return way.against + gaps


def convincing(way: Way) -> bool:
    """Whether a way is a claim at all: enough in it says that something is wanted."""
    asks = bool(way.signs & (_ASKING | _NUMBERED))
    if way.unknown:
        return Kind.STRONG in way.signs and any(said.named != PINNED for said in way.said)
    if Kind.CHEER in way.signs and not way.signs & (_ASKING | _NUMBERED | {Kind.PLEASE}):
        return False
    if any(said.named in {CODE, SKU} and said.offer for said in way.said):
        return True
    if any(said.named == CODE for said in way.said):
        return asks or Kind.PLEASE in way.signs
    if any(said.named == NAME for said in way.said):
        return asks or Kind.PLEASE in way.signs or "option" in way.signs
    if all(said.offer is None for said in way.said):
        return bool(way.signs & {Kind.STRONG, Kind.PLUS})
    return asks or "option" in way.signs


def doubt_about(said: Said) -> Reason | None:
    """Why one thing that is asked for is not certain."""
    if said.offer is None:
        unknown = said.named == CODE or said.pieces > 1
        return Reason(ReasonCode.UNKNOWN_CODE if unknown else ReasonCode.NOTHING_PINNED)
    if said.foreign:
        return Reason(ReasonCode.UNKNOWN_OPTION, said.offer.code)
    if not said.complete:
        return Reason(ReasonCode.OPTION_MISSING, said.offer.code)
    return None


def asked_for(way: Way) -> tuple[Asked, ...]:
    """The pieces that are asked for of each SKU that is certain, several of one as their sum."""
    pieces: dict[str, int] = {}
    for said in way.said:
        if said.offer is not None and said.complete and not said.foreign:
            sku = said.offer.variants(said.chosen)[0].sku
            pieces[sku] = pieces.get(sku, 0) + (said.pieces or 1)
    return tuple(Asked(sku, number) for sku, number in pieces.items())


def form_of(way: Way) -> Form:
    """The named form that a way has."""
    if len(way.said) > 1:
        return Form.SEVERAL
    said = way.said[0]
    if said.named in {PINNED, NAME}:
        return Form.PINNED if said.named == PINNED else Form.NAME
    if way.signs & _ASKING:
        return Form.WORDS
    if said.chosen or said.foreign:
        return Form.VARIANT
    return Form.QUANTITY if said.pieces else Form.CODE


def _ignored(why: ReasonCode) -> Reading:
    return Reading(Verdict.IGNORE, (), 0.0, Reason(why))
