"""The ninth migration: the orders that claims are a part of; what ended here may turn out to have been paid."""

from console.storage.tables_claims import PARTS_FORWARDS

STATES = "'open', 'ended', 'placed'"

NINTH = (
    f"""CREATE TABLE drafts (
        id INTEGER PRIMARY KEY,
        show INTEGER NOT NULL REFERENCES shows (id),
        shop TEXT NOT NULL,
        buyer TEXT NOT NULL,
        key TEXT NOT NULL UNIQUE,
        ref TEXT NOT NULL,
        code TEXT NOT NULL,
        link TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ({STATES})),
        lines TEXT NOT NULL CHECK (json_valid(lines)),
        offered TEXT NOT NULL CHECK (json_valid(offered)),
        errand INTEGER NOT NULL,
        mended INTEGER NOT NULL CHECK (mended IN (0, 1))
    ) STRICT""",
    "CREATE INDEX drafts_by_show ON drafts (show)",
    "CREATE INDEX drafts_open ON drafts (id) WHERE state = 'open'",
    """CREATE TRIGGER draft_numbers AFTER INSERT ON drafts WHEN NEW.id > (SELECT serial FROM studio)
        BEGIN UPDATE studio SET serial = NEW.id; END""",
    """CREATE TRIGGER drafts_are_kept BEFORE DELETE ON drafts
        BEGIN SELECT RAISE(ABORT, 'orders of claims are never deleted'); END""",
    """CREATE TRIGGER drafts_stay_what_they_are BEFORE UPDATE ON drafts
        WHEN (NEW.id, NEW.show, NEW.shop, NEW.buyer, NEW.key) <> (OLD.id, OLD.show, OLD.shop, OLD.buyer, OLD.key)
        BEGIN SELECT RAISE(ABORT, 'an order has one name for life'); END""",
    """CREATE TRIGGER drafts_go_forwards BEFORE UPDATE OF state ON drafts
        WHEN OLD.state = 'placed' AND NEW.state <> 'placed' OR OLD.state = 'ended' AND NEW.state = 'open'
        BEGIN SELECT RAISE(ABORT, 'orders go forwards only'); END""",
    "ALTER TABLE claim_parts ADD COLUMN draft INTEGER NOT NULL DEFAULT 0",
    "DROP TRIGGER claims_go_forwards",
    f"""CREATE TRIGGER claims_go_forwards BEFORE UPDATE OF state ON claim_parts
        WHEN OLD.state <> NEW.state
            AND OLD.state || '>' || NEW.state NOT IN ({PARTS_FORWARDS}, 'expired>paid', 'released>paid')
        BEGIN SELECT RAISE(ABORT, 'claims go forwards only'); END""",
)
