-- What a reporter wrote after the letter. It waits here (no sequence) until the daily release puts it into the chain.
CREATE TABLE reporter_messages (
  case_id TEXT NOT NULL CHECK (length(case_id) = 22),
  number INTEGER NOT NULL CHECK (number >= 1),
  message TEXT NOT NULL CHECK (length(message) = 22),
  digest TEXT NOT NULL CHECK (length(digest) = 43),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 43),
  released_on TEXT NOT NULL CHECK (released_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  sequence INTEGER CHECK (sequence >= 1),
  PRIMARY KEY (case_id, number),
  UNIQUE (case_id, message)
) STRICT, WITHOUT ROWID;

CREATE INDEX reporter_messages_waiting ON reporter_messages (case_id, number) WHERE sequence IS NULL;

-- How much arrived for a release day: the only thing counted, so that storage has a limit.
CREATE TABLE arrivals (
  released_on TEXT NOT NULL PRIMARY KEY CHECK (released_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  count INTEGER NOT NULL CHECK (count >= 1)
) STRICT, WITHOUT ROWID;
