"""The likeliest ways to read a line, found from word to word; a few are kept at each, so that the time is bounded."""

from collections.abc import Iterator, Sequence

from console.domain.claims.folding import Token, chinese_number, one_apart
from console.domain.claims.lexicon import Kind, Lexicon, Phrase
from console.domain.claims.offers import LEAST_TYPO, Offer, Offers
from console.domain.claims.way import CODE, NAME, PINNED, SKU, Said, Way

KEPT = 10
MOST_AGAINST = 6.0
MOST_PIECES = 999
MOST_DIGITS = 3
LEAST_NEAR = 4
USUAL_PLUS = 3
LAST_SMALL = 10
MOST_UNKNOWN = 1

UNKNOWN, UNUSUAL, TYPO, SHORT = 3.0, 2.0, 0.75, 0.5
AFTER_OPTIONS, AFTER_PIECES = 1.0, 0.3
BARE_NUMBER, PINNED_NUMBER, ODD_PLUS, LOOSE_TIMES, NUMBER_AS_OPTION = 2.0, 2.0, 1.5, 1.0, 0.5

Step = tuple[int, Way]


class Ways:
    """The readings of one line, in which nearly each word has a part. `pinned` is what words without a code mean."""

    def __init__(self, line: Sequence[Token], lexicon: Lexicon, offers: Offers, pinned: Offer | None) -> None:
        self._line = line
        self._offers = offers
        self._pinned = pinned
        self._words = [lexicon.parts.longest_at(line, at) for at in range(len(line))]
        self._numbers = [self._number(lexicon, at) for at in range(len(line))]
        self._near = [offers.near_code(token.text) for token in line]
        self._synonyms = lexicon.options

    def all(self) -> list[Way]:
        """The readings of the whole line, the likeliest first."""
        reached: list[list[Way]] = [[] for _ in range(len(self._line) + 1)]
        reached[0].append(Way())
        for at in range(len(self._line)):
            for way in best(reached[at]):
                moved = False
                for size, after in self._steps(at, way):
                    reached[at + size].append(after)
                    moved = True
                if not moved and way.unknown < MOST_UNKNOWN:
                    reached[at + 1].append(way._replace(unknown=way.unknown + 1).worse(UNKNOWN))
        return best([self._ended(way) for way in reached[-1]])

    def _steps(self, at: int, way: Way) -> Iterator[Step]:
        """What the words from here on can be: how many they are, and the way with them."""
        yield from self._codes(at, way)
        yield from self._names(at, way)
        yield from self._options(at, way)
        yield from self._counts(at, way)
        yield from self._signed(at, way)
        yield from self._others(at, way)

    def _ended(self, way: Way) -> Way:
        """The way at the end of the line: what still waits is about the pinned item."""
        if way.joint and self._ends_before(Kind.AND, len(self._line)):
            way = way.worse(ODD_PLUS)
        if way.said:
            return (way.worse(UNUSUAL) if way.before or way.options else way).shared()
        return self._implied(way) if self._speaks(way) else way

    def _speaks(self, way: Way) -> bool:
        return bool(way.before or way.options or way.signs & {Kind.STRONG, Kind.CLAIM, Kind.ASK})

    def _implied(self, way: Way, pieces: int = 0) -> Way:
        return way.begun(Said(self._pinned, PINNED, pieces=pieces)).having(PINNED)

    def _others(self, at: int, way: Way) -> Iterator[Step]:
        phrase, kinds = self._words[at]
        if kinds:
            if not (self._glued(at) and kinds == (Kind.POLITE,)):
                joint = way.joint or bool({Kind.AND, Kind.STRONG} & set(kinds))
                after = way.having(*kinds)._replace(joint=joint if way.said else False)
                odd = phrase == ("+",) or Kind.TIMES in kinds
                yield len(phrase), after.worse(ODD_PLUS if odd else 0.0)
        elif not self._line[at].text.isalnum():
            yield 1, way

    def _glued(self, at: int) -> bool:
        """Whether letters touch the digits behind them, as in A7."""
        here, after = self._line[at].text, self._after(at)
        return here.isalpha() and here.isascii() and after is not None and after.text.isdecimal() and not after.gap

    def _after(self, at: int) -> Token | None:
        return self._line[at + 1] if at + 1 < len(self._line) else None

    def _is(self, kind: Kind, at: int) -> bool:
        return 0 <= at < len(self._line) and kind in self._words[at][1]

    def _ends_before(self, kind: Kind, at: int) -> bool:
        """Whether a word of that kind ends just before here; a sign may stand between."""
        end = at - 1 if at and self._line[at - 1].text in {":", ".", "-"} else at
        return any(
            self._is(kind, start) and start + len(self._words[start][0]) in {end, at}
            for start in range(max(0, end - 4), end)
        )

    def _codes(self, at: int, way: Way) -> Iterator[Step]:
        if self._ends_before(Kind.SIZE, at):
            return
        for phrase, offers in self._offers.codes.all_at(self._line, at):
            if len(phrase) == 1 and at and self._glued(at - 1) and not self._words[at - 1][1]:
                continue
            yield self._code(at, len(phrase), offers[0], way)
        number, size, digits = self._numbers[at]
        if size and not digits and (offer := self._offers.of_code(str(number))):
            marked = self._ends_before(Kind.MARK, at) or self._is(Kind.MARK, at + size)
            if marked or number > LAST_SMALL:
                yield size, self._begun(way, Said(offer, CODE), marked=marked).worse(0.0 if marked else ODD_PLUS)
        for phrase, skus in self._offers.skus.all_at(self._line, at):
            offer, sku = skus[0]
            chosen = next(each for each in offer.product.variants if each.sku == sku).options
            said = Said(offer, SKU if len(phrase) > 1 else NAME)
            for value in chosen:
                said = said.with_option(tuple(value_phrase(offer, value))) or said
            yield len(phrase), self._begun(way, said, marked=True)
        yield from self._near_codes(at, way)
        yield from self._unknown_code(at, way)

    def _unknown_code(self, at: int, way: Way) -> Iterator[Step]:
        """A number that is marked as a code, as in `30号`, and is none of ours."""
        number, size, _ = self._numbers[at]
        marked = size and (self._ends_before(Kind.MARK, at) or self._is(Kind.MARK, at + size))
        if marked and self._offers.of_code(str(number)) is None:
            yield size, self._begun(way, Said(None, CODE), marked=True)

    def _code(self, at: int, size: int, offer: Offer, way: Way) -> Step:
        marked = self._ends_before(Kind.MARK, at) or self._is(Kind.MARK, at + size)
        counts = self._line[at].text.isdecimal() and not marked and self._is(Kind.UNIT, at + size)
        return size, self._begun(way, Said(offer, CODE), marked=marked).worse(UNUSUAL if counts else 0.0)

    def _near_codes(self, at: int, way: Way) -> Iterator[Step]:
        if offer := self._near[at]:
            yield 1, self._begun(way, Said(offer, CODE), marked=True).worse(TYPO)

    def _begun(self, way: Way, said: Said, *, marked: bool) -> Way:
        """The way with another item: usual after a word that joins, a mark, or a quantity."""
        last = way.last
        signs = ("marked", said.named) if marked else (said.named,)
        if (
            last is not None
            and last.offer is said.offer
            and not last.pieces
            and (not last.chosen or said.named == NAME)
        ):
            return way.having(*signs)
        against = 0.0
        if last is not None and not marked and not way.joint:
            against = AFTER_PIECES if last.pieces else AFTER_OPTIONS if last.complete and last.chosen else UNUSUAL
        return way.begun(said).worse(against).having(*signs)

    def _names(self, at: int, way: Way) -> Iterator[Step]:
        phrase, offers = self._offers.names.longest_at(self._line, at)
        if not phrase:
            return
        again = way.last is not None and way.last.offer is offers[0]
        against = 0.0 if again or len(phrase) > 1 else SHORT
        joined = again or way.last is None or way.joint or bool(way.last.pieces)
        yield (
            len(phrase),
            self._begun(way, Said(offers[0], NAME), marked=joined).worse(0.0 if joined else UNUSUAL).worse(against),
        )

    def _options(self, at: int, way: Way) -> Iterator[Step]:
        last = way.last
        about = last.offer if last else self._pinned
        if about is not None:
            for phrase, _ in about.options.all_at(self._line, at):
                number = len(phrase) == 1 and phrase[0].isdecimal()
                if number and last is None:
                    continue
                size = len(phrase)
                yield size, self._optioned(way, phrase).worse(self._number_as_option(at) if number else 0.0)
            if near := self._near_option(about, at):
                yield 1, self._optioned(way, near).worse(TYPO if len(near[0]) >= LEAST_TYPO else ODD_PLUS)
        known, _ = self._synonyms.longest_at(self._line, at)
        other, _ = self._offers.options.longest_at(self._line, at)
        phrase = max(known, other, key=len)
        if phrase and not phrase[0].isdecimal() and (about is None or not about.options.of(phrase)):
            yield len(phrase), self._optioned(way, phrase)
        elif phrase and last is None and about is not None and not phrase[0].isdecimal():
            yield len(phrase), way._replace(options=(*way.options, phrase)).having("option")

    def _number_as_option(self, at: int) -> float:
        small = int(self._line[at].text) <= USUAL_PLUS
        return UNUSUAL if small else NUMBER_AS_OPTION

    def _optioned(self, way: Way, phrase: Phrase) -> Way:
        """The way with an option: of the item said last, or of the one that comes."""
        last = way.last
        if last is None:
            return way._replace(options=(*way.options, phrase)).having("option")
        said = last.with_option(phrase)
        if said is not None and not (last.complete and last.pieces and way.joint):
            return way.changed(said).having("option")
        other = Said(last.offer, last.named).with_option(phrase) or last
        return way.begun(other).worse(0.0 if last.pieces or way.joint else UNUSUAL).having("option")

    def _near_option(self, offer: Offer, at: int) -> Phrase | None:
        text = self._line[at].text
        if len(text) < LEAST_NEAR or not text.isalpha() or self._words[at][1]:
            return None
        near = [phrase for phrase in offer.options if len(phrase) == 1 and one_apart(text, phrase[0])]
        return near[0] if len(near) == 1 else None

    def _number(self, lexicon: Lexicon, at: int) -> tuple[int, int, bool]:
        """The number that begins here (0: none), how many tokens it takes, whether it is in digits."""
        text = self._line[at].text
        if text.isdecimal():
            return (min(int(text[: MOST_DIGITS + 1]), MOST_PIECES + 1), 1, True)
        number, size = chinese_number(self._line, at)
        if size:
            return min(number, MOST_PIECES + 1), size, False
        phrase, meanings = lexicon.numbers.longest_at(self._line, at)
        return (meanings[0], len(phrase), False) if meanings else (0, 0, False)

    def _counts(self, at: int, way: Way) -> Iterator[Step]:
        """A number of pieces, of what was said or of what comes."""
        number, size, digits = self._numbers[at]
        if not number:
            return
        unit = self._is(Kind.UNIT, at + size) or self._ends_before(Kind.UNIT, at)
        times = self._is(Kind.TIMES, at + size)
        last = way.last
        if last is not None and not last.pieces and times and not self._counted_at(at + size + 1):
            yield size + 1, way.changed(last._replace(pieces=number)).having("count")
        if last is not None and not last.pieces:
            bare = (AFTER_OPTIONS if last.chosen and last.complete else BARE_NUMBER) if digits else 0.2
            after = way.changed(last._replace(pieces=number)).having("count" if unit or not digits else "number")
            yield size, after.worse(0.0 if unit else bare)
        if not way.before and (unit or not digits or times):
            loose = LOOSE_TIMES if times and not self._marked_after(at + size + 1) else 0.0 if unit or times else 0.2
            yield size + int(times), way._replace(before=number).having("count").worse(loose)
        if last is None and digits and not unit and not times:
            yield size, self._implied(way, number).worse(PINNED_NUMBER)

    def _counted_at(self, at: int) -> bool:
        return at < len(self._line) and self._numbers[at][0] > 0

    def _marked_after(self, at: int) -> bool:
        return self._is(Kind.MARK, at) or at >= len(self._line)

    def _signed(self, at: int, way: Way) -> Iterator[Step]:
        """A number behind `x` or `+`: pieces of what was named, or of the pinned item."""
        plus, times = self._is(Kind.PLUS, at), self._is(Kind.TIMES, at)
        if not (plus or times):
            return
        behind = at + len(self._words[at][0])
        number, size, _ = self._numbers[behind] if behind < len(self._line) else (0, 0, True)
        last = way.last
        if not number or (last is not None and last.pieces):
            return
        odd = plus and number > USUAL_PLUS and self._offers.of_code(str(number)) is not None
        way = way.having(Kind.PLUS if plus else Kind.TIMES).worse(ODD_PLUS if odd else 0.0)
        if last is not None:
            yield behind - at + size, way.changed(last._replace(pieces=number))
        elif times:
            yield behind - at + size, way._replace(before=number)
        elif self._line[at].text == "+":
            yield 1 + size, (self._implied(way, number) if not way.options else way._replace(before=number))


def value_phrase(offer: Offer, value: str) -> Phrase:
    """The phrase that names a value of an offer's options."""
    return next(phrase for phrase in offer.options if any(each.value == value for each in offer.options.of(phrase)))


def best(ways: list[Way]) -> list[Way]:
    """The likeliest few, each once; those that are past belief are left out."""
    believable = dict.fromkeys(way for way in ways if way.against <= MOST_AGAINST)
    return sorted(believable, key=lambda way: way.against)[:KEPT]
