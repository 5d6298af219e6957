-- A case's chain: every dated act of the committee, signed, and every message of the reporter, opaque. Place 0 is the letter.
CREATE TABLE entries (
  case_id TEXT NOT NULL CHECK (length(case_id) = 22),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  writer TEXT NOT NULL CHECK (writer IN ('committee', 'reporter')),
  type TEXT NOT NULL CHECK (type IN ('Opened', 'Acknowledged', 'MessageSent', 'ReporterWrote')),
  done_on TEXT NOT NULL CHECK (done_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  event TEXT,
  signature TEXT CHECK (length(signature) = 86),
  message TEXT CHECK (length(message) = 43),
  chain TEXT NOT NULL CHECK (length(chain) = 43),
  PRIMARY KEY (case_id, sequence),
  CHECK ((writer = 'reporter') = (type = 'ReporterWrote')),
  CHECK ((writer = 'committee') = (event IS NOT NULL)),
  CHECK ((writer = 'committee') = (signature IS NOT NULL)),
  CHECK ((type = 'Opened') = (message IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entries_never_change BEFORE UPDATE ON entries
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

CREATE TRIGGER entries_never_go BEFORE DELETE ON entries
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;
