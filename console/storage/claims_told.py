"""What the file knows of claims beside the show: who asked, in which words, and what was before."""

from collections.abc import Iterator

from console.domain.claims.buyers import Past, Told
from console.storage.heard import ERASED
from console.storage.ids import kept_line
from console.storage.sqlite import Connection

MOST, ALL = 10_000, -1
NAMES = "SELECT id, name FROM buyers WHERE id IN (SELECT buyer FROM claims)"
LINES = "SELECT id, source, line FROM claims WHERE line <> '' ORDER BY id DESC LIMIT ?"
WORDS = f"""SELECT text FROM chat_sources JOIN chat ON chat.source = chat_sources.id
    JOIN chat_speakers ON chat_speakers.id = speaker WHERE chat_sources.name = ? AND line = ? AND NOT ({ERASED})"""  # noqa: S608
PAST = """SELECT buyer, count(*), sum(EXISTS (
        SELECT 1 FROM claim_parts JOIN drafts ON drafts.id = claim_parts.draft
        WHERE claim = claims.id AND claim_parts.state = 'expired' AND drafts.ref <> ''))
    FROM claims WHERE show <> ? GROUP BY buyer"""


def claims_told(connection: Connection, show: int) -> Told:
    """Names, the words of the newest claims, and every buyer's claims of other shows than this one."""
    past = {buyer: Past(claims, unpaid) for buyer, claims, unpaid in connection.execute(PAST, (show,))}
    return Told(dict(connection.execute(NAMES)), dict(words(connection, MOST)), past)


def words(connection: Connection, most: int) -> Iterator[tuple[int, str]]:
    """The words of the newest claims, so many at most, that were said in a chat and not taken away."""
    for claim, source, line in connection.execute(LINES, (most,)).fetchall():
        said = connection.execute(WORDS, (source, kept_line(line))).fetchone()
        if said:
            yield claim, said[0]
