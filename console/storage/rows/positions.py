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
    """Put a row at another position."""
    show, _ = standing(connection, table, key, number)
    close_gap(connection, table, key, number)
    connection.execute(f"UPDATE {table} SET position = -1 WHERE {key} = ?", (number,))  # noqa: S608
    make_room(connection, table, show, to)
    connection.execute(f"UPDATE {table} SET position = ? WHERE {key} = ?", (to, number))  # noqa: S608
