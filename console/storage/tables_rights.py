"""The seventeenth migration: what an assistant and an anchor may do."""

SEVENTEENTH = (
    """CREATE TABLE role_rights (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT""",
)
