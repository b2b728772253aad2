"""Cues."""

from typing import assert_never

from console.domain.changes import CueNoted, CueSent, CueTakenBack
from console.storage.rows.place import Place
from console.storage.sqlite import Connection


def write_cue(connection: Connection, change: CueSent | CueNoted | CueTakenBack, place: Place) -> None:
    """Keep a cue, or how it ended."""
    match change:
        case CueSent(cue=number, kind=kind, text=text):
            row = (number, place.show, kind, text, place.at)
            connection.execute("INSERT INTO cues (id, show, kind, text, sent) VALUES (?, ?, ?, ?, ?)", row)
        case CueNoted(cue=number):
            connection.execute("UPDATE cues SET noted = ? WHERE id = ?", (place.at, number))
        case CueTakenBack(cue=number):
            connection.execute("UPDATE cues SET back = ? WHERE id = ?", (place.at, number))
        case _:
            assert_never(change)
