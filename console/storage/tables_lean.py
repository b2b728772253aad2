"""The fifteenth migration: what is said many times is kept once, under a number, and bodies are small.

The hash of a journal row is over the same words as before, so that every chain and every mark outside the file holds.
A chat line's `flags` are 1 for a notice, 2 for backlog and 4 for an id that we made up; it was `sent` so many
microseconds after it was heard. Of a person or a room that a moderator cleared, the lines up to `cleared` are gone.
"""

from console.storage.ids import kept_command, kept_line
from console.storage.packing import packed
from console.storage.sqlite import Connection
from console.storage.words import words

FIFTEENTH = (
    """CREATE TABLE actors (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE CHECK (json_valid(name))
    ) STRICT""",
    "CREATE TABLE kinds (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    "ALTER TABLE incarnations ADD COLUMN base INTEGER NOT NULL DEFAULT 0 CHECK (base >= 0)",
    """CREATE TABLE new_journal (
        id INTEGER PRIMARY KEY CHECK (id > 0),
        at INTEGER NOT NULL,
        actor INTEGER NOT NULL REFERENCES actors (id),
        command ANY NOT NULL CHECK (typeof(command) IN ('text', 'blob')),
        kind INTEGER NOT NULL REFERENCES kinds (id),
        version INTEGER NOT NULL CHECK (version > 0),
        body BLOB NOT NULL,
        hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT""",
    """CREATE TABLE new_commands (
        id ANY PRIMARY KEY NOT NULL CHECK (typeof(id) IN ('text', 'blob')),
        outcome BLOB NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE new_movements (
        sku TEXT NOT NULL REFERENCES stock (sku) DEFERRABLE INITIALLY DEFERRED,
        entry INTEGER NOT NULL REFERENCES new_journal (id) DEFERRABLE INITIALLY DEFERRED,
        place INTEGER NOT NULL CHECK (place >= 0),
        counter INTEGER NOT NULL CHECK (counter IN (0, 1, 2)),
        delta INTEGER NOT NULL,
        PRIMARY KEY (sku, entry, place)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE undone (
        move INTEGER PRIMARY KEY CHECK (move > 0),
        entry INTEGER NOT NULL REFERENCES new_journal (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT""",
    """CREATE TABLE chat_sources (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        cleared INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    """CREATE TABLE chat_speakers (
        id INTEGER PRIMARY KEY,
        source INTEGER NOT NULL REFERENCES chat_sources (id),
        author TEXT NOT NULL,
        name TEXT NOT NULL,
        roles TEXT NOT NULL,
        cleared INTEGER NOT NULL DEFAULT 0,
        UNIQUE (source, author, name, roles)
    ) STRICT""",
    """CREATE TABLE new_chat (
        id INTEGER PRIMARY KEY,
        source INTEGER NOT NULL REFERENCES chat_sources (id),
        line ANY NOT NULL CHECK (typeof(line) IN ('text', 'blob')),
        speaker INTEGER NOT NULL REFERENCES chat_speakers (id),
        text TEXT NOT NULL,
        heard_at INTEGER NOT NULL,
        sent INTEGER,
        reply_to ANY NOT NULL CHECK (typeof(reply_to) IN ('text', 'blob')),
        flags INTEGER NOT NULL CHECK (flags BETWEEN 0 AND 7),
        erased INTEGER NOT NULL CHECK (erased IN (0, 1)),
        UNIQUE (source, line)
    ) STRICT""",
    """CREATE TABLE new_chat_erased (
        source INTEGER NOT NULL REFERENCES chat_sources (id),
        line ANY NOT NULL CHECK (typeof(line) IN ('text', 'blob')),
        PRIMARY KEY (source, line)
    ) STRICT, WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE new_chat_words USING fts5 (words, content='', columnsize=0, detail=none,
        tokenize="ascii tokenchars '_'")""",
)
BASES = """UPDATE incarnations SET base = (SELECT coalesce(sum(max(earlier.seq,
            (SELECT coalesce(max(journal.seq), 0) FROM journal WHERE journal.origin = earlier.origin))), 0)
        FROM incarnations AS earlier WHERE earlier.number < incarnations.number)"""
NUMBERS = (
    BASES,
    """INSERT INTO actors (name) SELECT actor FROM journal JOIN incarnations USING (origin)
        GROUP BY actor ORDER BY min(base + journal.seq)""",
    """INSERT INTO kinds (name) SELECT kind FROM journal JOIN incarnations USING (origin)
        GROUP BY kind ORDER BY min(base + journal.seq)""",
    """INSERT INTO chat_sources (name)
        SELECT source FROM (SELECT min(id) AS first, source FROM chat GROUP BY source) ORDER BY first""",
    "INSERT INTO chat_sources (name) SELECT DISTINCT source FROM chat_erased WHERE true ON CONFLICT DO NOTHING",
    """INSERT INTO chat_speakers (source, author, name, roles)
        SELECT chat_sources.id, author, chat.name, roles FROM chat JOIN chat_sources ON chat_sources.name = chat.source
        GROUP BY 1, 2, 3, 4 ORDER BY min(chat.id)""",
    """INSERT INTO new_journal SELECT base + journal.seq, at, actors.id, kept_command(command), kinds.id, version,
            packed(body), journal.hash
        FROM journal JOIN incarnations USING (origin) JOIN actors ON actors.name = journal.actor
            JOIN kinds ON kinds.name = journal.kind ORDER BY 1""",
    "INSERT INTO new_commands SELECT kept_command(id), packed(outcome) FROM commands ORDER BY 1",
    """INSERT INTO new_movements SELECT sku, base + movements.seq,
            row_number() OVER (PARTITION BY origin, movements.seq ORDER BY id) - 1,
            CASE counter WHEN 'on_hand' THEN 0 WHEN 'reserved' THEN 1 ELSE 2 END, delta
        FROM movements JOIN incarnations USING (origin) ORDER BY 1, 2, 3""",
    """INSERT INTO undone SELECT DISTINCT undoes, base + movements.seq
        FROM movements JOIN incarnations USING (origin) WHERE undoes > 0""",
    """INSERT INTO new_chat SELECT chat.id, chat_sources.id, kept_line(line), chat_speakers.id, text, heard_at,
            sent_at - heard_at, kept_line(reply_to), (kind = 'notice') + 2 * backlog + 4 * made_up_id, erased
        FROM chat JOIN chat_sources ON chat_sources.name = chat.source JOIN chat_speakers
            ON (chat_speakers.source, chat_speakers.author, chat_speakers.name, chat_speakers.roles)
                = (chat_sources.id, chat.author, chat.name, chat.roles)
        ORDER BY 1""",
    """INSERT INTO new_chat_erased SELECT chat_sources.id, kept_line(line)
        FROM chat_erased JOIN chat_sources ON chat_sources.name = chat_erased.source""",
    "INSERT INTO new_chat_words (rowid, words) SELECT id, words(name || ' ' || text) FROM chat ORDER BY id",
)
RENEWED = ("movements", "journal", "commands", "chat", "chat_erased", "chat_words")
GUARDS = (
    """CREATE TRIGGER journal_is_append_only BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'journal rows never change'); END""",
    """CREATE TRIGGER journal_keeps_its_rows BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'journal rows are never deleted'); END""",
    """CREATE TRIGGER actors_stay_who_they_are BEFORE UPDATE ON actors
        BEGIN SELECT RAISE(ABORT, 'who did what never changes'); END""",
    """CREATE TRIGGER kinds_stay_what_they_are BEFORE UPDATE ON kinds
        BEGIN SELECT RAISE(ABORT, 'what happened never changes'); END""",
)


def carry_over(connection: Connection) -> None:
    """Put what the old tables have into new ones, which then take their names."""
    connection.create_function("kept_command", 1, kept_command, deterministic=True)
    connection.create_function("kept_line", 1, kept_line, deterministic=True)
    connection.create_function("packed", 1, lambda text: packed(text.encode()), deterministic=True)
    connection.create_function("words", 1, words, deterministic=True)
    for statement in NUMBERS:
        connection.execute(statement)
    for table in RENEWED:
        connection.execute(f"DROP TABLE {table}")
        connection.execute(f"ALTER TABLE new_{table} RENAME TO {table}")
    for statement in GUARDS:
        connection.execute(statement)
