"""What panels may do: ask the desk, and tell the person when it refuses."""

from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple, Protocol

from console.domain.commands import Command
from console.domain.outcomes import Outcome
from console.ui.bridge import Bridge


class Deed(NamedTuple):
    """What the button of a notice says and does."""

    words: str
    do: Callable[[], None]


class Acts(Protocol):
    """The window's side of every button and key. Panels get it as a constructor argument."""

    @property
    def bridge(self) -> Bridge:
        """The way to the desk, for questions that a panel awaits."""

    def do(self, command: Command) -> None:
        """Have a command decided in the background; a refusal becomes a notice."""

    async def ask(self, command: Command) -> Outcome:
        """Have a command decided and return its outcome; a refusal becomes a notice as well."""

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        """Run something that awaits; its failure becomes a notice."""

    def notice(
        self, key: str, title: str, next_step: str = "", *, deed: Deed | None = None, grave: bool = False
    ) -> None:
        """Tell the person something, in the window; one notice for a key, with a button if there is a deed."""

    def over(self, key: str) -> None:
        """Take that notice away: what it told is over."""
