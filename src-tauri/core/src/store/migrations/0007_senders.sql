-- A sender's number as it is shown; none where it was heard by an older version.
ALTER TABLE sender ADD COLUMN display TEXT;
