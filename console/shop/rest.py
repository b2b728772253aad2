"""How long to leave a shop alone after a trouble."""

import asyncio
from math import inf
from random import SystemRandom

from console.desk.ports import ShopDenied, ShopError


class Rest:
    """By the shop's word, else a pause that doubles with each trouble, give or take a half, up to the longest."""

    def __init__(self, first: float, longest: float) -> None:
        self._first = self._next = first
        self._longest = longest
        self._until = 0.0
        self.trouble: ShopError | None = None

    @property
    def left(self) -> float:
        """The seconds that are still to be waited."""
        return max(0.0, self._until - asyncio.get_running_loop().time())

    def begin(self, trouble: ShopError) -> None:
        """Rest after a trouble; one that several requests ran into at once counts once.

        Refused credentials wait for a person, whatever else fails meanwhile: trying them again and again may have the
        shop lock the user out.
        """
        if self._until == inf:
            return
        self.trouble = trouble
        if isinstance(trouble, ShopDenied):
            self._until = inf
            return
        if self.left and trouble.retry_after is None:
            return
        pause = trouble.retry_after or self._next * (0.5 + SystemRandom().random())
        self._until = max(self._until, asyncio.get_running_loop().time() + pause)
        self._next = min(self._next * 2, self._longest)

    def cut_short(self) -> None:
        """Rest no longer, but remember the trouble."""
        self._until = 0.0

    def over(self) -> None:
        """The shop answers again."""
        self._until, self._next, self.trouble = 0.0, self._first, None
