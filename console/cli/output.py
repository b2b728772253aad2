"""Printing data: as lines for people, as JSON for programs."""

import json
from typing import Any


def print_json(value: Any) -> None:  # noqa: ANN401 - any JSON
    """Print a value as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def one_line(text: str, most: int = 200) -> str:
    """Text of a file without what a terminal would obey, at most so long."""
    kept = "".join(letter if letter.isprintable() else " " for letter in text)
    return kept if len(kept) <= most else f"{kept[: most - 1]}…"


def placed(file: str, line: int, column: str, words: str) -> str:
    """What is to be said of a cell: where it is, then the words."""
    where = f"{file}, line {line}" + (f", {column}" if column else "")
    return one_line(f"{where}: {words}", 400)
