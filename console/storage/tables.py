"""The tables of the first migration. Times are microseconds since 1970 in UTC; money is minor units."""

FIRST = (
    """CREATE TABLE studio (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        purpose TEXT NOT NULL CHECK (purpose IN ('live', 'rehearsal')),
        clean INTEGER NOT NULL CHECK (clean IN (0, 1)),
        machine TEXT NOT NULL,
        place TEXT NOT NULL,
        serial INTEGER NOT NULL DEFAULT 0 CHECK (serial >= 0)
    ) STRICT""",
    """CREATE TRIGGER studio_serial_never_falls BEFORE UPDATE OF serial ON studio WHEN NEW.serial < OLD.serial
        BEGIN SELECT RAISE(ABORT, 'a number is given once'); END""",
    """CREATE TABLE incarnations (
        number INTEGER PRIMARY KEY,
        origin TEXT NOT NULL UNIQUE CHECK (length(origin) = 32),
        machine TEXT NOT NULL,
        began INTEGER NOT NULL,
        seq INTEGER NOT NULL CHECK (seq >= 0),
        hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT""",
    """CREATE TABLE journal (
        origin TEXT NOT NULL REFERENCES incarnations (origin),
        seq INTEGER NOT NULL CHECK (seq > 0),
        at INTEGER NOT NULL,
        actor TEXT NOT NULL CHECK (json_valid(actor)),
        command TEXT NOT NULL,
        kind TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        body TEXT NOT NULL CHECK (json_valid(body)),
        previous BLOB NOT NULL CHECK (length(previous) = 32),
        hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
        PRIMARY KEY (origin, seq)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TRIGGER journal_is_append_only BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'journal rows never change'); END""",
    """CREATE TRIGGER journal_keeps_its_rows BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'journal rows are never deleted'); END""",
    """CREATE TABLE commands (
        id TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        outcome TEXT NOT NULL CHECK (json_valid(outcome))
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE shows (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        mode TEXT NOT NULL CHECK (mode IN ('off', 'rehearsal', 'on_air')),
        began INTEGER,
        ended INTEGER
    ) STRICT""",
    """CREATE TABLE products (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        description TEXT NOT NULL,
        vendor TEXT NOT NULL,
        kind TEXT NOT NULL,
        option_names TEXT NOT NULL CHECK (json_valid(option_names)),
        picture TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE variants (
        sku TEXT PRIMARY KEY,
        product TEXT NOT NULL REFERENCES products (id),
        position INTEGER NOT NULL CHECK (position >= 0),
        options TEXT NOT NULL CHECK (json_valid(options)),
        price INTEGER NOT NULL CHECK (price >= 0),
        compare_at INTEGER CHECK (compare_at >= 0),
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        barcode TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX variants_by_product ON variants (product, position)",
    """CREATE TABLE stock (
        sku TEXT PRIMARY KEY,
        on_hand INTEGER NOT NULL CHECK (abs(on_hand) <= 4294967296),
        reserved INTEGER NOT NULL CHECK (reserved BETWEEN 0 AND 4294967296),
        committed INTEGER NOT NULL CHECK (abs(committed) <= 4294967296),
        buffer INTEGER NOT NULL DEFAULT 0 CHECK (buffer >= 0),
        opened INTEGER NOT NULL CHECK (opened IN (0, 1))
    ) STRICT""",
    """CREATE TABLE movements (
        id INTEGER PRIMARY KEY,
        origin TEXT NOT NULL,
        seq INTEGER NOT NULL,
        sku TEXT NOT NULL REFERENCES stock (sku) DEFERRABLE INITIALLY DEFERRED,
        counter TEXT NOT NULL CHECK (counter IN ('on_hand', 'reserved', 'committed')),
        kind TEXT NOT NULL,
        delta INTEGER NOT NULL,
        reason TEXT NOT NULL,
        reference TEXT NOT NULL,
        person TEXT NOT NULL,
        role TEXT NOT NULL,
        at INTEGER NOT NULL,
        move INTEGER NOT NULL,
        undoes INTEGER NOT NULL,
        FOREIGN KEY (origin, seq) REFERENCES journal (origin, seq) DEFERRABLE INITIALLY DEFERRED
    ) STRICT""",
    "CREATE INDEX movements_by_sku ON movements (sku, id)",
    "CREATE INDEX movements_by_move ON movements (move) WHERE move > 0",
    """CREATE TABLE queue (
        item INTEGER PRIMARY KEY,
        show INTEGER NOT NULL REFERENCES shows (id),
        position INTEGER NOT NULL,
        code TEXT NOT NULL,
        product TEXT NOT NULL REFERENCES products (id),
        UNIQUE (show, code)
    ) STRICT""",
    """CREATE TRIGGER item_numbers AFTER INSERT ON queue WHEN NEW.item > (SELECT serial FROM studio)
        BEGIN UPDATE studio SET serial = NEW.item; END""",
    """CREATE TABLE pins (
        show INTEGER NOT NULL REFERENCES shows (id),
        item INTEGER NOT NULL,
        began INTEGER NOT NULL,
        ended INTEGER
    ) STRICT""",
    "CREATE UNIQUE INDEX one_pin ON pins (show) WHERE ended IS NULL",
    """CREATE TABLE segments (
        id INTEGER PRIMARY KEY,
        show INTEGER NOT NULL REFERENCES shows (id),
        position INTEGER NOT NULL,
        title TEXT NOT NULL,
        planned INTEGER NOT NULL CHECK (planned >= 0),
        planned_start INTEGER,
        owner TEXT NOT NULL,
        notes TEXT NOT NULL,
        script TEXT NOT NULL,
        products TEXT NOT NULL CHECK (json_valid(products)),
        skipped INTEGER NOT NULL DEFAULT 0 CHECK (skipped IN (0, 1))
    ) STRICT""",
    """CREATE TRIGGER segment_numbers AFTER INSERT ON segments WHEN NEW.id > (SELECT serial FROM studio)
        BEGIN UPDATE studio SET serial = NEW.id; END""",
    """CREATE TABLE aired (
        number INTEGER PRIMARY KEY,
        show INTEGER NOT NULL REFERENCES shows (id),
        segment INTEGER NOT NULL,
        began INTEGER NOT NULL,
        ended INTEGER CHECK (ended >= began)
    ) STRICT""",
    "CREATE UNIQUE INDEX one_live_segment ON aired (show) WHERE ended IS NULL",
    """CREATE TABLE orders (
        shop TEXT NOT NULL,
        ref TEXT NOT NULL,
        code TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('placed', 'paid', 'shipped', 'cancelled', 'refunded')),
        placed_at INTEGER NOT NULL,
        version INTEGER NOT NULL,
        total INTEGER NOT NULL,
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        buyer TEXT NOT NULL,
        show INTEGER NOT NULL,
        adopted TEXT NOT NULL CHECK (json_valid(adopted)),
        open INTEGER NOT NULL CHECK (open IN (0, 1)),
        PRIMARY KEY (shop, ref)
    ) STRICT""",
    "CREATE INDEX orders_open ON orders (shop) WHERE open = 1",
    "CREATE INDEX orders_by_show ON orders (show, placed_at)",
    """CREATE TABLE order_lines (
        shop TEXT NOT NULL,
        ref TEXT NOT NULL,
        line INTEGER NOT NULL,
        sku TEXT NOT NULL,
        placed INTEGER NOT NULL CHECK (placed >= 0),
        cancelled INTEGER NOT NULL CHECK (cancelled >= 0),
        shipped INTEGER NOT NULL CHECK (shipped >= 0),
        PRIMARY KEY (shop, ref, line),
        FOREIGN KEY (shop, ref) REFERENCES orders (shop, ref)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE buyers (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE cursors (
        shop TEXT PRIMARY KEY,
        cursor TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE links (
        shop TEXT PRIMARY KEY,
        at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE findings (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        settled TEXT,
        body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT""",
    "CREATE INDEX findings_by_subject ON findings (kind, subject)",
    """CREATE TABLE connections (
        name TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('shop', 'chat')),
        address TEXT NOT NULL,
        position INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE chat (
        id INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        line TEXT NOT NULL,
        author TEXT NOT NULL,
        name TEXT NOT NULL,
        text TEXT NOT NULL,
        heard_at INTEGER NOT NULL,
        sent_at INTEGER,
        kind TEXT NOT NULL,
        roles TEXT NOT NULL,
        reply_to TEXT NOT NULL,
        backlog INTEGER NOT NULL CHECK (backlog IN (0, 1)),
        made_up_id INTEGER NOT NULL CHECK (made_up_id IN (0, 1)),
        erased INTEGER NOT NULL CHECK (erased IN (0, 1)),
        UNIQUE (source, line)
    ) STRICT""",
    "CREATE INDEX chat_by_author ON chat (source, author)",
    """CREATE TABLE chat_erased (
        source TEXT NOT NULL,
        line TEXT NOT NULL,
        PRIMARY KEY (source, line)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE chat_gaps (
        source TEXT NOT NULL,
        began INTEGER NOT NULL,
        ended INTEGER NOT NULL,
        dropped INTEGER NOT NULL CHECK (dropped >= 0)
    ) STRICT""",
    "CREATE VIRTUAL TABLE chat_words USING fts5 (words, content='', tokenize='unicode61')",
)
