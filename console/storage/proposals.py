"""Proposals as the file has them."""

from datetime import timedelta

import msgspec

from console.domain.proposals import Answer, Offered, Proposal
from console.storage.sqlite import Connection
from console.storage.times import from_us, from_us_or_none

PROPOSALS = "SELECT number, at, body, answer, answered_at, over FROM proposals WHERE show = ? ORDER BY number"

bodies = msgspec.json.Decoder(Proposal)


def proposals(connection: Connection, show: int) -> tuple[Offered, ...]:
    """What was proposed in a show, oldest first."""
    return tuple(
        Offered(
            number=number,
            at=from_us(at),
            proposal=bodies.decode(body),
            answer=Answer(answer) if answer else None,
            answered_at=from_us_or_none(answered_at),
            over_then=timedelta(microseconds=over),
        )
        for number, at, body, answer, answered_at, over in connection.execute(PROPOSALS, (show,))
    )
