"""The tables of the second migration: the way out to the shop, and what orders have cost so far."""

ERRANDS = "'pending', 'sent', 'unknown', 'done', 'rejected'"
FORWARDS = (
    "'pending>pending', 'pending>sent', 'pending>done', 'pending>rejected', 'sent>sent', 'sent>unknown', 'sent>done',"
    " 'sent>rejected', 'unknown>unknown', 'unknown>done', 'unknown>rejected', 'done>done', 'rejected>rejected'"
)

SECOND = (
    f"""CREATE TABLE outbox (
        id INTEGER PRIMARY KEY,
        shop TEXT NOT NULL,
        key TEXT NOT NULL UNIQUE,
        body TEXT NOT NULL CHECK (json_valid(body)),
        again INTEGER NOT NULL CHECK (again >= 0 AND again < id),
        turn INTEGER NOT NULL CHECK (turn > 0 AND turn <= id),
        queued_at INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ({ERRANDS})),
        sent_at INTEGER,
        request TEXT,
        seen TEXT,
        answer TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL DEFAULT '',
        next_step TEXT NOT NULL DEFAULT '',
        open INTEGER NOT NULL DEFAULT 1 CHECK (open IN (0, 1)),
        CHECK ((sent_at IS NULL) = (request IS NULL) AND (sent_at IS NULL) = (seen IS NULL)),
        CHECK (state NOT IN ('sent', 'unknown') OR sent_at IS NOT NULL),
        CHECK (open = CASE state WHEN 'done' THEN 0 WHEN 'rejected' THEN open ELSE 1 END)
    ) STRICT""",
    "CREATE INDEX outbox_open ON outbox (id) WHERE open = 1",
    """CREATE TRIGGER errand_numbers AFTER INSERT ON outbox WHEN NEW.id > (SELECT serial FROM studio)
        BEGIN UPDATE studio SET serial = NEW.id; END""",
    """CREATE TRIGGER errands_begin_at_the_beginning BEFORE INSERT ON outbox WHEN NEW.state <> 'pending'
        BEGIN SELECT RAISE(ABORT, 'an errand begins as pending'); END""",
    f"""CREATE TRIGGER errands_go_forwards BEFORE UPDATE ON outbox
        WHEN OLD.state || '>' || NEW.state NOT IN ({FORWARDS}) OR NEW.open > OLD.open
        BEGIN SELECT RAISE(ABORT, 'errands go forwards only'); END""",
    """CREATE TRIGGER errands_stay_what_they_are BEFORE UPDATE ON outbox
        WHEN (NEW.id, NEW.shop, NEW.key, NEW.body, NEW.again, NEW.turn, NEW.queued_at)
            <> (OLD.id, OLD.shop, OLD.key, OLD.body, OLD.again, OLD.turn, OLD.queued_at)
        BEGIN SELECT RAISE(ABORT, 'an errand and its key are for life'); END""",
    """CREATE TRIGGER what_was_sent_stays BEFORE UPDATE ON outbox WHEN OLD.sent_at IS NOT NULL
            AND (NEW.sent_at, NEW.request, NEW.seen) IS NOT (OLD.sent_at, OLD.request, OLD.seen)
        BEGIN SELECT RAISE(ABORT, 'what was sent is on record'); END""",
    """CREATE TRIGGER errands_are_kept BEFORE DELETE ON outbox
        BEGIN SELECT RAISE(ABORT, 'errands are never deleted'); END""",
    """CREATE TABLE releases (
        origin TEXT PRIMARY KEY REFERENCES incarnations (origin),
        at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "ALTER TABLE orders ADD COLUMN paid INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE orders ADD COLUMN refunded INTEGER NOT NULL DEFAULT 0",
)
