"""The sixth migration: claims with their parts, who buyers are, and on what terms a SKU is given to claims."""

PARTS = "'asked', 'waiting', 'held', 'paid', 'expired', 'released', 'cancelled', 'refused'"
PARTS_FORWARDS = (
    "'asked>waiting', 'asked>held', 'asked>refused', 'asked>released', 'asked>cancelled',"
    " 'waiting>held', 'waiting>refused', 'waiting>released', 'waiting>cancelled',"
    " 'held>paid', 'held>expired', 'held>released', 'held>cancelled', 'paid>cancelled'"
)

SIXTH = (
    """CREATE TABLE claims (
        id INTEGER PRIMARY KEY,
        show INTEGER NOT NULL REFERENCES shows (id),
        buyer TEXT NOT NULL,
        platform TEXT NOT NULL,
        source TEXT NOT NULL,
        line TEXT NOT NULL,
        at INTEGER NOT NULL,
        place INTEGER NOT NULL CHECK (place >= 0),
        form TEXT NOT NULL,
        review TEXT NOT NULL,
        shop_order TEXT NOT NULL,
        open INTEGER NOT NULL CHECK (open IN (0, 1))
    ) STRICT""",
    "CREATE UNIQUE INDEX one_claim_a_line ON claims (platform, line) WHERE line <> ''",
    "CREATE INDEX claims_by_show ON claims (show)",
    "CREATE INDEX claims_by_buyer ON claims (buyer)",
    "CREATE INDEX claims_open ON claims (id) WHERE open = 1",
    """CREATE TRIGGER claim_numbers AFTER INSERT ON claims WHEN NEW.id > (SELECT serial FROM studio)
        BEGIN UPDATE studio SET serial = NEW.id; END""",
    """CREATE TRIGGER claims_are_kept BEFORE DELETE ON claims
        BEGIN SELECT RAISE(ABORT, 'claims are never deleted'); END""",
    """CREATE TRIGGER claims_stay_what_they_are BEFORE UPDATE ON claims
        WHEN (NEW.id, NEW.show, NEW.buyer, NEW.platform, NEW.source, NEW.line, NEW.at, NEW.place, NEW.form)
            <> (OLD.id, OLD.show, OLD.buyer, OLD.platform, OLD.source, OLD.line, OLD.at, OLD.place, OLD.form)
        BEGIN SELECT RAISE(ABORT, 'who claimed when stays on record'); END""",
    f"""CREATE TABLE claim_parts (
        claim INTEGER NOT NULL REFERENCES claims (id),
        sku TEXT NOT NULL,
        place INTEGER NOT NULL,
        quantity INTEGER NOT NULL CHECK (quantity > 0),
        state TEXT NOT NULL CHECK (state IN ({PARTS})),
        got INTEGER NOT NULL CHECK (got BETWEEN 0 AND quantity),
        "left" INTEGER NOT NULL CHECK ("left" >= 0),
        rank INTEGER NOT NULL CHECK (rank >= 0),
        until INTEGER,
        why TEXT NOT NULL,
        PRIMARY KEY (claim, sku),
        CHECK (state NOT IN ('held', 'paid') OR got > 0)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX claim_parts_by_sku ON claim_parts (sku, claim)",
    f"""CREATE TRIGGER claims_go_forwards BEFORE UPDATE OF state ON claim_parts
        WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN ({PARTS_FORWARDS})
        BEGIN SELECT RAISE(ABORT, 'claims go forwards only'); END""",
    """CREATE TABLE claim_rules (
        show INTEGER PRIMARY KEY,
        body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT""",
    """CREATE TABLE claim_terms (
        show INTEGER NOT NULL REFERENCES shows (id),
        sku TEXT NOT NULL,
        stopped TEXT,
        released INTEGER CHECK (released >= 0),
        fenced INTEGER NOT NULL DEFAULT 0 CHECK (fenced >= 0),
        PRIMARY KEY (show, sku)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE buyers_joined (
        identity TEXT PRIMARY KEY,
        head TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE buyers_restricted (identity TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
)
