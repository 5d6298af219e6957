-- What officers did, per committee, signed by each and linked by hashes, so that a row that was changed or left out shows.
CREATE TABLE audit (
  committee TEXT NOT NULL CHECK (length(committee) BETWEEN 1 AND 48),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  officer TEXT NOT NULL,
  case_id TEXT NOT NULL CHECK (length(case_id) = 22),
  act TEXT NOT NULL,
  signature TEXT NOT NULL CHECK (length(signature) = 86),
  link TEXT NOT NULL CHECK (length(link) = 43),
  PRIMARY KEY (committee, sequence)
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
