-- Whoever could not read a case when something was done on it is not told what: of that act the log shows them a digest alone, and
-- goes on to verify. For this a link is now made of the link before and the act's digest; no log of the older kind is in use.
DROP TABLE audit;
CREATE TABLE audit (
  committee TEXT NOT NULL CHECK (length(committee) BETWEEN 1 AND 48),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  officer TEXT NOT NULL,
  case_id TEXT NOT NULL CHECK (length(case_id) = 22),
  nonce TEXT NOT NULL CHECK (length(nonce) = 22),
  act TEXT NOT NULL,
  signature TEXT NOT NULL CHECK (length(signature) = 86),
  link TEXT NOT NULL CHECK (length(link) = 43),
  PRIMARY KEY (committee, sequence),
  UNIQUE (committee, nonce)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_by_case ON audit (case_id, committee, sequence);

CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

CREATE TRIGGER audit_never_goes BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

-- Officers who could read the case behind the act. None: everybody of the committee could.
CREATE TABLE audit_readers (
  committee TEXT NOT NULL CHECK (length(committee) BETWEEN 1 AND 48),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  officer TEXT NOT NULL CHECK (length(officer) BETWEEN 1 AND 48),
  PRIMARY KEY (committee, sequence, officer)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_readers_never_change BEFORE UPDATE ON audit_readers
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

CREATE TRIGGER audit_readers_never_go BEFORE DELETE ON audit_readers
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

-- The log's entry is written last of its batch: the case's readers are then those from now on.
CREATE TRIGGER audit_notes_readers AFTER INSERT ON audit
WHEN EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND committee = NEW.committee)
BEGIN
  INSERT INTO audit_readers (committee, sequence, officer)
  SELECT NEW.committee, NEW.sequence, officer FROM case_key_wraps WHERE case_id = NEW.case_id;
END;

-- The act with which a case leaves a committee is for those who could read it there until then.
CREATE TRIGGER audit_keeps_readers AFTER INSERT ON audit
WHEN NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND committee = NEW.committee)
BEGIN
  INSERT INTO audit_readers (committee, sequence, officer)
  SELECT NEW.committee, NEW.sequence, officer FROM audit_readers
  WHERE committee = NEW.committee AND sequence = (
    SELECT max(sequence) FROM audit
    WHERE case_id = NEW.case_id AND committee = NEW.committee AND sequence < NEW.sequence);
END;
