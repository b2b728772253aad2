"""The eleventh migration: the cues of a show. One that has ended stays as it ended."""

ELEVENTH = (
    """CREATE TABLE cues (
        id INTEGER PRIMARY KEY,
        show INTEGER NOT NULL REFERENCES shows (id),
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        sent INTEGER NOT NULL,
        noted INTEGER,
        back INTEGER,
        CHECK (noted IS NULL OR back IS NULL)
    ) STRICT""",
    "CREATE INDEX cues_by_show ON cues (show)",
    """CREATE TRIGGER cue_numbers AFTER INSERT ON cues WHEN NEW.id > (SELECT serial FROM studio)
        BEGIN UPDATE studio SET serial = NEW.id; END""",
    """CREATE TRIGGER cues_end_once BEFORE UPDATE ON cues WHEN OLD.noted IS NOT NULL OR OLD.back IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'a cue ends once'); END""",
    """CREATE TRIGGER cues_are_kept BEFORE DELETE ON cues
        BEGIN SELECT RAISE(ABORT, 'cues are never deleted'); END""",
)
