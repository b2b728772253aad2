"""The twentieth migration: the loop in which items are explained in turn."""

TWENTIETH = (
    """CREATE TABLE pin_loops (
        show INTEGER PRIMARY KEY REFERENCES shows (id),
        items TEXT NOT NULL CHECK (json_valid(items)),
        every INTEGER NOT NULL CHECK (every > 0),
        last INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
)
