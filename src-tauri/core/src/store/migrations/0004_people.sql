-- People: everything that is kept of a contact, what finds it, the imports that can be undone; and templates.
-- Writing needs the program's functions contact_key() and sort_key(); reading needs nothing.

ALTER TABLE contact RENAME TO contact_before;
ALTER TABLE contact_number RENAME TO contact_number_before;
DROP INDEX contact_number_by_number;
DROP INDEX contact_number_by_contact;

CREATE TABLE import (
    id        INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    file_name TEXT    NOT NULL
) STRICT;

CREATE TABLE contact (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,   -- never another's: who was deleted can be brought back
    given               TEXT    NOT NULL DEFAULT '',
    family              TEXT    NOT NULL DEFAULT '',
    organisation        TEXT    NOT NULL DEFAULT '',
    note                TEXT    NOT NULL DEFAULT '',
    name                TEXT    NOT NULL GENERATED ALWAYS AS     -- as shown
                        (iif(given = '' AND family = '', organisation, trim(given || ' ' || family))) STORED
                        CHECK (name <> ''),
    search_key          TEXT    NOT NULL,                    -- its words, as they are searched
    sort_key            TEXT    NOT NULL,                    -- its place in the list; begins with its letter
    is_favourite        INTEGER NOT NULL DEFAULT 0 CHECK (is_favourite IN (0, 1)),
    do_not_write_reason TEXT,
    do_not_write_since  INTEGER,
    created_at          INTEGER NOT NULL,
    changed_at          INTEGER NOT NULL,
    import_id           INTEGER REFERENCES import (id) ON DELETE SET NULL,
    CHECK ((do_not_write_reason IS NULL) = (do_not_write_since IS NULL))
) STRICT;

CREATE TABLE contact_number (
    id         INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    label      TEXT    NOT NULL DEFAULT '',
    number     TEXT    NOT NULL,                             -- E.164
    position   INTEGER NOT NULL DEFAULT 0,                   -- the person's order
    used_at    INTEGER,                                      -- the last message to it was written
    UNIQUE (contact_id, number)
) STRICT;

CREATE TABLE import_change (
    import_id  INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL,                             -- may have been deleted since
    before     TEXT,                                         -- the contact as JSON; none if the import added it
    PRIMARY KEY (import_id, contact_id)
) STRICT, WITHOUT ROWID;

-- A word goes into the index from its beginning, a number from each of its digits.
CREATE VIRTUAL TABLE contact_search USING fts5 (
    search_key, content = 'contact', content_rowid = 'id', prefix = '1 2 3', detail = none, columnsize = 0,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);
