"""What the file knows of claims beside the show: who asked, in which words, and what was before."""

from console.domain.claims.buyers import Past, Told
from console.storage.sqlite import Connection

MOST = 10_000
NAMES = "SELECT id, name FROM buyers WHERE id IN (SELECT buyer FROM claims)"
WORDS = """SELECT claims.id, chat.text FROM claims JOIN chat ON chat.source = claims.source AND chat.line = claims.line
    WHERE claims.line <> '' AND chat.erased = 0 ORDER BY claims.id DESC LIMIT ?"""
PAST = """SELECT buyer, count(*), sum(EXISTS (
        SELECT 1 FROM claim_parts JOIN drafts ON drafts.id = claim_parts.draft
        WHERE claim = claims.id AND claim_parts.state = 'expired' AND drafts.ref <> ''))
    FROM claims WHERE show <> ? GROUP BY buyer"""


def claims_told(connection: Connection, show: int) -> Told:
    """Names, the words of the newest claims, and every buyer's claims of other shows than this one."""
    past = {buyer: Past(claims, unpaid) for buyer, claims, unpaid in connection.execute(PAST, (show,))}
    return Told(dict(connection.execute(NAMES)), dict(connection.execute(WORDS, (MOST,))), past)
