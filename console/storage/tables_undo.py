"""The twelfth migration: of which change of stock an errand tells, what it takes back, and what was left undone."""

TWELFTH = (
    "ALTER TABLE outbox ADD COLUMN cause INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE outbox ADD COLUMN undoes INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE outbox ADD COLUMN was_left INTEGER NOT NULL DEFAULT 0 CHECK (was_left IN (0, 1))",
    "CREATE INDEX movements_undone ON movements (undoes) WHERE undoes > 0",
    "CREATE INDEX outbox_left ON outbox (cause) WHERE was_left = 1",
    """CREATE TRIGGER errands_keep_their_cause BEFORE UPDATE ON outbox
        WHEN (NEW.cause, NEW.undoes) <> (OLD.cause, OLD.undoes)
        BEGIN SELECT RAISE(ABORT, 'an errand and its cause are for life'); END""",
)