INSERT INTO contact_search (contact_search, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE contact_number_search USING fts5 (
    number, content = 'contact_number', content_rowid = 'id', tokenize = 'trigram case_sensitive 1', detail = none,
    columnsize = 0
);
INSERT INTO contact_number_search (contact_number_search, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER contact_search_begins AFTER INSERT ON contact
BEGIN
    INSERT INTO contact_search (rowid, search_key) VALUES (NEW.id, NEW.search_key);
END;

CREATE TRIGGER contact_search_follows AFTER UPDATE OF search_key ON contact WHEN OLD.search_key <> NEW.search_key
BEGIN
    INSERT INTO contact_search (contact_search, rowid, search_key) VALUES ('delete', OLD.id, OLD.search_key);
    INSERT INTO contact_search (rowid, search_key) VALUES (NEW.id, NEW.search_key);
END;

CREATE TRIGGER contact_search_forgets AFTER DELETE ON contact
BEGIN
    INSERT INTO contact_search (contact_search, rowid, search_key) VALUES ('delete', OLD.id, OLD.search_key);
END;

CREATE TRIGGER contact_number_search_begins AFTER INSERT ON contact_number
BEGIN
    INSERT INTO contact_number_search (rowid, number) VALUES (NEW.id, NEW.number);
END;

CREATE TRIGGER contact_number_search_follows AFTER UPDATE OF number ON contact_number WHEN OLD.number <> NEW.number
BEGIN
    INSERT INTO contact_number_search (contact_number_search, rowid, number) VALUES ('delete', OLD.id, OLD.number);
    INSERT INTO contact_number_search (rowid, number) VALUES (NEW.id, NEW.number);
END;

CREATE TRIGGER contact_number_search_forgets AFTER DELETE ON contact_number
BEGIN
    INSERT INTO contact_number_search (contact_number_search, rowid, number) VALUES ('delete', OLD.id, OLD.number);
END;

-- What was one name before: its last word is the family name, if there is more than one.
INSERT INTO contact (id, given, family, search_key, sort_key, created_at, changed_at)
    SELECT id, given, family, contact_key(given, family, ''), sort_key(given, family, ''), created_at, created_at
    FROM (SELECT id, created_at, iif(ahead = '', name, rtrim(ahead)) AS given,
                 iif(ahead = '', '', substr(name, length(ahead) + 1)) AS family
          FROM (SELECT id, created_at, name, rtrim(name, replace(name, ' ', '')) AS ahead
                FROM (SELECT id, created_at, coalesce(nullif(trim(name), ''), '?') AS name FROM contact_before)));

INSERT OR IGNORE INTO contact_number (id, contact_id, number, used_at)
    SELECT id, contact_id, number, (SELECT max(created_at) FROM message WHERE recipient_number = number)
    FROM contact_number_before;

DROP TABLE contact_number_before;
DROP TABLE contact_before;

CREATE INDEX contact_number_by_number ON contact_number (number);
CREATE INDEX contact_number_by_use ON contact_number (used_at) WHERE used_at IS NOT NULL;
CREATE INDEX contact_by_sort_key ON contact (sort_key);
CREATE INDEX contact_by_favourite ON contact (sort_key) WHERE is_favourite = 1;
CREATE INDEX contact_by_import ON contact (import_id) WHERE import_id IS NOT NULL;

-- The mark (its time) that the person knew of and overruled when saying that this message goes all the same.
ALTER TABLE message ADD COLUMN overruled INTEGER;

-- Placeholders of a template that still stand in the text, as JSON.
ALTER TABLE draft ADD COLUMN unfilled TEXT NOT NULL DEFAULT '[]';

CREATE TABLE template (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT    NOT NULL CHECK (name <> ''),
    language   TEXT    CHECK (language IN ('de', 'en')),     -- none: the window's
    body       TEXT    NOT NULL CHECK (body <> ''),
    position   INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

-- To begin with; they can be changed, and deleted for good.
INSERT INTO template (name, language, body, position, created_at, changed_at) VALUES
    ('Terminerinnerung', 'de', 'Guten Tag {Vorname} {Nachname}, wir erinnern Sie an Ihren Termin am {Termintag} um {Terminzeit} Uhr. Wenn Sie verhindert sind, sagen Sie uns bitte Bescheid.', 0, 0, 0),
    ('Bitte um Rückruf', 'de', 'Guten Tag {Vorname} {Nachname}, wir haben Sie heute um {Uhrzeit} Uhr leider nicht erreicht. Bitte rufen Sie uns zurück.', 1, 0, 0),
    ('Abholbereit', 'de', 'Guten Tag {Vorname} {Nachname}, Ihre Bestellung liegt seit dem {Datum} für Sie zur Abholung bereit.', 2, 0, 0),
    ('Appointment reminder', 'en', 'Hello {first name} {last name}, this is a reminder of your appointment on {appointment day} at {appointment time}. Please let us know if you cannot come.', 3, 0, 0),
    ('Please call back', 'en', 'Hello {first name} {last name}, we tried to reach you today at {time}. Please call us back.', 4, 0, 0),
    ('Ready for collection', 'en', 'Hello {first name} {last name}, your order has been ready for collection since {date}.', 5, 0, 0);
