"""The eighteenth migration: what the queue proposed, from which numbers, and what became of it."""

EIGHTEENTH = (
    """CREATE TABLE proposals (
        show INTEGER NOT NULL REFERENCES shows (id),
        number INTEGER NOT NULL CHECK (number > 0),
        at INTEGER NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        answer TEXT CHECK (answer IN ('accepted', 'dismissed', 'lapsed')),
        answered_at INTEGER,
        over INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (show, number)
    ) STRICT""",
    "CREATE UNIQUE INDEX one_proposal ON proposals (show) WHERE answer IS NULL",
    """CREATE TRIGGER proposals_are_kept BEFORE DELETE ON proposals
        BEGIN SELECT RAISE(ABORT, 'proposals are never deleted'); END""",
)
