-- Messages and their steps, the text being written, contacts, and the account as last heard.
-- Times are milliseconds since 1970 (UTC); money is an exact decimal as text.

CREATE TABLE message (
    id                 INTEGER PRIMARY KEY,
    uuid               TEXT    NOT NULL UNIQUE,              -- the Idempotency-Key
    draft_id           TEXT    NOT NULL UNIQUE,              -- so a double click is one message
    state              TEXT    NOT NULL DEFAULT 'queued' CHECK (state IN
                       ('queued', 'held', 'sending', 'sent', 'rejected', 'not-sent', 'unclear', 'cancelled')),
    reason             TEXT,
    detail             TEXT,                                 -- the service's own words
    recipient_name     TEXT,                                 -- as it was when Send was pressed
    recipient_number   TEXT    NOT NULL,                     -- E.164
    body               TEXT    NOT NULL,                     -- as it is sent
    sender_id          INTEGER NOT NULL,
    sender_number      TEXT    NOT NULL,
    sender_name        TEXT,
    account_email      TEXT    NOT NULL,
    key_generation     INTEGER NOT NULL,
    predicted_segments INTEGER NOT NULL,
    balance_before     TEXT,
    created_at         INTEGER NOT NULL,
    due_at             INTEGER NOT NULL,
    due_chosen         INTEGER NOT NULL DEFAULT 0 CHECK (due_chosen IN (0, 1)), -- "send later"
    revision           INTEGER NOT NULL DEFAULT 0,
    connection_tries   INTEGER NOT NULL DEFAULT 0,           -- connections that provably carried no body
    waits              INTEGER NOT NULL DEFAULT 0,           -- answers "too many requests"
    settled_by_person  INTEGER NOT NULL DEFAULT 0 CHECK (settled_by_person IN (0, 1)),
    repeats            INTEGER REFERENCES message (id) ON DELETE SET NULL,
    provider_id        TEXT,                                 -- Famulor's id of the SMS
    billed_segments    INTEGER,
    cost               TEXT,
    currency           TEXT
) STRICT;

CREATE INDEX message_by_state ON message (state, due_at);
CREATE INDEX message_by_recipient ON message (recipient_number, created_at);

CREATE TABLE message_event (
    id         INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    state      TEXT    NOT NULL,
    reason     TEXT
) STRICT;

CREATE INDEX message_event_by_message ON message_event (message_id);
CREATE INDEX message_event_by_claim ON message_event (at) WHERE state = 'sending';

CREATE TRIGGER message_begins_queued BEFORE INSERT ON message WHEN NEW.state <> 'queued'
BEGIN
    SELECT RAISE(ABORT, 'a message begins as queued');
END;

-- The life of a message. Everything that is not listed aborts.
CREATE TRIGGER message_lives_by_the_rules BEFORE UPDATE OF state ON message
WHEN NEW.state <> OLD.state AND NOT (
       (OLD.state = 'queued'  AND NEW.state IN ('sending', 'not-sent', 'held', 'cancelled'))
    OR (OLD.state = 'held'    AND NEW.state IN ('queued', 'cancelled'))
    OR (OLD.state = 'sending' AND NEW.state IN ('sent', 'rejected', 'not-sent', 'unclear'))
    OR (OLD.state = 'sending' AND NEW.state = 'queued' AND NEW.waits = OLD.waits + 1)
    OR (OLD.state = 'unclear' AND NEW.state IN ('sent', 'not-sent') AND NEW.settled_by_person = 1)
    OR (OLD.state IN ('sent', 'not-sent') AND OLD.settled_by_person = 1
        AND NEW.state IN ('sent', 'not-sent') AND NEW.settled_by_person = 1)
    OR (OLD.state IN ('queued', 'held', 'sending') AND NEW.state = 'unclear' AND NEW.reason IS 'restored')
)
BEGIN
    SELECT RAISE(ABORT, 'not a legal change of a message');
END;

-- What was written under a claim stays what was sent.
CREATE TRIGGER message_keeps_its_text BEFORE UPDATE OF uuid, draft_id, recipient_number, body, sender_id ON message
WHEN OLD.state NOT IN ('queued', 'held')
BEGIN
    SELECT RAISE(ABORT, 'a message that may have left cannot be changed');
END;

CREATE TABLE draft (
    id         TEXT    PRIMARY KEY,
    recipient  TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE contact (
    id         INTEGER PRIMARY KEY,
    name       TEXT    NOT NULL CHECK (name <> ''),
    search_key TEXT    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE contact_number (
    id         INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    number     TEXT    NOT NULL                              -- E.164
) STRICT;

CREATE INDEX contact_number_by_number ON contact_number (number);
CREATE INDEX contact_number_by_contact ON contact_number (contact_id);

-- One row: the account as last heard, so that the window can be filled without the network.
CREATE TABLE account (
    id             INTEGER PRIMARY KEY CHECK (id = 1),
    key_generation INTEGER NOT NULL,                         -- raised with each key that is taken in
    name           TEXT    NOT NULL,
    email          TEXT    NOT NULL,
    balance        TEXT,
    checked_at     INTEGER NOT NULL,
    key_is_kept    INTEGER NOT NULL CHECK (key_is_kept IN (0, 1)) -- 0: the key goes when the program ends
) STRICT;

CREATE TABLE sender (
    id       INTEGER PRIMARY KEY,                            -- Famulor's id
    number   TEXT    NOT NULL,
    nickname TEXT,
    problem  TEXT,                                           -- why it cannot send
    position INTEGER NOT NULL                                -- the order in which the service lists them
) STRICT;
