-- The laws by which cases are reckoned: the limits and the calendar, as the directory carried them. One is kept until no case needs it.
CREATE TABLE laws (
  digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 43),
  law TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER laws_never_change BEFORE UPDATE ON laws
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;
