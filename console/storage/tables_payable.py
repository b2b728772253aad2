"""The sixteenth migration: claims of which nothing is held, for whoever pays first. A check changes with its table."""

FORWARDS = (
    "'asked>payable', 'asked>waiting', 'asked>held', 'asked>refused', 'asked>released', 'asked>cancelled',"
    " 'payable>paid', 'payable>waiting', 'payable>refused', 'payable>released', 'payable>cancelled',"
    " 'waiting>held', 'waiting>paid', 'waiting>refused', 'waiting>released', 'waiting>cancelled',"
    " 'held>paid', 'held>expired', 'held>released', 'held>cancelled',"
    " 'paid>cancelled', 'expired>paid', 'released>paid', 'refused>paid'"
)
STATES = "'asked', 'payable', 'waiting', 'held', 'paid', 'expired', 'released', 'cancelled', 'refused'"

SIXTEENTH = (
    f"""CREATE TABLE claim_parts_now (
        claim INTEGER NOT NULL REFERENCES claims (id),
        sku TEXT NOT NULL,
        place INTEGER NOT NULL,
        quantity INTEGER NOT NULL CHECK (quantity > 0),
        state TEXT NOT NULL CHECK (state IN ({STATES})),
        got INTEGER NOT NULL CHECK (got BETWEEN 0 AND quantity),
        "left" INTEGER NOT NULL CHECK ("left" >= 0),
        rank INTEGER NOT NULL CHECK (rank >= 0),
        until INTEGER,
        why TEXT NOT NULL,
        draft INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (claim, sku),
        CHECK (state NOT IN ('payable', 'held', 'paid') OR got > 0)
    ) STRICT, WITHOUT ROWID""",
    "INSERT INTO claim_parts_now SELECT * FROM claim_parts",
    "DROP TABLE claim_parts",
    "ALTER TABLE claim_parts_now RENAME TO claim_parts",
    "CREATE INDEX claim_parts_by_sku ON claim_parts (sku, claim)",
    f"""CREATE TRIGGER claims_go_forwards BEFORE UPDATE OF state ON claim_parts
        WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN ({FORWARDS})
        BEGIN SELECT RAISE(ABORT, 'claims go forwards only'); END""",
)
