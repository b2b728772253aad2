"""The fourteenth migration: incidents, and what was done about them. What is written down stays."""

FOURTEENTH = (
    """CREATE TABLE incidents (
        id INTEGER PRIMARY KEY,
        show INTEGER NOT NULL REFERENCES shows (id),
        kind TEXT NOT NULL,
        began INTEGER NOT NULL,
        ended INTEGER
    ) STRICT""",
    "CREATE UNIQUE INDEX one_incident_a_kind ON incidents (show, kind) WHERE ended IS NULL",
    """CREATE TRIGGER incident_numbers AFTER INSERT ON incidents WHEN NEW.id > (SELECT serial FROM studio)
        BEGIN UPDATE studio SET serial = NEW.id; END""",
    """CREATE TABLE incident_notes (
        id INTEGER PRIMARY KEY,
        incident INTEGER NOT NULL REFERENCES incidents (id),
        at INTEGER NOT NULL,
        person TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX notes_by_incident ON incident_notes (incident, id)",
    """CREATE TRIGGER incident_notes_stay BEFORE UPDATE ON incident_notes
        BEGIN SELECT RAISE(ABORT, 'what was written down stays'); END""",
    """CREATE TRIGGER incident_notes_are_kept BEFORE DELETE ON incident_notes
        BEGIN SELECT RAISE(ABORT, 'what was written down stays'); END""",
    """CREATE TRIGGER incidents_are_kept BEFORE DELETE ON incidents
        BEGIN SELECT RAISE(ABORT, 'incidents are never deleted'); END""",
)
