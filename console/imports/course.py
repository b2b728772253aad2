"""How far long work has come, and whether it is still wanted: for the thread that works and the one that shows."""

import threading

from console.errors import CuedeskError


class GivenUp(CuedeskError):
    """A person did not want long work any more; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__("The import was given up.", "Nothing of it was taken in.")


class Course:
    """`done` of `total`; a total of 0 is not known. Once it is `decided`, the work cannot be given up any more."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self.decided = False
        self._unwanted = threading.Event()

    def begin(self, total: int) -> None:
        """Begin a stretch of so many steps."""
        self.done, self.total = 0, total

    def went(self, done: int) -> None:
        """Say how far it has come. Raises GivenUp if it is not wanted any more."""
        self.done = max(self.done, done)
        self.check()

    def check(self) -> None:
        """Raise GivenUp if the work is not wanted any more."""
        if self._unwanted.is_set() and not self.decided:
            raise GivenUp

    def give_up(self) -> None:
        """Want the work no more; what is decided goes on."""
        self._unwanted.set()
