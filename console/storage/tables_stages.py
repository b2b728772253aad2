"""The tables of the third migration: imports on their way into the catalogue. The journal has no part in them."""

THIRD = (
    """CREATE TABLE stages (
        id INTEGER PRIMARY KEY,
        token TEXT NOT NULL UNIQUE,
        actor TEXT NOT NULL CHECK (json_valid(actor)),
        accepted INTEGER NOT NULL DEFAULT 0 CHECK (accepted IN (0, 1))
    ) STRICT""",
    """CREATE TABLE staged_parts (
        stage INTEGER NOT NULL REFERENCES stages (id),
        number INTEGER NOT NULL CHECK (number >= 0),
        body TEXT NOT NULL CHECK (json_valid(body)),
        PRIMARY KEY (stage, number)
    ) STRICT""",
)
