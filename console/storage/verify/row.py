"""A row of the journal, read a second time, and values as the tables hold them."""

import json
from datetime import datetime, timedelta
from typing import Any

from console.storage.times import EPOCH

Body = dict[str, Any]
Tables = dict[str, dict[Any, Body]]


class Row:
    """Where a body stands in the journal."""

    def __init__(self, origin: str, number: int, at: int, actor: Body) -> None:
        self.origin = origin
        self.number = number
        self.at = at
        self.actor = actor


def microseconds(text: str) -> int:
    """An ISO instant as microseconds since 1970."""
    return (datetime.fromisoformat(text) - EPOCH) // timedelta(microseconds=1)


def json_text(value: Any) -> str:  # noqa: ANN401 - any JSON
    """JSON as the tables hold it: nothing between the marks."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def length(text: str) -> int:
    """An ISO duration such as P1DT2.5S or -PT90S in microseconds: days and seconds are all that the journal writes."""
    if text.startswith("-"):
        return -length(text[1:])
    days, _, rest = text.removeprefix("P").partition("T")
    whole, _, fraction = rest.removesuffix("S").partition(".")
    seconds = int(days.removesuffix("D") or 0) * 86_400 + int(whole or 0)
    return seconds * 1_000_000 + int(fraction.ljust(6, "0") or 0)
