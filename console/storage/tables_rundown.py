"""The eighth migration: rows of all kinds, what lies over the plan, the plan as it was, and what was played of it."""

PLAN = """kind TEXT NOT NULL DEFAULT 'segment' CHECK (kind IN ('segment', 'group', 'milestone', 'ad_lib'))
group_row INTEGER NOT NULL DEFAULT 0 CHECK (group_row >= 0)
hard INTEGER NOT NULL DEFAULT 0 CHECK (hard IN (0, 1))
planned_end INTEGER
count_to_end INTEGER NOT NULL DEFAULT 0 CHECK (count_to_end IN (0, 1))
flag INTEGER NOT NULL DEFAULT 0 CHECK (flag IN (0, 1))
colour TEXT NOT NULL DEFAULT ''
loops_to INTEGER NOT NULL DEFAULT 0 CHECK (loops_to >= 0)
approved INTEGER NOT NULL DEFAULT 0 CHECK (approved IN (0, 1))""".splitlines()

EIGHTH = (
    *(f"ALTER TABLE segments ADD COLUMN {column}" for column in PLAN),
    "ALTER TABLE segments ADD COLUMN delay INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE shows ADD COLUMN next INTEGER",
    "ALTER TABLE aired ADD COLUMN copy TEXT CHECK (copy IS NULL OR json_valid(copy))",
    "ALTER TABLE aired ADD COLUMN added INTEGER NOT NULL DEFAULT 0",
    """ALTER TABLE queue ADD COLUMN role TEXT NOT NULL DEFAULT ''
        CHECK (role IN ('', 'traffic', 'hero', 'profit', 'welfare'))""",
    """CREATE TABLE pauses (
        number INTEGER PRIMARY KEY,
        show INTEGER NOT NULL REFERENCES shows (id),
        aired INTEGER NOT NULL REFERENCES aired (number),
        began INTEGER NOT NULL,
        ended INTEGER CHECK (ended >= began)
    ) STRICT""",
    "CREATE UNIQUE INDEX one_pause ON pauses (show) WHERE ended IS NULL",
    f"""CREATE TABLE as_planned (
        show INTEGER NOT NULL REFERENCES shows (id),
        position INTEGER NOT NULL CHECK (position >= 0),
        id INTEGER NOT NULL,
        title TEXT NOT NULL,
        planned INTEGER NOT NULL,
        planned_start INTEGER,
        owner TEXT NOT NULL,
        notes TEXT NOT NULL,
        script TEXT NOT NULL,
        products TEXT NOT NULL CHECK (json_valid(products)),
        coupon TEXT NOT NULL,
        gift TEXT NOT NULL,
        offer_until INTEGER,
        {", ".join(PLAN)},
        PRIMARY KEY (show, position)
    ) STRICT""",
    """CREATE TRIGGER as_planned_stays BEFORE UPDATE ON as_planned
        BEGIN SELECT RAISE(ABORT, 'the plan as it was stays on record'); END""",
    """CREATE TABLE rundown_rules (
        show INTEGER PRIMARY KEY REFERENCES shows (id),
        body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT""",
)
