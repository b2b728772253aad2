"""Ids for lines that came without one."""

from datetime import datetime
from hashlib import blake2b

MOST_REMEMBERED = 5_000


class MadeUpIds:
    """Makes the ids of one connection.

    A line with the server's time gets the same id when history tells it again: from its words, its whole second, and
    how often it was said in that second. A line without gets a number of this connection, so that a viewer who repeats
    himself is never taken for an echo.
    """

    def __init__(self, source: str, began: datetime) -> None:
        self._source = source
        self._began = began.isoformat()
        self._told = 0
        self._times: dict[tuple[str, str, int], int] = {}

    def next(self, author: str, text: str, sent_at: datetime | None) -> str:
        """The id of one more line, `h:` and 32 hexadecimal digits."""
        if sent_at is None:
            self._told += 1
            return self._hash(author, text, self._began, self._told)
        second = int(sent_at.timestamp())
        return self._hash(author, text, str(second), self._count((author, text, second)))

    def _count(self, key: tuple[str, str, int]) -> int:
        count = self._times.pop(key, 0) + 1
        self._times[key] = count
        if len(self._times) > MOST_REMEMBERED:
            del self._times[next(iter(self._times))]
        return count

    def _hash(self, author: str, text: str, moment: str, count: int) -> str:
        words = "\0".join((self._source, author, text, moment, str(count)))
        return "h:" + blake2b(words.encode("utf-8", "replace"), digest_size=16).hexdigest()
