-- What the server must know of a reporter's message: whether it asks the superior to look again. All else stays opaque.
DROP TABLE reporter_messages;
CREATE TABLE reporter_messages (
  case_id TEXT NOT NULL CHECK (length(case_id) = 22),
  number INTEGER NOT NULL CHECK (number >= 1),
  message TEXT NOT NULL CHECK (length(message) = 22),
  digest TEXT NOT NULL CHECK (length(digest) = 43),
  act TEXT NOT NULL CHECK (act IN ('message', 'review')),
  reader_key TEXT NOT NULL CHECK (length(reader_key) = 22),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 43),
  released_on TEXT NOT NULL CHECK (released_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  sequence INTEGER CHECK (sequence >= 1),
  PRIMARY KEY (case_id, number),
  UNIQUE (case_id, message)
) STRICT, WITHOUT ROWID;

CREATE INDEX reporter_messages_waiting ON reporter_messages (released_on, case_id, number) WHERE sequence IS NULL;
