-- What people did, linked and signed, and beside it what time did: every event of a case's life.
DROP TABLE entries;
CREATE TABLE entries (
  case_id TEXT NOT NULL CHECK (length(case_id) = 22),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  writer TEXT NOT NULL CHECK (writer IN ('committee', 'reporter', 'statement')),
  type TEXT NOT NULL CHECK (type IN
    ('Opened', 'Acknowledged', 'MessageSent', 'Classified', 'ReporterAsked', 'Extended', 'VerificationBegun', 'Transferred',
     'SuperiorProposed', 'Noted', 'HandedOver', 'Recused', 'Refused', 'Concluded', 'Closed', 'Explained', 'ReporterWrote',
     'ReviewAsked', 'MadeFormal', 'ExplanationDemanded', 'OpenedBySuperior', 'TakenOver')),
  done_on TEXT NOT NULL CHECK (done_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  event TEXT,
  signature TEXT CHECK (length(signature) = 86),
  message TEXT CHECK (length(message) = 43),
  since TEXT CHECK (since <= done_on),
  chain TEXT NOT NULL CHECK (length(chain) = 43),
  PRIMARY KEY (case_id, sequence),
  CHECK ((writer = 'reporter') = (type IN ('ReporterWrote', 'ReviewAsked'))),
  CHECK ((writer = 'statement') = (type = 'MadeFormal')),
  CHECK ((writer = 'reporter') = (event IS NULL)),
  CHECK ((writer = 'reporter') = (signature IS NULL)),
  CHECK ((writer = 'statement') = (since IS NOT NULL)),
  CHECK ((type IN ('Opened', 'VerificationBegun', 'Closed', 'MadeFormal', 'ExplanationDemanded', 'OpenedBySuperior')) = (message IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entries_never_change BEFORE UPDATE ON entries
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

CREATE TRIGGER entries_never_go BEFORE DELETE ON entries
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

CREATE TABLE steps (
  case_id TEXT NOT NULL CHECK (length(case_id) = 22),
  place INTEGER NOT NULL CHECK (place >= 1),
  after INTEGER NOT NULL CHECK (after >= 0),
  type TEXT NOT NULL CHECK (type IN
    ('TransferReceived', 'ClockResumed', 'BecameOverdue', 'Escalated', 'LawChanged', 'Erased')),
  done_on TEXT NOT NULL CHECK (done_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  step TEXT NOT NULL CHECK (json_valid(step)),
  PRIMARY KEY (case_id, place)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER steps_never_change BEFORE UPDATE ON steps
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

CREATE TRIGGER steps_never_go BEFORE DELETE ON steps
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;
