"""The arithmetic of a prompter: where the reading mark stands in a script, and how fast it goes."""

import re
from bisect import bisect_right
from itertools import accumulate

import msgspec

LEAST_PACE, USUAL_PACE, MOST_PACE = 40, 140, 400
CHARACTER = 0.6
"""What a Chinese or Japanese character is of a word: 230 of them are read while 140 words are."""

_CHARACTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


def words_in(text: str) -> float:
    """How many words are to be said; text without spaces is counted by its characters."""
    characters = len(_CHARACTER.findall(text))
    return len(_WORD.findall(_CHARACTER.sub(" ", text))) + CHARACTER * characters


class Spot(msgspec.Struct, frozen=True):
    """A place in a script whatever its size on the screen: a line, and what share of it is above the mark."""

    line: int = 0
    share: float = 0.0


class Reel(msgspec.Struct, frozen=True):
    """A script laid out: the height of each line in pixels, and the words that are said in all of it."""

    heights: tuple[float, ...] = ()
    words: float = 0.0
    ends: tuple[float, ...] = ()

    @property
    def length(self) -> float:
        """The height of all of it."""
        return self.ends[-1] if self.ends else 0.0

    def top(self, line: int) -> float:
        """Where a line begins."""
        return self.ends[line - 1] if line > 0 else 0.0

    def line_at(self, offset: float) -> int:
        """The line at an offset; the last one beyond the end."""
        return min(bisect_right(self.ends, offset), max(0, len(self.ends) - 1))

    def kept(self, offset: float) -> float:
        """The offset, kept within the script."""
        return min(max(0.0, offset), self.length)

    def spot(self, offset: float) -> Spot:
        """The place that stands at an offset."""
        line = self.line_at(offset)
        height = self.heights[line] if self.heights else 0.0
        return Spot(line, min(1.0, (offset - self.top(line)) / height) if height else 0.0)

    def offset(self, spot: Spot) -> float:
        """Where a place stands."""
        if spot.line >= len(self.heights):
            return self.length
        return self.top(spot.line) + min(1.0, max(0.0, spot.share)) * self.heights[spot.line]

    def speed(self, pace: int) -> float:
        """How many pixels a second it goes at a pace of so many words a minute."""
        return self.length * pace / 60 / self.words if self.words else 0.0

    def seconds(self, offset: float, pace: int) -> float:
        """How long it is from an offset to the end."""
        speed = self.speed(pace)
        return (self.length - self.kept(offset)) / speed if speed else 0.0


def reel_of(heights: tuple[float, ...], words: float) -> Reel:
    """A script of these heights."""
    return Reel(heights, words, tuple(accumulate(heights)))
