"""Keeping the positions of a list in a table without gaps. Table and column names are this package's own."""

from console.storage.sqlite import Connection


def standing(connection: Connection, table: str, key: str, number: int) -> tuple[int, int]:
    """The show and the position of a row."""
    row = connection.execute(f"SELECT show, position FROM {table} WHERE {key} = ?", (number,)).fetchone()  # noqa: S608
    return row[0], row[1]


def close_gap(connection: Connection, table: str, key: str, number: int) -> None:
    """Let the rows after one move up, before it leaves."""
    show, position = standing(connection, table, key, number)
    connection.execute(
        f"UPDATE {table} SET position = position - 1 WHERE show = ? AND position > ?",  # noqa: S608
        (show, position),
    )


def make_room(connection: Connection, table: str, show: int, position: int) -> None:
    """Let the rows from a position on move down, before one joins there."""
    connection.execute(
        f"UPDATE {table} SET position = position + 1 WHERE show = ? AND position >= ?",  # noqa: S608
        (show, position),
    )


def shift(connection: Connection, table: str, key: str, number: int, to: int) -> None:
    """Put a row at another position; only those between the two move."""
    show, at = standing(connection, table, key, number)
    first, last, by = (at + 1, to, -1) if to > at else (to, at - 1, 1)
    connection.execute(
        f"UPDATE {table} SET position = position + ? WHERE show = ? AND position BETWEEN ? AND ?",  # noqa: S608
        (by, show, first, last),
    )
    connection.execute(f"UPDATE {table} SET position = ? WHERE {key} = ?", (to, number))  # noqa: S608
