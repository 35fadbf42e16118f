-- What the person needs to settle, repeat, postpone and find a message again.

ALTER TABLE message ADD COLUMN balance_after    TEXT;        -- heard about 15 s after it became unclear: a hint
ALTER TABLE message ADD COLUMN balance_after_at INTEGER;
ALTER TABLE message ADD COLUMN undecided_at     INTEGER;     -- "I don't know yet" was said last
ALTER TABLE message ADD COLUMN search_key       TEXT NOT NULL DEFAULT ''; -- name, number and text, as they are searched

CREATE INDEX message_by_time ON message (created_at);
CREATE INDEX message_by_sender ON message (sender_id, id);

ALTER TABLE draft ADD COLUMN sender_id INTEGER;
ALTER TABLE draft ADD COLUMN due_at    INTEGER;              -- "send later"
ALTER TABLE draft ADD COLUMN repeats   INTEGER REFERENCES message (id) ON DELETE SET NULL;
