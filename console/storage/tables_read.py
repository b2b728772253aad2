"""The nineteenth migration: why a claim's line was read as it was, and how surely."""

NINETEENTH = (
    "ALTER TABLE claims ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE claims ADD COLUMN sure INTEGER NOT NULL DEFAULT 0 CHECK (sure BETWEEN 0 AND 100)",
    "DROP TRIGGER claims_stay_what_they_are",
    """CREATE TRIGGER claims_stay_what_they_are BEFORE UPDATE ON claims
        WHEN (NEW.id, NEW.show, NEW.buyer, NEW.platform, NEW.source, NEW.line, NEW.at, NEW.place, NEW.form,
                NEW.reason, NEW.sure)
            <> (OLD.id, OLD.show, OLD.buyer, OLD.platform, OLD.source, OLD.line, OLD.at, OLD.place, OLD.form,
                OLD.reason, OLD.sure)
        BEGIN SELECT RAISE(ABORT, 'who claimed when stays on record'); END""",
)
