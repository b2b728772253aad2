"""Finding SKUs by any part of what they are called: one pass over a narrow table, the best first."""

from collections.abc import Iterable

from console.domain.found import FoundSku
from console.storage.facts import among, levels_of, words
from console.storage.rows.search import folded
from console.storage.sqlite import Connection

MOST = 200
Rank = tuple[int, int, bool]
FIRST: Rank = (-1, 0, False)
LOOKED_AT = 1_000  # matches of which the best are chosen; where there are more, beginnings are looked for as well
SHOW = "(SELECT max(id) FROM shows)"
OF_CODE = f"""SELECT v.sku FROM queue AS q JOIN variants AS v ON v.product = q.product
    WHERE q.show = {SHOW} AND q.code = ?1 COLLATE NOCASE"""  # noqa: S608 - words of ours, here and below
QUEUED = f"""SELECT w.sku, w.words FROM queue AS q JOIN variants AS v ON v.product = q.product
    JOIN sku_words AS w ON w.sku = v.sku WHERE q.show = {SHOW}"""  # noqa: S608
EVERY = "SELECT sku, words FROM sku_words AS w WHERE true"
NAMED = """SELECT v.sku, p.id, p.title, v.options, v.position FROM variants AS v JOIN products AS p ON p.id = v.product
    WHERE v.sku IN (SELECT value FROM json_each(?))"""


def search_skus(connection: Connection, text: str, most: int = MOST) -> list[FoundSku]:
    """The SKUs in whose words each part of the text stands: a code's first, then what is so called, and the queue's."""
    query = folded(text)
    parts = query.split() or [""]
    queued = dict(matching(connection, QUEUED, parts, LOOKED_AT))
    found = dict(matching(connection, EVERY, parts, LOOKED_AT))
    if len(found) == LOOKED_AT:
        found |= dict(matching(connection, EVERY, [f"\n{query}"], most))
    coded = {row[0] for row in connection.execute(OF_CODE, (text.strip(),))}
    ranks = {sku: (*rank(query, parts, said), sku not in queued) for sku, said in {**found, **queued}.items()}
    ranks |= dict.fromkeys(coded, FIRST)
    return named(connection, sorted(ranks, key=lambda sku: (ranks[sku], sku))[:most], ranks)


def matching(connection: Connection, select: str, parts: Iterable[str], most: int) -> list[tuple[str, str]]:
    """SKUs of a selection with their words, in which all these parts stand."""
    asked = [f"%{escaped(part)}%" for part in parts]
    where = " ".join(r"AND w.words LIKE ? ESCAPE '\'" for _ in asked)
    return connection.execute(f"{select} {where} LIMIT ?", (*asked, most)).fetchall()


def escaped(part: str) -> str:
    """Text without a meaning of its own in a pattern."""
    return part.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")


def rank(query: str, parts: Iterable[str], said: str) -> tuple[int, int]:
    """How well words fit what was typed as a whole, then in its parts."""
    return fit(query, said), sum(fit(part, said) for part in parts)


def fit(query: str, said: str) -> int:
    """How well words fit: called just that, beginning with it, a word beginning with it, or it stands somewhere."""
    if f"\n{query}\n" in said:
        return 0
    if f"\n{query}" in said:
        return 1
    return 2 if f" {query}" in said else 3


def named(connection: Connection, skus: list[str], ranks: dict[str, Rank]) -> list[FoundSku]:
    """The SKUs with their names and numbers; of one rank, those of one product together and in its order."""
    levels = levels_of(connection, skus)
    rows = connection.execute(NAMED, (among(skus),)).fetchall()
    rows.sort(key=lambda row: (ranks[row[0]], row[2], row[1], row[4]))
    return [
        FoundSku(sku, product, title, words.decode(options), levels.get(sku))
        for sku, product, title, options, _ in rows
    ]
