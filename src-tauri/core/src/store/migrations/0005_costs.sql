-- What a message was expected to cost, and the country that it goes to: prices are learned for each country and sender.
-- Writing needs the program's function country_of(); reading needs nothing.

ALTER TABLE message ADD COLUMN country            TEXT;      -- ISO 3166, where the number belongs to one
ALTER TABLE message ADD COLUMN predicted_cost     TEXT;
ALTER TABLE message ADD COLUMN predicted_currency TEXT;

CREATE TRIGGER message_has_a_country AFTER INSERT ON message
BEGIN
    UPDATE message SET country = country_of(NEW.recipient_number) WHERE id = NEW.id;
END;

CREATE TRIGGER message_changes_its_country AFTER UPDATE OF recipient_number ON message
BEGIN
    UPDATE message SET country = country_of(NEW.recipient_number) WHERE id = NEW.id;
END;

UPDATE message SET country = country_of(recipient_number);

-- What finds the newest bill without reading past others.
CREATE INDEX message_billed_by_sender ON message (country, account_email, sender_id)
    WHERE cost IS NOT NULL AND billed_segments > 0;
CREATE INDEX message_billed_by_country ON message (country, account_email)
    WHERE cost IS NOT NULL AND billed_segments > 0;
