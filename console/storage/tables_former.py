"""The fifth migration: the shops that were removed, since their orders are kept under their names."""

FIFTH = (
    """CREATE TABLE former_connections (
        name TEXT PRIMARY KEY,
        address TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """INSERT INTO former_connections
        SELECT json_extract(body, '$.connection.name'), json_extract(body, '$.connection.address')
        FROM journal JOIN incarnations USING (origin)
        WHERE kind = 'ConnectionSet' AND json_extract(body, '$.connection.kind') = 'shop'
            AND json_extract(body, '$.connection.name') NOT IN (SELECT name FROM connections)
        ORDER BY number, journal.seq
        ON CONFLICT (name) DO UPDATE SET address = excluded.address""",
)
