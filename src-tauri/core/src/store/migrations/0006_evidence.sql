-- The unclear messages whose balance has not been heard, which are looked for after each outcome.
CREATE INDEX message_without_evidence ON message (account_email) WHERE state = 'unclear' AND balance_after_at IS NULL;
