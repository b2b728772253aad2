"""What panels may do, done: commands go to the desk, refusals and failures become notices."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from console.domain.commands import Command
from console.domain.outcomes import Outcome
from console.errors import CuedeskError
from console.ui.acts import Deed
from console.ui.bridge import Bridge
from console.ui.widgets.notice import NoticeValue
from console.ui.widgets.notices import Notices
from console.ui.words.outcomes import words_for

if TYPE_CHECKING:
    from console.tasks import Tasks


class Deeds:
    """The window's Acts."""

    def __init__(self, bridge: Bridge, notices: Notices) -> None:
        self._bridge = bridge
        self._notices = notices
        self._tasks: Tasks | None = None
        self._pressed: dict[str, Callable[[], None]] = {}
        notices.acted.connect(self._press)

    @property
    def bridge(self) -> Bridge:
        """The way to the desk."""
        return self._bridge

    def do(self, command: Command) -> None:
        """Have a command decided in the background; a refusal becomes a notice."""
        self.start(self.ask(command), type(command).__name__)

    async def ask(self, command: Command) -> Outcome:
        """Have a command decided and return its outcome. A refusal becomes a notice; acceptance ends it."""
        outcome = await self._bridge.ask(command)
        key = type(command).__name__
        if words := words_for(outcome):
            self.notice(key, words.title, words.next_step)
        else:
            self._notices.take(key)
        return outcome

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        """Run something that awaits."""
        if self._tasks is None:
            from console.tasks import Tasks  # noqa: PLC0415 - asyncio, which the first paint does not wait for

            self._tasks = Tasks(self._failed)
        self._tasks.start(work, name)

    def notice(
        self, key: str, title: str, next_step: str = "", *, deed: Deed | None = None, grave: bool = False
    ) -> None:
        """Tell the person something, in the window."""
        self._pressed.pop(key, None)
        if deed:
            self._pressed[key] = deed.do
        self._notices.put(NoticeValue(key, title, next_step, deed.words if deed else "", grave))

    def over(self, key: str) -> None:
        """Take that notice away."""
        self._pressed.pop(key, None)
        self._notices.take(key)

    def _press(self, key: str) -> None:
        if key in self._pressed:
            self._pressed[key]()

    def _failed(self, name: str, error: BaseException) -> None:
        if isinstance(error, CuedeskError):
            self.notice(name, error.title, error.next_step)
        else:
            self._notices.put(NoticeValue(name, f"{name}: {error!r}"[:300], grave=True))

    async def close(self) -> None:
        """Cancel what still runs."""
        if self._tasks is not None:
            await self._tasks.close()
