-- No officer's act stands twice in a committee's log, whoever repeats it: each has a number that is used once.
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
