-- What finds a message: an index of every three characters of its key, and indices for the filters of the history.
-- Writing needs the program's function search_key(); reading needs nothing.

CREATE VIRTUAL TABLE message_search USING fts5 (
    search_key, content = 'message', content_rowid = 'id', tokenize = 'trigram case_sensitive 1', detail = none, columnsize = 0
);
INSERT INTO message_search (message_search, rank) VALUES ('secure-delete', 1);
CREATE VIRTUAL TABLE message_trigram USING fts5vocab (message_search, instance);

CREATE TRIGGER message_has_a_search_key AFTER INSERT ON message
BEGIN
    UPDATE message SET search_key = search_key(NEW.recipient_name, NEW.recipient_number, NEW.body) WHERE id = NEW.id;
END;

CREATE TRIGGER message_changes_its_search_key AFTER UPDATE OF recipient_name, recipient_number, body ON message
BEGIN
    UPDATE message SET search_key = search_key(NEW.recipient_name, NEW.recipient_number, NEW.body) WHERE id = NEW.id;
END;

-- No key, no entry.
CREATE TRIGGER message_search_follows AFTER UPDATE OF search_key ON message WHEN OLD.search_key <> NEW.search_key
BEGIN
    INSERT INTO message_search (message_search, rowid, search_key)
        SELECT 'delete', OLD.id, OLD.search_key WHERE OLD.search_key <> '';
    INSERT INTO message_search (rowid, search_key) SELECT NEW.id, NEW.search_key WHERE NEW.search_key <> '';
END;

CREATE TRIGGER message_search_forgets AFTER DELETE ON message WHEN OLD.search_key <> ''
BEGIN
    INSERT INTO message_search (message_search, rowid, search_key) VALUES ('delete', OLD.id, OLD.search_key);
END;

UPDATE message SET search_key = search_key(recipient_name, recipient_number, body);
UPDATE contact SET search_key = search_key(name);

CREATE INDEX message_by_state_alone ON message (state);
CREATE INDEX message_by_sender_and_state ON message (sender_id, state);
CREATE INDEX message_by_repeated ON message (repeats) WHERE repeats IS NOT NULL;

-- Which rows were written on a day (UTC, counted from 1970): so a period is found without reading past the others,
-- also where the clock went back.
CREATE TABLE message_day (
    day      INTEGER PRIMARY KEY,
    first_id INTEGER NOT NULL,
    last_id  INTEGER NOT NULL
) STRICT;

CREATE TRIGGER message_has_a_day AFTER INSERT ON message
BEGIN
    INSERT INTO message_day (day, first_id, last_id) VALUES (NEW.created_at / 86400000, NEW.id, NEW.id)
        ON CONFLICT (day) DO UPDATE SET first_id = min(first_id, NEW.id), last_id = max(last_id, NEW.id);
END;

CREATE TRIGGER message_changes_its_day AFTER UPDATE OF created_at ON message
BEGIN
    INSERT INTO message_day (day, first_id, last_id) VALUES (NEW.created_at / 86400000, NEW.id, NEW.id)
        ON CONFLICT (day) DO UPDATE SET first_id = min(first_id, NEW.id), last_id = max(last_id, NEW.id);
END;

INSERT INTO message_day (day, first_id, last_id)
    SELECT created_at / 86400000, min(id), max(id) FROM message GROUP BY 1;

-- One row: what the backups must know.
CREATE TABLE housekeeping (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    deleted_at   INTEGER                                     -- messages were last deleted
) STRICT;
